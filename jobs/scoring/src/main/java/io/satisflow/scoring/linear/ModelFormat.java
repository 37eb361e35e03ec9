package io.satisflow.scoring.linear;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.zip.CRC32C;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.InflaterInputStream;

/**
 * The file of a model, big-endian.
 *
 * <pre>
 * 4 bytes   SFLM
 * 1 byte    version of the format
 * UTF       language
 * 1 byte    bits: there are 2^bits buckets
 * 1 byte    margins: 3, or 1 for a model without neutral texts
 * 4 doubles calibration: scale, negative, neutral, positive; or scale, shift, band, 0
 * float     the weight that the code 127 stands for
 * deflated  one code for each bucket and margin
 * 4 bytes   CRC-32C of all that stands before
 * </pre>
 */
public final class ModelFormat {
    private static final int MAGIC = 0x53464C4D;
    private static final int VERSION = 2;
    private static final int MOST_BITS = 24;

    private ModelFormat() {}

    public static void write(LinearModel model, OutputStream out) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        DataOutputStream data = new DataOutputStream(bytes);
        data.writeInt(MAGIC);
        data.writeByte(VERSION);
        data.writeUTF(model.language().code());
        data.writeByte(model.bits());
        data.writeByte(model.calibration().margins());
        writeCalibration(model.calibration(), data);
        data.writeFloat(model.weights().largest());
        DeflaterOutputStream deflated = new DeflaterOutputStream(data);
        deflated.write(model.weights().codes());
        deflated.finish();
        data.writeInt(checksum(bytes.toByteArray(), bytes.size()));
        bytes.writeTo(out);
    }

    /**
     * @param name of the file, for the message of a failure
     * @throws ModelFormatException when this is no model, a newer one, or a damaged one
     */
    public static LinearModel read(InputStream in, String name) throws IOException {
        byte[] bytes = in.readAllBytes();
        int end = bytes.length - Integer.BYTES;
        DataInputStream data = new DataInputStream(new ByteArrayInputStream(bytes, 0, Math.max(0, end)));
        if (end < 2 * Integer.BYTES || data.readInt() != MAGIC) {
            throw new ModelFormatException("%s is no model; make one with `satisflow train`".formatted(name));
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

    private static LinearModel readModel(DataInputStream data, String name) throws IOException {
        String language = data.readUTF();
        int bits = data.readByte();
        int margins = data.readByte();
        Calibration calibration = readCalibration(margins, data);
        float largest = data.readFloat();
        if (bits < 1 || bits > MOST_BITS) {
            throw new ModelFormatException(
                    "%s has 2^%d buckets; expected at most 2^%d".formatted(name, bits, MOST_BITS));
        }
        byte[] codes = new InflaterInputStream(data).readNBytes(margins << bits);
        ModelLanguage known = ModelLanguage.of(language)
                .orElseThrow(() -> new ModelFormatException("%s is for language %s; known are %s"
                        .formatted(
                                name,
                                language,
                                Arrays.stream(ModelLanguage.values())
                                        .map(ModelLanguage::code)
                                        .toList())));
        return new LinearModel(known, bits, new QuantizedWeights(codes, margins, largest), calibration);
    }

    private static void writeCalibration(Calibration calibration, DataOutputStream data) throws IOException {
        double[] numbers;
        if (calibration instanceof ThreeWayCalibration three) {
            numbers = new double[] {three.scale(), three.negative(), three.neutral(), three.positive()};
        } else {
            TwoWayCalibration two = (TwoWayCalibration) calibration;
            numbers = new double[] {two.scale(), two.shift(), two.band(), 0};
        }
        for (double number : numbers) {
            data.writeDouble(number);
        }
    }

    private static Calibration readCalibration(int margins, DataInputStream data) throws IOException {
        double scale = data.readDouble();
        double first = data.readDouble();
        double second = data.readDouble();
        double third = data.readDouble();
        return margins == ThreeWayCalibration.MARGINS
                ? new ThreeWayCalibration(scale, first, second, third)
                : new TwoWayCalibration(scale, first, second);
    }

    private static int checksum(byte[] bytes, int length) {
        CRC32C sum = new CRC32C();
        sum.update(bytes, 0, length);
        return (int) sum.getValue();
    }
}
