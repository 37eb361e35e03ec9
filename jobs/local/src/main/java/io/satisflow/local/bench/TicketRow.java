package io.satisflow.local.bench;

import io.satisflow.flink.sla.LoggedEvent;
import io.satisflow.flink.sla.LoggedEventBytes;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.flink.core.memory.DataInputDeserializer;
import org.apache.flink.core.memory.DataOutputSerializer;

/**
 * A ticket as one row: its log, how far its clocks have spoken and its one timer, both in epoch milliseconds, 0 for
 * none.
 */
record TicketRow(long advancedTo, long timer, List<LoggedEvent> log) {
    static final TicketRow NEW = new TicketRow(0, 0, List.of());

    TicketRow with(LoggedEvent event) {
        List<LoggedEvent> longer = new ArrayList<>(log);
        longer.add(event);
        return new TicketRow(advancedTo, timer, longer);
    }

    byte[] encode(LoggedEventBytes bytes) throws IOException {
        DataOutputSerializer out = new DataOutputSerializer(1024);
        out.writeLong(advancedTo);
        out.writeLong(timer);
        out.writeInt(log.size());
        for (LoggedEvent event : log) {
            byte[] entry = bytes.encode(event);
            out.writeInt(entry.length);
            out.write(entry);
        }
        return out.getCopyOfBuffer();
    }

    static TicketRow decode(byte[] row, LoggedEventBytes bytes) throws IOException {
        DataInputDeserializer in = new DataInputDeserializer(row);
        long advancedTo = in.readLong();
        long timer = in.readLong();
        int events = in.readInt();
        List<LoggedEvent> log = new ArrayList<>(events);
        for (int i = 0; i < events; i++) {
            byte[] entry = new byte[in.readInt()];
            in.readFully(entry);
            log.add(bytes.decode(entry));
        }
        return new TicketRow(advancedTo, timer, log);
    }
}
