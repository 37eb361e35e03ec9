package io.satisflow.local.bench.alerts;

import io.satisflow.ledger.RecordedTicketEvent;
import io.satisflow.ledger.SourcePosition;
import io.satisflow.sla.clock.Clock;
import io.satisflow.sla.clock.SlaEvent;
import io.satisflow.sla.clock.SlaEventType;
import io.satisflow.sla.clock.TimeBasis;
import io.satisflow.ticket.TicketEvent;
import io.satisflow.ticket.TicketEventType;
import java.io.Serializable;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;

/**
 * So many tickets of some teams, each of which breaks a promise within one minute. The last event of each kind lies hours
 * later, so that everything is told that there is to tell.
 */
record BreachStorm(long breaches, int teams) implements Serializable {
    private static final Instant OPENED = Instant.parse("2026-03-02T08:00:00Z");
    private static final Instant STORM = Instant.parse("2026-03-02T09:00:00Z");
    private static final Instant LATER = Instant.parse("2026-03-02T10:30:00Z");
    private static final Duration LENGTH = Duration.ofMinutes(1);
    private static final String LAST = "last";

    /** Of tickets, or of breaches, with the one that only moves time. */
    long events() {
        return breaches + 1;
    }

    RecordedTicketEvent ticket(long number) {
        boolean last = number == breaches;
        Instant at = last ? LATER : OPENED.plusMillis(number * 10 / Math.max(1, breaches / 1000));
        return new RecordedTicketEvent(
                "helpdesk",
                new TicketEvent(
                        last ? LAST : "T" + number,
                        Long.toString(number, Character.MAX_RADIX),
                        TicketEventType.CREATED,
                        at,
                        at,
                        last ? Map.of() : Map.of("team", "team" + number % teams, "to", "agent" + number % 997)),
                new SourcePosition("raw.helpdesk", 0, number));
    }

    SlaEvent breach(long number) {
        boolean last = number == breaches;
        Instant at = last ? LATER : STORM.plusMillis(number * LENGTH.toMillis() / breaches);
        return new SlaEvent(
                last ? LAST : "T" + number,
                number % 3 == 0 ? Clock.TOTAL_RESOLUTION : Clock.FIRST_REPLY,
                1,
                last ? SlaEventType.ACTIVATE : SlaEventType.BREACH,
                at,
                at,
                at,
                Duration.ofHours(1),
                TimeBasis.WALL,
                Duration.ofHours(1),
                Duration.ofHours(1),
                "service desk",
                null,
                null);
    }
}
