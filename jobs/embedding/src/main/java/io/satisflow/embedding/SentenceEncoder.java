package io.satisflow.embedding;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import io.satisflow.scoring.fusion.TextEncoder;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.LongBuffer;
import java.util.Arrays;
import java.util.Map;

/**
 * Places texts. They go through the network one by one, never in batches: its numbers of eight bits are
 * scaled by the largest of a batch, so a text's place would depend on its neighbours. May be shared between threads.
 */
final class SentenceEncoder implements TextEncoder {
    /** Some hundred words. What follows costs time, and the n-grams have read it. */
    private static final int MOST_PIECES = 128;

    private final OrtEnvironment environment = OrtEnvironment.getEnvironment();
    private final EncoderNetwork network;
    private final WordPiece pieces;
    private final OrtSession session;

    SentenceEncoder(EncoderNetwork network) {
        this.network = network;
        try (InputStream vocabulary = network.vocabulary();
                InputStream weights = network.weights();
                OrtSession.SessionOptions options = new OrtSession.SessionOptions()) {
            pieces = new WordPiece(Vocabulary.read(vocabulary), MOST_PIECES);
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

    @Override
    public int dimensions() {
        return network.dimensions();
    }

    /** Of a long text the beginning is read. */
    @Override
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
            return unit(states[0][0]);
        } catch (OrtException e) {
            throw new IllegalStateException(
                    "ONNX Runtime failed on a text of %d word pieces".formatted(numbers.length), e);
        }
    }

    private OnnxTensor tensor(long[] numbers) throws OrtException {
        return OnnxTensor.createTensor(environment, LongBuffer.wrap(numbers), new long[] {1, numbers.length});
    }

    private static float[] unit(float[] state) {
        double squares = 0;
        for (float value : state) {
            squares += value * value;
        }
        float length = (float) Math.sqrt(squares);
        float[] unit = new float[state.length];
        for (int i = 0; i < unit.length; i++) {
            unit[i] = state[i] / length;
        }
        return unit;
    }
}
