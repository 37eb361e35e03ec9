package io.satisflow.local.replay.feed;

import io.satisflow.local.replay.recording.RecordedRow;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * A row that is fed.
 *
 * @param time epoch milliseconds; null when intake will not use the row
 */
record PlannedRow(RecordedRow row, int partition, @Nullable Long time) {

    byte[] toBytes() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(row.payload().length + 32);
        DataOutputStream out = new DataOutputStream(bytes);
        out.writeLong(row.row());
        out.writeInt(partition);
        out.writeBoolean(time != null);
        out.writeLong(time == null ? 0 : time);
        out.writeUTF(row.fault() == null ? "" : row.fault());
        out.write(row.payload());
        return bytes.toByteArray();
    }

    static PlannedRow of(byte[] bytes) throws IOException {
        DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes));
        long number = in.readLong();
        int partition = in.readInt();
        boolean isTimed = in.readBoolean();
        long time = in.readLong();
        String fault = in.readUTF();
        RecordedRow row = new RecordedRow(number, in.readAllBytes(), fault.isEmpty() ? null : fault);
        return new PlannedRow(row, partition, isTimed ? time : null);
    }
}
