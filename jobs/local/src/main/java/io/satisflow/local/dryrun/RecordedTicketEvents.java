package io.satisflow.local.dryrun;

import io.satisflow.channel.ChannelMapping;
import io.satisflow.channel.record.MappedRecord;
import io.satisflow.channel.record.MappedRecord.Accepted;
import io.satisflow.channel.record.MappedRecord.Ignored;
import io.satisflow.channel.record.MappedRecord.Refused;
import io.satisflow.channel.record.RefusalReason;
import io.satisflow.channel.ticket.TicketEventJson;
import io.satisflow.local.replay.feed.ZonelessRows;
import io.satisflow.local.replay.recording.RecordedRow;
import io.satisflow.local.replay.recording.Recording;
import io.satisflow.ticket.TicketEvent;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;

/** The ticket events of a file, and where each of them stands. */
public final class RecordedTicketEvents {
    /** Without a broker there is no clock by which a record's time could be told to lie in the future. */
    private static final Instant END_OF_TIME = Instant.parse("9999-12-31T00:00:00Z");

    private final Path file;
    private final BiConsumer<String, String> problems;
    private final Map<TicketEvent, Long> rows = new IdentityHashMap<>();
    private final List<TicketEvent> events = new ArrayList<>();
    /** Of each event of a channel's records, the one that was told first. */
    private final Map<Identity, Told> told = new LinkedHashMap<>();
    /** The ids given to events that name none. */
    private final Map<TicketEvent, String> ids = new HashMap<>();

    private final ZonelessRows zoneless = new ZonelessRows();
    private int unreadable;
    private int withoutEvent;
    private int toldAgain;

    private record Identity(String ticket, String id) {}

    private record Told(TicketEvent event, Instant recordAt, long row) {}

    private RecordedTicketEvents(Path file, BiConsumer<String, String> problems) {
        this.file = file;
        this.problems = problems;
    }

    /**
     * @param mapping of the channel that the file was exported from; without one, it holds events in our own form
     * @param problems takes why a row cannot be read, in a word, and {@code file:line: reason: what and the remedy}
     * @throws io.satisflow.local.replay.recording.ReplayException when the file as a whole cannot be read
     */
    public static RecordedTicketEvents read(
            Path file, Optional<ChannelMapping> mapping, BiConsumer<String, String> problems) throws IOException {
        RecordedTicketEvents recorded = new RecordedTicketEvents(file, problems);
        Recording.of(file, mapping)
                .forEach(row -> recorded.add(
                        row,
                        mapping.map(of -> of.map(row.payload(), END_OF_TIME))
                                .orElseGet(() -> TicketEventJson.read(row.payload(), "")),
                        mapping.isPresent()));
        recorded.told.values().forEach(told -> recorded.keep(told.event(), told.row()));
        return recorded;
    }

    private void add(RecordedRow row, MappedRecord record, boolean tellsAgain) {
        zoneless.add(record);
        if (record instanceof Accepted accepted) {
            accepted.ticketEvents().forEach(event -> {
                if (tellsAgain) {
                    tell(new Told(event, accepted.occurredAt(), row.row()));
                } else {
                    keep(identified(event, row.row()), row.row());
                }
            });
            withoutEvent += accepted.ticketEvents().isEmpty() ? 1 : 0;
        } else if (record instanceof Ignored
                || (record instanceof Refused nothing && nothing.reason() == RefusalReason.NOTHING_TO_USE)) {
            withoutEvent++;
        } else if (record instanceof Refused refused) {
            unreadable++;
            problems.accept(
                    refused.reason().wireName(),
                    "%s: %s: %s".formatted(place(row.row()), refused.reason().wireName(), refused.message()));
        }
    }

    private void keep(TicketEvent event, long row) {
        rows.put(event, row);
        events.add(event);
    }

    /** A channel's snapshots tell everything again with each update; what was told first counts, as it does live. */
    private void tell(Told again) {
        Identity identity = new Identity(again.event().ticket(), again.event().id());
        Told first = told.get(identity);
        toldAgain += first == null ? 0 : 1;
        if (first == null || again.recordAt().isBefore(first.recordAt())) {
            told.put(identity, again);
        }
    }

    /** Events without an id keep the order of the file where they happened at once; the same words again are the same event. */
    private TicketEvent identified(TicketEvent event, long row) {
        if (!event.id().isEmpty()) {
            return event;
        }
        String id = ids.computeIfAbsent(event, unnamed -> "row-%09d".formatted(row));
        return new TicketEvent(event.ticket(), id, event.type(), event.occurredAt(), event.knownAt(), event.details());
    }

    public List<TicketEvent> events() {
        return events;
    }

    /** When the last of them became known; the beginning of time when there is none. */
    public Instant lastKnown() {
        return events.stream().map(TicketEvent::knownAt).max(Instant::compareTo).orElse(Instant.EPOCH);
    }

    /** Rows of a channel whose time tells no zone: deadlines of theirs may be hours off. */
    public ZonelessRows zoneless() {
        return zoneless;
    }

    /** How many rows could not be read. */
    public int unreadable() {
        return unreadable;
    }

    /** How many events of a channel's rows were told before. */
    public int toldAgain() {
        return toldAgain;
    }

    /** How many rows of a channel hold nothing about a ticket. */
    public int withoutEvent() {
        return withoutEvent;
    }

    /** Where an event stands: {@code file:line}. */
    public String place(TicketEvent event) {
        return Optional.ofNullable(rows.get(event)).map(this::place).orElse(file.toString());
    }

    private String place(long row) {
        boolean linewise = file.toString().toLowerCase(Locale.ROOT).matches(".*\\.(jsonl|ndjson)");
        return linewise ? "%s:%d".formatted(file, row) : "%s, row %d".formatted(file, row);
    }
}
