package io.satisflow.scoring.linear;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.zip.CRC32C;

/**
 * What stands around every model of hashed n-grams in its file: the kind of file and its version before it, a CRC-32C of
 * all that behind it.
 *
 * @param magic the first four bytes
 * @param kind of model, as messages call it
 * @param command that makes one
 */
public record ModelEnvelope(int magic, int version, String kind, String command) {

    /** Writes what is inside. */
    @FunctionalInterface
    public interface Contents {
        void writeTo(DataOutputStream data) throws IOException;
    }

    public void write(Contents contents, OutputStream out) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        DataOutputStream data = new DataOutputStream(bytes);
        data.writeInt(magic);
        data.writeByte(version);
        contents.writeTo(data);
        data.writeInt(checksum(bytes.toByteArray(), bytes.size()));
        bytes.writeTo(out);
    }

    /**
     * @param name of the file, for the message of a failure
     * @return what is inside, whole and undamaged
     * @throws ModelFormatException when this is no model of this kind, a newer one, or a damaged one
     */
    public DataInputStream open(InputStream in, String name) throws IOException {
        byte[] bytes = in.readAllBytes();
        int end = bytes.length - Integer.BYTES;
        DataInputStream data = new DataInputStream(new ByteArrayInputStream(bytes, 0, Math.max(0, end)));
        if (end < 2 * Integer.BYTES || data.readInt() != magic) {
            throw new ModelFormatException("%s is no %s; make one with `%s`".formatted(name, kind, command));
        }
        int found = data.readByte();
        if (found != version) {
            throw new ModelFormatException("%s has format %d, but this version reads format %d; train the model again"
                    .formatted(name, found, version));
        }
        if (new DataInputStream(new ByteArrayInputStream(bytes, end, Integer.BYTES)).readInt()
                != checksum(bytes, end)) {
            throw new ModelFormatException("%s is damaged: its checksum is wrong; copy it again".formatted(name));
        }
        return data;
    }

    private static int checksum(byte[] bytes, int length) {
        CRC32C sum = new CRC32C();
        sum.update(bytes, 0, length);
        return (int) sum.getValue();
    }
}
