package io.satisflow.alerts;

import static org.assertj.core.api.Assertions.assertThat;

import io.satisflow.alerts.group.Routes;
import io.satisflow.alerts.lifecycle.Alert;
import io.satisflow.alerts.lifecycle.AlertAdvance;
import io.satisflow.alerts.lifecycle.AlertStory;
import io.satisflow.alerts.lifecycle.SubjectState;
import io.satisflow.alerts.observation.TicketObservations;
import io.satisflow.alerts.rule.AlertRules;
import io.satisflow.alerts.rule.Fact;
import io.satisflow.alerts.rule.Label;
import io.satisflow.sla.clock.Clock;
import io.satisflow.sla.clock.SlaEvent;
import io.satisflow.sla.clock.SlaEventType;
import io.satisflow.sla.clock.TimeBasis;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class TicketAlertsTest {
    private static final Instant NINE = Instant.parse("2026-03-02T09:00:00Z");
    private final TicketObservations observations = new TicketObservations(AlertRules.DEFAULT);
    private SubjectState state = SubjectState.EMPTY;

    @Test
    void a_warning_is_resolved_by_the_reply_with_that_reason() {
        say(0, "warn", "25%", null);
        say(10, "fulfil", null, null);
        assertThat(changes(60)).containsExactly("0 warn firing: 25%", "10 warn resolved: fulfil");
        assertThat(forgotten()).isTrue();
    }

    @Test
    void a_breach_inhibits_its_own_warning() {
        say(0, "warn", "25%", null);
        say(30, "breach", null, null);
        say(40, "fulfil", null, null);
        List<Alert> changes = advance(60);
        assertThat(changes.stream().map(TicketAlertsTest::described))
                .containsExactlyInAnyOrder(
                        "0 warn firing: 25%",
                        "30 breach firing: breach",
                        "30 warn firing: 25% (inhibited)",
                        "40 breach resolved: fulfil",
                        "40 warn resolved: fulfil (inhibited)");
        Alert breach = changes.stream()
                .filter(alert -> alert.key().endsWith("breach"))
                .findFirst()
                .orElseThrow();
        assertThat(changes.stream().filter(alert -> alert.inhibitedBy() != null))
                .allMatch(alert -> breach.id().equals(alert.inhibitedBy()));
    }

    @Test
    void a_breach_that_is_taken_back_is_resolved_with_what_disproves_it() {
        say(30, "breach", null, null);
        say(50, "retract", "agent_reply arrived late", "breach");
        assertThat(changes(60))
                .containsExactly("30 breach firing: breach", "50 breach resolved: retract: agent_reply arrived late");
    }

    @Test
    void a_breach_that_was_one_when_the_policy_came_is_silent() {
        say(30, "breach", "breached_on_apply", null);
        assertThat(changes(60)).isEmpty();
    }

    @Test
    void the_team_is_known_from_the_ticket_even_at_the_same_instant() {
        say(10, "warn", "25%", null);
        state = state.with(observations
                .about("T1", "e1", minute(10), Map.of("team", "billing", "to", "Ann"))
                .orElseThrow());
        Alert warning = advance(60).get(0);
        assertThat(warning.labels()).containsEntry(Label.TEAM, "billing").containsEntry(Label.RULE, "sla warning");
        assertThat(warning.facts()).containsEntry(Fact.ASSIGNEE, "Ann");
        assertThat(Routes.DEFAULT.find(warning).orElseThrow().labels())
                .isEqualTo(Map.of(Label.KIND, "ticket", Label.TEAM, "billing"));
    }

    @Test
    void a_ticket_without_a_team_is_grouped_as_none() {
        say(10, "warn", "25%", null);
        assertThat(Routes.DEFAULT.find(advance(60).get(0)).orElseThrow().labels())
                .containsEntry(Label.TEAM, "(none)");
    }

    @Test
    void what_is_known_of_a_ticket_is_forgotten_after_a_week() {
        state = state.with(observations
                .about("T1", "e1", minute(0), Map.of("team", "billing"))
                .orElseThrow());
        advance(7 * 24 * 60 - 1);
        assertThat(state.isEmpty()).isFalse();
        advance(7 * 24 * 60);
        assertThat(state.isEmpty()).isTrue();
    }

    @Test
    void an_event_that_says_nothing_of_the_team_is_not_kept() {
        assertThat(observations.about("T1", "e1", NINE, Map.of("status", "open")))
                .isEmpty();
    }

    private boolean forgotten() {
        return state.isEmpty();
    }

    private void say(int at, String event, @Nullable String reason, @Nullable String retracts) {
        SlaEvent word = new SlaEvent(
                "T1",
                Clock.FIRST_REPLY,
                1,
                type(event),
                minute(at),
                minute(at),
                minute(30),
                Duration.ofMinutes(30),
                TimeBasis.WALL,
                Duration.ofMinutes(at),
                Duration.ofMinutes(at),
                "standard",
                reason,
                retracts == null ? null : type(retracts));
        observations.of(word).forEach(seen -> state = state.with(seen));
    }

    private static SlaEventType type(String name) {
        return SlaEventType.valueOf(name.toUpperCase(Locale.ROOT));
    }

    private List<String> changes(int until) {
        return advance(until).stream().map(TicketAlertsTest::described).toList();
    }

    private List<Alert> advance(int until) {
        AlertAdvance advance = AlertStory.advance(
                state,
                Map.of("sla warning", AlertRules.DEFAULT.get(1), "sla breach", AlertRules.DEFAULT.get(2)),
                minute(until));
        state = advance.state();
        return advance.changes();
    }

    private static String described(Alert alert) {
        return "%d %s %s: %s%s"
                .formatted(
                        Duration.between(NINE, alert.asOf()).toMinutes(),
                        Objects.requireNonNull(alert.facts().get(Fact.EVENT)),
                        alert.phase().wireName(),
                        alert.reason(),
                        alert.inhibitedBy() == null ? "" : " (inhibited)");
    }

    private static Instant minute(int minute) {
        return NINE.plus(Duration.ofMinutes(minute));
    }
}
