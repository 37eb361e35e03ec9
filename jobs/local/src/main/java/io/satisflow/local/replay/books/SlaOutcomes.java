package io.satisflow.local.replay.books;

import com.fasterxml.jackson.databind.node.ArrayNode;
import io.satisflow.sla.clock.Clock;
import io.satisflow.sla.clock.SlaEventType;
import io.satisflow.sla.clock.TimeBasis;
import io.satisflow.sla.dryrun.BreachesInHindsight;
import io.satisflow.sla.dryrun.PromiseOutcomeJson;
import io.satisflow.sla.dryrun.PromiseOutcomes;
import io.satisflow.sla.dryrun.Unjudged;
import io.satisflow.wire.SlaEvent;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** How the clocks of a replay ended, by policy and clock. */
public final class SlaOutcomes {
    private static final double MILLIS_PER_SECOND = 1000;

    private final PromiseOutcomes outcomes = new PromiseOutcomes();

    /** Events of a ticket come in their order. */
    public void add(SlaEvent event) {
        outcomes.add(said(event));
    }

    /** Breaches that nobody could be alerted of are told apart. */
    public BreachesInHindsight breaches() {
        return outcomes.breaches();
    }

    /** Met and missed are final; running is what the end of the replay cut off. */
    public ArrayNode toJson(ArrayNode rows, Instant end) {
        outcomes.upTo(end).forEach(outcome -> rows.add(PromiseOutcomeJson.of(outcome)));
        return rows;
    }

    /** What was promised and could not be judged. */
    public List<Unjudged> unjudged() {
        return outcomes.unjudged();
    }

    /** The same, a row for each clock and reason. */
    public ArrayNode unjudgedToJson(ArrayNode rows) {
        unjudged()
                .forEach(each -> rows.addObject()
                        .put("clock", each.reason().clock().wireName())
                        .put("tickets", each.tickets())
                        .put("reason", each.reason().why()));
        return rows;
    }

    /** The names of the policies by which clocks spoke. */
    public Set<String> policies() {
        return outcomes.policies();
    }

    private static io.satisflow.sla.clock.SlaEvent said(SlaEvent wire) {
        return new io.satisflow.sla.clock.SlaEvent(
                wire.getTicket(),
                Clock.named(wire.getClock()).orElseThrow(),
                wire.getInstance(),
                type(wire.getEvent()),
                wire.getAt(),
                wire.getAsOf(),
                wire.getDue(),
                duration(wire.getTargetS()),
                TimeBasis.valueOf(wire.getTime().toUpperCase(Locale.ROOT)),
                duration(wire.getConsumedS()),
                duration(wire.getWallS()),
                wire.getPolicy(),
                wire.getReason(),
                retracted(wire.getRetracts()));
    }

    private static @Nullable SlaEventType retracted(@Nullable String event) {
        return event == null ? null : type(event);
    }

    private static SlaEventType type(String event) {
        return SlaEventType.valueOf(event.toUpperCase(Locale.ROOT));
    }

    private static Duration duration(double seconds) {
        return Duration.ofMillis(Math.round(seconds * MILLIS_PER_SECOND));
    }
}
