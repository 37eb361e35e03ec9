package io.satisflow.scoring.fusion;

import io.satisflow.scoring.linear.LinearModel;
import io.satisflow.scoring.linear.LinearScorer;
import io.satisflow.scoring.linear.ModelFormat;
import io.satisflow.scoring.linear.ModelFormatException;
import io.satisflow.scoring.linear.ThreeWayCalibration;
import io.satisflow.sentiment.WorkLimit;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.zip.CRC32C;

/**
 * The file of a fusion model, big-endian. It holds its linear model, so that the two that were trained together stay
 * together.
 *
 * <pre>
 * 4 bytes  SFFM
 * 1 byte   version of the format
 * double   what the linear model said of the probe, positive minus negative
 * 1 byte   margins: 3, or 1 for a model without neutral texts
 * double   band
 * int      how many weights
 * floats   the weights of the head
 * 4 bytes  CRC-32C of all that stands before
 * the rest the linear model, in its own format
 * </pre>
 */
public final class FusionFormat {
    private static final int MAGIC = 0x5346464D;
    private static final int VERSION = 1;
    private static final int MOST_WEIGHTS = 1 << 20;
    private static final double TOLERANCE = 1e-6;

    /** The linear model must still read texts as it did in training; whoever changes features must train again. */
    private static final String PROBE = "@you I never liked the delivery, but this... 太棒了 🙂 not bad! 不怎么样";

    private FusionFormat() {}

    public static void write(FusionModel model, OutputStream out) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        DataOutputStream data = new DataOutputStream(bytes);
        data.writeInt(MAGIC);
        data.writeByte(VERSION);
        data.writeDouble(probe(model.linear()));
        data.writeByte(model.head().margins());
        data.writeDouble(model.head().band());
        data.writeInt(model.head().weights().length);
        for (float weight : model.head().weights()) {
            data.writeFloat(weight);
        }
        data.writeInt(checksum(bytes.toByteArray(), bytes.size()));
        ModelFormat.write(model.linear(), bytes);
        bytes.writeTo(out);
    }

    /**
     * @param name of the file, for the message of a failure
     * @throws ModelFormatException when this is no fusion model, a damaged one, or one that does not fit this version
     */
    public static FusionModel read(InputStream in, String name) throws IOException {
        byte[] bytes = in.readAllBytes();
        DataInputStream data = new DataInputStream(new ByteArrayInputStream(bytes));
        if (bytes.length < 2 * Integer.BYTES || data.readInt() != MAGIC) {
            throw new ModelFormatException(
                    "%s is no fusion model; make one with `satisflow train --scorer fusion`".formatted(name));
        }
        int version = data.readByte();
        if (version != VERSION) {
            throw new ModelFormatException("%s has format %d, but this version reads format %d; train the model again"
                    .formatted(name, version, VERSION));
        }
        double probed;
        FusionHead head;
        try {
            probed = data.readDouble();
            head = readHead(data, name);
            int headEnd = bytes.length - data.available();
            if (data.readInt() != checksum(bytes, headEnd)) {
                throw new ModelFormatException("%s is damaged: its checksum is wrong; copy it again".formatted(name));
            }
        } catch (EOFException e) {
            throw new ModelFormatException("%s is damaged: it ends too early; copy it again".formatted(name));
        }
        FusionModel model = new FusionModel(ModelFormat.read(data, name), head);
        if (Math.abs(probe(model.linear()) - probed) > TOLERANCE) {
            throw new ModelFormatException(
                    "%s was trained with other text features than this version has; train it again".formatted(name));
        }
        return model;
    }

    private static FusionHead readHead(DataInputStream data, String name) throws IOException {
        int margins = data.readByte();
        double band = data.readDouble();
        int weights = data.readInt();
        if ((margins != 1 && margins != ThreeWayCalibration.MARGINS)
                || weights < margins
                || weights > MOST_WEIGHTS
                || weights * Float.BYTES > data.available()) {
            throw new ModelFormatException(
                    "%s is damaged: %d margins of %d weights; copy it again".formatted(name, margins, weights));
        }
        float[] read = new float[weights];
        for (int i = 0; i < weights; i++) {
            read[i] = data.readFloat();
        }
        return new FusionHead(read, margins, band);
    }

    private static double probe(LinearModel model) {
        return new LinearScorer(model, WorkLimit.DEFAULT).score(PROBE).score();
    }

    private static int checksum(byte[] bytes, int length) {
        CRC32C sum = new CRC32C();
        sum.update(bytes, 0, length);
        return (int) sum.getValue();
    }
}
