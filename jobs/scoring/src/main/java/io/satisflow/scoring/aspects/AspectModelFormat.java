package io.satisflow.scoring.aspects;

import io.satisflow.scoring.linear.ModelFormatException;
import io.satisflow.scoring.linear.ModelLanguage;
import io.satisflow.scoring.linear.QuantizedWeights;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.CRC32C;
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
    private static final int MAGIC = 0x5346414D;
    private static final int VERSION = 1;

    private AspectModelFormat() {}

    public static void write(AspectModel model, OutputStream out) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        DataOutputStream data = new DataOutputStream(bytes);
        data.writeInt(MAGIC);
        data.writeByte(VERSION);
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
        data.writeInt(checksum(bytes.toByteArray(), bytes.size()));
        bytes.writeTo(out);
    }

    /**
     * @param name of the file, for the message of a failure
     * @throws ModelFormatException when this is no aspect model, a newer one, or a damaged one
     */
    public static AspectModel read(InputStream in, String name) throws IOException {
        byte[] bytes = in.readAllBytes();
        int end = bytes.length - Integer.BYTES;
        DataInputStream data = new DataInputStream(new ByteArrayInputStream(bytes, 0, Math.max(0, end)));
        if (end < 2 * Integer.BYTES || data.readInt() != MAGIC) {
            throw new ModelFormatException(
                    "%s is no aspect model; make one with `satisflow train-aspects`".formatted(name));
        }
        int version = data.readByte();
        if (version != VERSION) {
            throw new ModelFormatException("%s has format %d, but this version reads format %d; train the model again"
                    .formatted(name, version, VERSION));
        }
        if (new DataInputStream(new ByteArrayInputStream(bytes, end, Integer.BYTES)).readInt()
                != checksum(bytes, end)) {
            throw new ModelFormatException("%s is damaged: its checksum is wrong; copy it again".formatted(name));
        }
        return readModel(data, name);
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

    private static int checksum(byte[] bytes, int length) {
        CRC32C sum = new CRC32C();
        sum.update(bytes, 0, length);
        return (int) sum.getValue();
    }
}
