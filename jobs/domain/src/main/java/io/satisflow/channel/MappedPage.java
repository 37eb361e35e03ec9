package io.satisflow.channel;

import io.satisflow.channel.record.MappedRecord;
import io.satisflow.channel.record.MappedRecord.Accepted;
import io.satisflow.channel.record.MappedRecord.Ignored;
import io.satisflow.channel.record.MappedRecord.Refused;
import io.satisflow.channel.record.RefusalReason;
import io.satisflow.channel.record.TimeGaps;
import io.satisflow.feedback.Feedback;
import io.satisflow.ticket.TicketEvent;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** What became of a payload that carries several records: what can be used of them is used, each refusal is told. */
final class MappedPage {
    private MappedPage() {}

    static MappedRecord of(List<MappedRecord> records) {
        List<Accepted> accepted = ofType(records, Accepted.class);
        List<Refused> refused = ofType(records, Refused.class);
        if (!accepted.isEmpty()) {
            return together(accepted, refused);
        }
        if (refused.isEmpty()) {
            return ofType(records, Ignored.class).stream()
                    .findFirst()
                    .<MappedRecord>map(first -> first)
                    .orElse(new Refused(
                            RefusalReason.NOTHING_TO_USE,
                            "a page without a single record; let the source leave it out"));
        }
        Refused first = refused.get(0);
        return new Refused(
                first.reason(),
                "none of %d records can be used, the first: %s".formatted(refused.size(), first.message()));
    }

    private static Accepted together(List<Accepted> accepted, List<Refused> refused) {
        List<Feedback> said = new ArrayList<>();
        List<TicketEvent> events = new ArrayList<>();
        List<Refused> flaws = new ArrayList<>(refused);
        for (Accepted each : accepted) {
            said.addAll(each.said());
            events.addAll(each.ticketEvents());
            flaws.addAll(each.flaws());
        }
        Instant latest = accepted.stream()
                .map(Accepted::occurredAt)
                .max(Instant::compareTo)
                .orElseThrow();
        return new Accepted(
                latest,
                said,
                events,
                flaws,
                accepted.stream().map(Accepted::gaps).reduce(TimeGaps.NONE, TimeGaps::and));
    }

    private static <T> List<T> ofType(List<MappedRecord> records, Class<T> type) {
        return records.stream().filter(type::isInstance).map(type::cast).toList();
    }
}
