package io.satisflow.scoring.aspects;

import io.satisflow.scoring.linear.ModelEnvelope;
import io.satisflow.scoring.linear.ModelFormatException;
import io.satisflow.scoring.linear.ModelLanguage;
import io.satisflow.scoring.linear.QuantizedWeights;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.InflaterInputStream;

/**
 * The file of an aspect model, big-endian.
 *
 * <pre>
 * 4 bytes   SFAM
 * 1 byte    version of the format
 * UTF       language
 * 1 byte    bits: there are 2^bits buckets
 * 1 byte    how many aspects; then of each its name (UTF) and threshold (double)
 * float     the weight that the code 127 stands for
 * deflated  one code for each bucket and aspect
 * 4 bytes   CRC-32C of all that stands before
 * </pre>
 */
public final class AspectModelFormat {
    private static final ModelEnvelope ENVELOPE =
            new ModelEnvelope(0x5346414D, 1, "aspect model", "satisflow train-aspects");

    private AspectModelFormat() {}

    public static void write(AspectModel model, OutputStream out) throws IOException {
        ENVELOPE.write(data -> writeModel(model, data), out);
    }

    private static void writeModel(AspectModel model, DataOutputStream data) throws IOException {
        data.writeUTF(model.language().code());
        data.writeByte(model.bits());
        data.writeByte(model.aspects().size());
        for (int i = 0; i < model.aspects().size(); i++) {
            data.writeUTF(model.aspects().get(i));
            data.writeDouble(model.thresholds().get(i));
        }
        data.writeFloat(model.weights().largest());
        DeflaterOutputStream deflated = new DeflaterOutputStream(data);
        deflated.write(model.weights().codes());
        deflated.finish();
    }

    /**
     * @param name of the file, for the message of a failure
     * @throws ModelFormatException when this is no aspect model, a newer one, or a damaged one
     */
    public static AspectModel read(InputStream in, String name) throws IOException {
        return readModel(ENVELOPE.open(in, name), name);
    }

    private static AspectModel readModel(DataInputStream data, String name) throws IOException {
        String code = data.readUTF();
        ModelLanguage language = ModelLanguage.of(code)
                .orElseThrow(() ->
                        new ModelFormatException("%s is for language %s, which has no features".formatted(name, code)));
        int bits = data.readByte();
        int count = data.readByte();
        List<String> aspects = new ArrayList<>();
        List<Double> thresholds = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            aspects.add(data.readUTF());
            thresholds.add(data.readDouble());
        }
        float largest = data.readFloat();
        byte[] codes = new InflaterInputStream(data).readNBytes(count << bits);
        return new AspectModel(language, bits, aspects, thresholds, new QuantizedWeights(codes, count, largest));
    }
}
