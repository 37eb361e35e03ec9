package io.satisflow.sla.dryrun;

import static org.assertj.core.api.Assertions.assertThat;

import io.satisflow.sla.clock.Clock;
import io.satisflow.sla.clock.SlaEvent;
import io.satisflow.sla.clock.SlaEventType;
import io.satisflow.sla.clock.TimeBasis;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class BreachesInHindsightTest {
    private static final Instant DUE = Instant.parse("2026-03-02T09:00:00Z");

    private final PromiseOutcomes outcomes = new PromiseOutcomes();

    @Test
    void a_breach_that_is_known_with_its_end_is_told_apart_from_one_that_stood() {
        say("1", SlaEventType.BREACH, DUE, DUE.plusSeconds(600));
        say("1", SlaEventType.FULFIL, DUE.plusSeconds(500), DUE.plusSeconds(600));
        say("2", SlaEventType.BREACH, DUE, DUE);
        say("2", SlaEventType.FULFIL, DUE.plusSeconds(500), DUE.plusSeconds(500));
        say("3", SlaEventType.BREACH, DUE, DUE);

        assertThat(outcomes.breaches()).isEqualTo(new BreachesInHindsight(1, 3));
        assertThat(outcomes.breaches().remark())
                .hasValueSatisfying(remark -> assertThat(remark).startsWith("1 of 3 breaches"));
    }

    @Test
    void where_each_breach_stood_for_a_while_there_is_nothing_to_remark() {
        say("2", SlaEventType.BREACH, DUE, DUE);
        say("2", SlaEventType.CANCEL, DUE.plusSeconds(500), DUE.plusSeconds(500));

        assertThat(outcomes.breaches().remark()).isEmpty();
    }

    private void say(String ticket, SlaEventType type, Instant at, Instant known) {
        outcomes.add(new SlaEvent(
                ticket,
                Clock.FIRST_REPLY,
                1,
                type,
                at,
                known,
                DUE,
                Duration.ofMinutes(3),
                TimeBasis.WALL,
                Duration.ofMinutes(3),
                Duration.ofMinutes(3),
                "chat",
                null,
                null));
    }
}
