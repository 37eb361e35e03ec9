package io.satisflow.flink.sla;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.flink.core.memory.DataInputDeserializer;
import org.apache.flink.core.memory.DataOutputSerializer;
import org.jspecify.annotations.Nullable;

/**
 * A ticket's row as bytes: what the engine reads and writes most. The first byte is the version of the layout; a new
 * layout gets a new number, and the old ones stay readable.
 *
 * <pre>
 * version 1: advanced_to, number of timers, timer*, number of events, event*
 * version 2: the same, then what is remembered of before
 * </pre>
 */
public final class TicketRowBytes {
    private static final int COMPLETE = 1;
    private static final int WITH_MEMORY = 2;

    private final DataOutputSerializer out = new DataOutputSerializer(1024);
    private final DataInputDeserializer in = new DataInputDeserializer();

    public byte[] encode(TicketRow row) {
        try {
            out.clear();
            out.writeByte(row.memory() == null ? COMPLETE : WITH_MEMORY);
            out.writeLong(row.advancedTo());
            out.writeInt(row.timers().size());
            for (long timer : row.timers()) {
                out.writeLong(timer);
            }
            out.writeInt(row.log().size());
            for (LoggedEvent event : row.log()) {
                LoggedEventBytes.write(event, out);
            }
            if (row.memory() != null) {
                TicketMemoryBytes.write(row.memory(), out);
            }
            return out.getCopyOfBuffer();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * @param ticket whose row it is
     * @param bytes null for a ticket that nothing is known of
     * @throws IllegalStateException when a later release wrote them
     */
    public TicketRow decode(byte @Nullable [] bytes, String ticket) {
        if (bytes == null) {
            return TicketRow.UNKNOWN;
        }
        try {
            in.setBuffer(bytes);
            int version = in.readByte();
            if (version < COMPLETE || version > WITH_MEMORY) {
                throw new IllegalStateException(
                        "the row of a ticket has layout %d, but this release reads up to %d; restore with a newer release"
                                .formatted(version, WITH_MEMORY));
            }
            long advancedTo = in.readLong();
            List<Long> timers = readTimers();
            List<LoggedEvent> log = readLog();
            return new TicketRow(
                    advancedTo, timers, log, version == WITH_MEMORY ? TicketMemoryBytes.read(in, ticket) : null);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private List<Long> readTimers() throws IOException {
        int count = in.readInt();
        List<Long> timers = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            timers.add(in.readLong());
        }
        return timers;
    }

    private List<LoggedEvent> readLog() throws IOException {
        int count = in.readInt();
        List<LoggedEvent> log = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            log.add(LoggedEventBytes.read(in));
        }
        return log;
    }
}
