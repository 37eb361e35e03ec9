package io.satisflow.flink.sla;

import io.satisflow.sla.TicketMemory;
import io.satisflow.sla.clock.Clock;
import io.satisflow.sla.clock.ClockStart;
import io.satisflow.sla.clock.RunMemory;
import io.satisflow.sla.clock.TimeBasis;
import io.satisflow.ticket.FirstReply;
import io.satisflow.ticket.TicketStatus;
import io.satisflow.ticket.TicketStory;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;
import org.jspecify.annotations.Nullable;

/**
 * What is remembered of a ticket, within the bytes of its row: a few dozen for one that has been over for months. Times are
 * told as milliseconds before {@code until}, numbers by as few bytes as they need.
 *
 * <pre>
 * memory: until, last sign, story, facts, number of clocks, (clock, instances)*, number of runs, run*, number of ids, id*
 * run:    clock, flags, instance, start, status at the start, status, business, wall, target, (promised date), (reason)
 * </pre>
 */
final class TicketMemoryBytes {
    private static final int ID_BYTES = 3;

    private TicketMemoryBytes() {}

    static void write(TicketMemory memory, DataOutputView out) throws IOException {
        long until = memory.until().toEpochMilli();
        out.writeLong(until);
        writeInstant(memory.lastSign(), until, out);
        writeStory(memory.story(), until, out);
        LoggedEventBytes.writeDetails(memory.facts(), out);
        out.writeByte(memory.instances().size());
        for (Map.Entry<Clock, Integer> clock : memory.instances().entrySet()) {
            LoggedEventBytes.writeWord(clock.getKey().wireName(), out);
            writeNumber(clock.getValue(), out);
        }
        out.writeByte(memory.runs().size());
        for (RunMemory run : memory.runs()) {
            writeRun(run, memory.isBroken(run), until, out);
        }
        out.writeByte(memory.ids().size());
        for (int id : memory.ids()) {
            for (int each = 0; each < ID_BYTES; each++) {
                out.writeByte(id >>> (Byte.SIZE * each));
            }
        }
    }

    static TicketMemory read(DataInputView in, String ticket) throws IOException {
        long until = in.readLong();
        Instant lastSign = readInstant(until, in);
        TicketStory story = readStory(until, in);
        Map<String, String> facts = LoggedEventBytes.readDetails(in);
        Map<Clock, Integer> instances = new EnumMap<>(Clock.class);
        for (int left = in.readUnsignedByte(); left > 0; left--) {
            instances.put(readClock(in), (int) readNumber(in));
        }
        List<RunMemory> runs = new ArrayList<>();
        List<String> broken = new ArrayList<>();
        for (int left = in.readUnsignedByte(); left > 0; left--) {
            runs.add(readRun(ticket, until, broken, in));
        }
        List<Integer> ids = new ArrayList<>();
        for (int left = in.readUnsignedByte(); left > 0; left--) {
            int id = 0;
            for (int each = 0; each < ID_BYTES; each++) {
                id |= in.readUnsignedByte() << (Byte.SIZE * each);
            }
            ids.add(id);
        }
        return new TicketMemory(Instant.ofEpochMilli(until), lastSign, story, facts, instances, runs, broken, ids);
    }

    private static void writeStory(TicketStory story, long until, DataOutputView out) throws IOException {
        out.writeByte(flags(
                story.adopted(),
                story.openedByCustomer(),
                story.customerWrote(),
                story.merged(),
                story.openedAt() != null,
                story.quietSince() != null,
                story.endedAt() != null));
        LoggedEventBytes.writeWord(word(story.firstReply()), out);
        LoggedEventBytes.writeWord(word(story.status()), out);
        writeIfAny(story.openedAt(), until, out);
        writeIfAny(story.quietSince(), until, out);
        writeIfAny(story.endedAt(), until, out);
    }

    private static TicketStory readStory(long until, DataInputView in) throws IOException {
        int flags = in.readUnsignedByte();
        FirstReply firstReply = FirstReply.valueOf(constant(in));
        TicketStatus status = TicketStatus.valueOf(constant(in));
        Instant openedAt = isSet(flags, 4) ? readInstant(until, in) : null;
        Instant quietSince = isSet(flags, 5) ? readInstant(until, in) : null;
        Instant endedAt = isSet(flags, 6) ? readInstant(until, in) : null;
        return new TicketStory(
                openedAt,
                isSet(flags, 0),
                isSet(flags, 1),
                isSet(flags, 2),
                firstReply,
                status,
                quietSince,
                endedAt,
                isSet(flags, 3));
    }

    private static void writeRun(RunMemory run, boolean isBroken, long until, DataOutputView out) throws IOException {
        ClockStart start = run.start();
        LoggedEventBytes.writeWord(run.clock().wireName(), out);
        out.writeByte(flags(
                run.promised(),
                run.breached(),
                run.fulfilled(),
                run.suspended(),
                isBroken,
                run.time() == TimeBasis.WALL,
                start.promised() != null,
                start.reason() != null));
        writeNumber(run.instance(), out);
        writeInstant(start.at(), until, out);
        LoggedEventBytes.writeWord(word(start.status()), out);
        LoggedEventBytes.writeWord(word(run.status()), out);
        writeNumber(run.business().toMillis(), out);
        writeNumber(run.wall().toMillis(), out);
        writeNumber(run.target().toMillis(), out);
        writeIfAny(start.promised(), until, out);
        if (start.reason() != null) {
            LoggedEventBytes.writeWord(start.reason(), out);
        }
    }

    private static RunMemory readRun(String ticket, long until, List<String> broken, DataInputView in)
            throws IOException {
        Clock clock = readClock(in);
        int flags = in.readUnsignedByte();
        int instance = (int) readNumber(in);
        Instant startedAt = readInstant(until, in);
        TicketStatus startStatus = TicketStatus.valueOf(constant(in));
        TicketStatus status = TicketStatus.valueOf(constant(in));
        Duration business = Duration.ofMillis(readNumber(in));
        Duration wall = Duration.ofMillis(readNumber(in));
        Duration target = Duration.ofMillis(readNumber(in));
        Instant promised = isSet(flags, 6) ? readInstant(until, in) : null;
        String reason = isSet(flags, 7) ? LoggedEventBytes.readWord(in) : null;
        if (isSet(flags, 4)) {
            broken.add(TicketMemory.activation(clock, instance));
        }
        return new RunMemory(
                clock,
                new ClockStart(ticket, startedAt, startStatus, promised, reason),
                instance,
                isSet(flags, 0),
                status,
                business,
                wall,
                target,
                isSet(flags, 5) ? TimeBasis.WALL : TimeBasis.BUSINESS,
                isSet(flags, 1),
                isSet(flags, 2),
                isSet(flags, 3));
    }

    private static Clock readClock(DataInputView in) throws IOException {
        return Clock.named(LoggedEventBytes.readWord(in)).orElseThrow();
    }

    private static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }

    private static String constant(DataInputView in) throws IOException {
        return LoggedEventBytes.readWord(in).toUpperCase(Locale.ROOT);
    }

    private static int flags(boolean... flags) {
        int bits = 0;
        for (int each = 0; each < flags.length; each++) {
            bits |= flags[each] ? 1 << each : 0;
        }
        return bits;
    }

    private static boolean isSet(int flags, int place) {
        return (flags & (1 << place)) != 0;
    }

    private static void writeIfAny(@Nullable Instant instant, long until, DataOutputView out) throws IOException {
        if (instant != null) {
            writeInstant(instant, until, out);
        }
    }

    private static void writeInstant(Instant instant, long until, DataOutputView out) throws IOException {
        long before = until - instant.toEpochMilli();
        // Later than that is rare, but no less exact: the sign moves to the lowest bit.
        writeNumber((before << 1) ^ (before >> (Long.SIZE - 1)), out);
    }

    private static Instant readInstant(long until, DataInputView in) throws IOException {
        long bits = readNumber(in);
        return Instant.ofEpochMilli(until - ((bits >>> 1) ^ -(bits & 1)));
    }

    /** Seven bits a byte; the highest says that more follow. */
    private static void writeNumber(long number, DataOutputView out) throws IOException {
        long left = number;
        while ((left & ~0x7FL) != 0) {
            out.writeByte((int) (left & 0x7F) | 0x80);
            left >>>= 7;
        }
        out.writeByte((int) left);
    }

    private static long readNumber(DataInputView in) throws IOException {
        long number = 0;
        for (int shift = 0; shift < Long.SIZE; shift += 7) {
            int next = in.readUnsignedByte();
            number |= (long) (next & 0x7F) << shift;
            if ((next & 0x80) == 0) {
                break;
            }
        }
        return number;
    }
}
