package io.satisflow.sla.dryrun;

import static org.assertj.core.api.Assertions.assertThat;

import io.satisflow.config.ConfigFile;
import io.satisflow.sla.clock.Clock;
import io.satisflow.sla.dryrun.PolicyChange.Kind;
import io.satisflow.sla.policy.PolicyFile;
import io.satisflow.sla.policy.RuleBook;
import io.satisflow.sla.policy.RuleVersion;
import io.satisflow.sla.policy.SlaRules;
import io.satisflow.ticket.TicketEvent;
import io.satisflow.ticket.TicketEventType;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PolicyDiffTest {
    private static final String TWO_HOURS = "{first_reply: {target: 2h, time: wall}}";

    private final List<TicketEvent> events = new ArrayList<>();

    @Test
    void a_longer_and_a_shorter_target_move_due_times() {
        happens("T1", TicketEventType.CREATED, "09:00");

        assertThat(kinds(TWO_HOURS, "{first_reply: {target: 3h, time: wall}}", "09:30"))
                .containsExactly(Kind.LATER);
        PolicyDiff diff = diff(TWO_HOURS, "{first_reply: {target: 1h, time: wall}}", "09:30");
        assertThat(diff.changes()).singleElement().satisfies(change -> {
            assertThat(change.kind()).isEqualTo(Kind.EARLIER);
            assertThat(change.dueBefore()).hasValue(at("11:00"));
            assertThat(change.dueAfter()).hasValue(at("10:00"));
        });
    }

    @Test
    void a_target_that_is_used_up_already_would_be_breached_on_the_spot() {
        happens("T1", TicketEventType.CREATED, "09:00");

        assertThat(kinds(TWO_HOURS, "{first_reply: {target: 30m, time: wall}}", "10:00"))
                .containsExactly(Kind.BREACHED);
    }

    @Test
    void clocks_that_lose_or_get_a_promise_are_told() {
        happens("T1", TicketEventType.CREATED, "09:00");

        PolicyDiff diff = diff(TWO_HOURS, "{total_resolution: {target: 8h, time: wall}}", "09:30");
        assertThat(diff.changes())
                .extracting(change -> change.clock() + " " + change.kind())
                .containsExactlyInAnyOrder(Clock.FIRST_REPLY + " CANCELLED", Clock.TOTAL_RESOLUTION + " PROMISED");
    }

    @Test
    void tickets_that_wait_for_nothing_are_not_counted() {
        happens("answered", TicketEventType.CREATED, "09:00");
        happens("answered", TicketEventType.AGENT_REPLY, "09:10");
        happens("open", TicketEventType.CREATED, "09:00");

        PolicyDiff diff = diff(TWO_HOURS, "{first_reply: {target: 1h, time: wall}}", "09:30");
        assertThat(diff.openTickets()).isEqualTo(1);
        assertThat(diff.changes()).extracting(PolicyChange::ticket).containsExactly("open");
    }

    @Test
    void the_same_policies_change_nothing() {
        happens("T1", TicketEventType.CREATED, "09:00");

        assertThat(kinds(TWO_HOURS, TWO_HOURS, "09:30")).isEmpty();
    }

    private List<Kind> kinds(String targets, String others, String when) {
        return diff(targets, others, when).changes().stream()
                .map(PolicyChange::kind)
                .toList();
    }

    private PolicyDiff diff(String targets, String others, String when) {
        return PolicyDiff.of(events, RuleBook.of(rules(targets)), new RuleVersion("next", at(when), rules(others)));
    }

    private void happens(String ticket, TicketEventType type, String time) {
        events.add(new TicketEvent(ticket, type + time, type, at(time), at(time), Map.of()));
    }

    private static SlaRules rules(String targets) {
        return new SlaRules(new PolicyFile(Map.of())
                .read(ConfigFile.parse("policies", "policies: [{name: all, targets: %s}]".formatted(targets))));
    }

    private static Instant at(String time) {
        return Instant.parse("2026-01-05T" + time + ":00Z");
    }
}
