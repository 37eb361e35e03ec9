package io.satisflow.warehouse.iceberg;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.flink.core.io.SimpleVersionedSerializer;
import org.apache.flink.core.memory.DataInputDeserializer;
import org.apache.flink.core.memory.DataOutputSerializer;

/** Keeps in checkpoints what is not committed yet. */
final class WrittenFilesSerializer implements SimpleVersionedSerializer<WrittenFiles> {
    private static final int VERSION = 1;
    private static final int USUAL_BYTES = 256;

    @Override
    public int getVersion() {
        return VERSION;
    }

    @Override
    public byte[] serialize(WrittenFiles written) throws IOException {
        DataOutputSerializer out = new DataOutputSerializer(USUAL_BYTES);
        out.writeUTF(written.id());
        out.writeInt(written.files().size());
        for (WrittenFiles.WrittenFile file : written.files()) {
            out.writeUTF(file.table());
            out.writeUTF(file.day());
            out.writeUTF(file.path());
            out.writeLong(file.rows());
            out.writeLong(file.bytes());
        }
        return out.getCopyOfBuffer();
    }

    @Override
    public WrittenFiles deserialize(int version, byte[] bytes) throws IOException {
        if (version != VERSION) {
            throw new IOException(
                    "A checkpoint holds files of Iceberg tables in version %d, which is not known here: start the release that wrote it"
                            .formatted(version));
        }
        DataInputDeserializer in = new DataInputDeserializer(bytes);
        String id = in.readUTF();
        int size = in.readInt();
        List<WrittenFiles.WrittenFile> files = new ArrayList<>(size);
        for (int file = 0; file < size; file++) {
            files.add(new WrittenFiles.WrittenFile(
                    in.readUTF(), in.readUTF(), in.readUTF(), in.readLong(), in.readLong()));
        }
        return new WrittenFiles(id, files);
    }
}
