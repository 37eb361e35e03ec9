package io.satisflow.sla.reconcile;

import io.satisflow.sla.clock.SlaEvent;
import io.satisflow.sla.clock.SlaEventType;
import io.satisflow.sla.reconcile.ClockVerdict.Key;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Our verdicts, out of what the clocks said. */
final class OurVerdicts {
    private OurVerdicts() {}

    /** @param said in the order in which each ticket's clocks said it */
    static SortedMap<Key, ClockVerdict> of(List<SlaEvent> said) {
        Map<Key, List<SlaEvent>> standing = new TreeMap<>();
        for (SlaEvent event : said) {
            List<SlaEvent> ofPromise = standing.computeIfAbsent(
                    new Key(event.ticket(), event.clock(), event.instance()), key -> new ArrayList<>());
            if (event.retracted() == null) {
                ofPromise.add(event);
            } else {
                ofPromise.removeIf(earlier ->
                        earlier.type() == event.retracted() && earlier.at().equals(event.at()));
            }
        }
        SortedMap<Key, ClockVerdict> verdicts = new TreeMap<>();
        standing.forEach((key, events) -> {
            if (has(events, SlaEventType.ACTIVATE)) {
                verdicts.put(key, verdict(key, events));
            }
        });
        return verdicts;
    }

    private static ClockVerdict verdict(Key key, List<SlaEvent> events) {
        Optional<SlaEvent> done = last(events, SlaEventType.FULFIL, SlaEventType.RESUME)
                .filter(event -> event.type() == SlaEventType.FULFIL);
        Instant due = events.stream()
                .flatMap(event -> Stream.ofNullable(event.due()))
                .reduce((earlier, later) -> later)
                .orElse(null);
        return new ClockVerdict(
                key,
                outcome(events, done.isPresent()),
                due,
                done.map(SlaEvent::at).orElse(null),
                events.get(events.size() - 1).target());
    }

    private static Outcome outcome(List<SlaEvent> events, boolean done) {
        if (has(events, SlaEventType.BREACH)) {
            return Outcome.MISSED;
        }
        if (has(events, SlaEventType.CANCEL)) {
            return Outcome.CANCELLED;
        }
        return done ? Outcome.MET : Outcome.RUNNING;
    }

    private static Optional<SlaEvent> last(List<SlaEvent> events, SlaEventType one, SlaEventType other) {
        return events.stream()
                .filter(event -> event.type() == one || event.type() == other)
                .reduce((earlier, later) -> later);
    }

    private static boolean has(List<SlaEvent> events, SlaEventType type) {
        return events.stream().anyMatch(event -> event.type() == type);
    }
}
