package io.satisflow.scoring.fusion.embedding;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.LongBuffer;
import java.util.Arrays;
import java.util.Map;

/**
 * Turns a text into a point. Texts go through the network one by one, never in batches: its numbers of eight bits are
 * scaled by the largest of a batch, so a text's point would depend on its neighbours. May be shared between threads.
 */
public final class SentenceEncoder {
    private final OrtEnvironment environment = OrtEnvironment.getEnvironment();
    private final EncoderNetwork network;
    private final WordPiece pieces;
    private final OrtSession session;

    SentenceEncoder(EncoderNetwork network) {
        this.network = network;
        try (InputStream vocabulary = network.vocabulary();
                InputStream weights = network.weights();
                OrtSession.SessionOptions options = new OrtSession.SessionOptions()) {
            pieces = new WordPiece(Vocabulary.read(vocabulary), network.mostPieces());
            // The jobs have their own threads; the network must not add some.
            options.setIntraOpNumThreads(1);
            options.setInterOpNumThreads(1);
            session = environment.createSession(weights.readAllBytes(), options);
        } catch (IOException e) {
            throw new UncheckedIOException("The network %s cannot be read".formatted(network), e);
        } catch (OrtException e) {
            throw new IllegalStateException("ONNX Runtime cannot run the network %s".formatted(network), e);
        }
    }

    /** How many numbers a point has. */
    public int dimensions() {
        return network.dimensions();
    }

    /** Of length 1. Of a long text the beginning is read. */
    public float[] encode(String text) {
        long[] numbers = pieces.numbers(text);
        long[] ones = new long[numbers.length];
        Arrays.fill(ones, 1);
        try (OnnxTensor tokens = tensor(numbers);
                OnnxTensor mask = tensor(ones);
                OnnxTensor types = tensor(new long[numbers.length]);
                OrtSession.Result result =
                        session.run(Map.of("input_ids", tokens, "attention_mask", mask, "token_type_ids", types))) {
            float[][][] states = (float[][][]) result.get(0).getValue();
            return unit(network.isMean() ? mean(states[0]) : states[0][0]);
        } catch (OrtException e) {
            throw new IllegalStateException(
                    "ONNX Runtime failed on a text of %d word pieces".formatted(numbers.length), e);
        }
    }

    private OnnxTensor tensor(long[] numbers) throws OrtException {
        return OnnxTensor.createTensor(environment, LongBuffer.wrap(numbers), new long[] {1, numbers.length});
    }

    private static float[] mean(float[][] states) {
        float[] mean = new float[states[0].length];
        for (float[] state : states) {
            for (int i = 0; i < mean.length; i++) {
                mean[i] += state[i] / states.length;
            }
        }
        return mean;
    }

    private static float[] unit(float[] point) {
        double squares = 0;
        for (float value : point) {
            squares += value * value;
        }
        float length = (float) Math.sqrt(squares);
        float[] unit = new float[point.length];
        for (int i = 0; i < unit.length; i++) {
            unit[i] = point[i] / length;
        }
        return unit;
    }
}
