package io.satisflow.scoring.linear;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Arrays;
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
 * 1 byte    margins: 3, or 1 for a model without neutral texts; 16 more when long texts are read by passages, and 32 more when
 *           these have a calibration of their own
 * 4 doubles calibration: scale, negative, neutral, positive; or scale, shift, band, 0
 * 4 doubles that of texts read by passages, if they have one
 * float     the weight that the code 127 stands for
 * deflated  one code for each bucket and margin
 * 4 bytes   CRC-32C of all that stands before
 * </pre>
 */
public final class ModelFormat {
    private static final ModelEnvelope ENVELOPE = new ModelEnvelope(0x53464C4D, 2, "model", "satisflow train");
    private static final int MOST_BITS = 24;
    private static final int BY_PASSAGES = 16;
    private static final int OWN_CALIBRATION = 32;

    private ModelFormat() {}

    public static void write(LinearModel model, OutputStream out) throws IOException {
        ENVELOPE.write(data -> writeModel(model, data), out);
    }

    private static void writeModel(LinearModel model, DataOutputStream data) throws IOException {
        data.writeUTF(model.language().code());
        data.writeByte(model.bits());
        Calibration ofPassages = model.calibration(true);
        boolean own = !ofPassages.equals(model.calibration());
        data.writeByte(model.calibration().margins()
                + (model.readsPassages() ? BY_PASSAGES : 0)
                + (own ? OWN_CALIBRATION : 0));
        writeCalibration(model.calibration(), data);
        if (own) {
            writeCalibration(ofPassages, data);
        }
        data.writeFloat(model.weights().largest());
        DeflaterOutputStream deflated = new DeflaterOutputStream(data);
        deflated.write(model.weights().codes());
        deflated.finish();
    }

    /**
     * @param name of the file, for the message of a failure
     * @throws ModelFormatException when this is no model, a newer one, or a damaged one
     */
    public static LinearModel read(InputStream in, String name) throws IOException {
        return readModel(ENVELOPE.open(in, name), name);
    }

    private static LinearModel readModel(DataInputStream data, String name) throws IOException {
        String language = data.readUTF();
        int bits = data.readByte();
        int kind = data.readByte();
        int margins = kind & (BY_PASSAGES - 1);
        Calibration calibration = readCalibration(margins, data);
        Calibration own = (kind & OWN_CALIBRATION) == 0 ? calibration : readCalibration(margins, data);
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
        boolean passages = (kind & BY_PASSAGES) != 0;
        return new LinearModel(
                known, bits, new QuantizedWeights(codes, margins, largest), calibration, passages ? own : null);
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
}
