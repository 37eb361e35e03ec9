package io.satisflow.alerts;

import static org.assertj.core.api.Assertions.assertThat;

import io.satisflow.alerts.lifecycle.Alert;
import io.satisflow.alerts.lifecycle.AlertAdvance;
import io.satisflow.alerts.lifecycle.AlertStory;
import io.satisflow.alerts.lifecycle.Phase;
import io.satisflow.alerts.lifecycle.SubjectState;
import io.satisflow.alerts.observation.TicketObservations;
import io.satisflow.alerts.route.GroupTiming;
import io.satisflow.alerts.route.Routes;
import io.satisflow.alerts.rule.AlertCondition;
import io.satisflow.alerts.rule.AlertRule;
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
    private static final int DAY = 24 * 60;
    private TicketObservations observations = new TicketObservations(AlertRules.DEFAULT);
    private Map<String, AlertRule> rules =
            Map.of("sla warning", AlertRules.DEFAULT.get(1), "sla breach", AlertRules.DEFAULT.get(2));
    private SubjectState state = SubjectState.EMPTY;

    @Test
    void a_warning_is_resolved_by_the_reply_with_that_reason() {
        say(0, "warn", "25%", null);
        say(10, "fulfil", null, null);
        assertThat(changes(60)).containsExactly("0 warn firing: 25%", "10 warn resolved: fulfil");
        assertThat(forgotten()).isTrue();
    }

    @Test
    void a_warning_that_its_breach_overtakes_is_over_and_says_so() {
        say(0, "warn", "25%", null);
        say(30, "breach", null, null);
        say(40, "fulfil", null, null);
        assertThat(changes(60))
                .containsExactlyInAnyOrder(
                        "0 warn firing: 25%",
                        "30 breach firing: breach",
                        "30 warn resolved: overtaken: breach",
                        "40 breach resolved: fulfil");
    }

    @Test
    void a_warning_is_over_with_its_breach_even_where_no_rule_tells_of_breaches() {
        rules = Map.of("sla warning", AlertRules.DEFAULT.get(1));
        observations = new TicketObservations(List.of(AlertRules.DEFAULT.get(1)));
        say(0, "warn", "25%", null);
        say(30, "breach", null, null);
        assertThat(changes(60)).containsExactly("0 warn firing: 25%", "30 warn resolved: overtaken: breach");
    }

    @Test
    void a_breach_on_the_tenth_day_still_knows_its_team_and_owner() {
        about(0, Map.of("team", "billing", "to", "Ann", "subject", "Where is my parcel?"));
        say(10 * DAY, "breach", null, null);
        Alert breach = advance(10 * DAY + 1).get(0);
        assertThat(breach.labels()).containsEntry(Label.TEAM, "billing");
        assertThat(breach.facts())
                .containsEntry(Fact.ASSIGNEE, "Ann")
                .containsEntry(Fact.SUBJECT, "Where is my parcel?");
    }

    @Test
    void a_ticket_that_is_closed_while_it_burns_ends_its_alerts() {
        about(0, Map.of("team", "billing"));
        say(30, "breach", null, null);
        about(50, Map.of("status", "closed"));
        assertThat(changes(60))
                .containsExactly("30 breach firing: breach", "50 breach resolved: the ticket was closed");
    }

    @Test
    void a_ticket_that_is_forgotten_while_it_burns_ends_its_alerts() {
        about(0, Map.of("status", "solved"));
        say(30, "breach", null, null);
        List<String> changes = changes(400 * DAY);
        assertThat(changes)
                .containsExactly(
                        "30 breach firing: breach",
                        "%d breach resolved: nothing has been heard of it for 30 days".formatted(30 + 30 * DAY));
        assertThat(forgotten()).isTrue();
    }

    @Test
    void a_rule_that_is_removed_or_renamed_takes_its_alerts_along() {
        say(30, "breach", null, null);
        assertThat(changes(40)).containsExactly("30 breach firing: breach");
        rules = Map.of("a new name", AlertRules.DEFAULT.get(2));
        assertThat(changes(60))
                .containsExactly(
                        "60 breach resolved: the rule \"sla breach\" is not there any more: removed or renamed");
        assertThat(forgotten()).isTrue();
    }

    @Test
    void an_alert_that_lasts_is_looked_at_again_within_the_hour_so_that_a_removed_rule_is_seen() {
        say(30, "breach", null, null);
        AlertAdvance advance = AlertStory.advance(state, rules, minute(40));
        assertThat(advance.next()).hasValue(minute(60));
    }

    @Test
    void an_alert_belongs_to_the_groups_it_began_in_whatever_becomes_of_the_routes() {
        say(30, "breach", null, null);
        AlertAdvance began = AlertStory.advance(state, rules, Routes.DEFAULT::find, minute(40));
        state = began.state();
        say(50, "fulfil", null, null);
        AlertAdvance ended = AlertStory.advance(
                state,
                rules,
                labels -> Routes.to("somebody else", GroupTiming.SCORES).find(labels),
                minute(60));
        assertThat(ended.changes()).hasSize(1);
        assertThat(ended.changes().get(0).groups())
                .isNotEmpty()
                .isEqualTo(began.changes().get(0).groups());
    }

    @Test
    void a_breach_that_is_taken_back_is_resolved_with_what_disproves_it() {
        say(30, "breach", null, null);
        say(50, "retract", "agent_reply arrived late", "breach");
        assertThat(changes(60))
                .containsExactly("30 breach firing: breach", "50 breach resolved: retract: agent_reply arrived late");
    }

    @Test
    void a_reply_that_arrives_in_the_grace_of_a_breach_prevents_that_anybody_is_told() {
        say(30, "breach", null, null);
        assertThat(advance(NINE.plusSeconds(30 * 60 + 4))).as("in its grace").isEmpty();
        say(30, "retract", "agent_reply arrived late", "breach");
        assertThat(changes(60)).isEmpty();
        assertThat(forgotten()).isTrue();
    }

    @Test
    void a_breach_is_told_when_its_grace_is_over_and_a_warning_at_once() {
        say(20, "warn", "25%", null);
        say(30, "breach", null, null);
        assertThat(advance(60).stream()
                        .filter(alert -> alert.phase() == Phase.FIRING)
                        .map(Alert::asOf))
                .containsExactly(minute(20), minute(30).plus(AlertCondition.Ticket.GRACE));
    }

    @Test
    void a_breach_after_one_that_was_taken_back_in_the_same_grace_is_told() {
        say(30, "breach", null, null);
        say(30, "retract", "agent_reply arrived late", "breach");
        say(31, "breach", null, null);
        assertThat(changes(60)).containsExactly("31 breach firing: breach");
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
        assertThat(Routes.DEFAULT.find(warning.labels()).get(0).labels())
                .isEqualTo(Map.of(Label.KIND, "ticket", Label.TEAM, "billing"));
    }

    @Test
    void a_ticket_without_a_team_is_grouped_as_none() {
        say(10, "warn", "25%", null);
        assertThat(Routes.DEFAULT.find(advance(60).get(0).labels()).get(0).labels())
                .containsEntry(Label.TEAM, "(none)");
    }

    @Test
    void what_is_known_of_a_ticket_is_forgotten_a_month_after_it_was_solved() {
        about(0, Map.of("team", "billing", "status", "solved"));
        advance(30 * DAY - 1);
        assertThat(state.isEmpty()).isFalse();
        advance(30 * DAY);
        assertThat(state.isEmpty()).isTrue();
    }

    @Test
    void an_event_that_says_nothing_of_the_team_is_not_kept() {
        assertThat(observations.about("T1", "e1", NINE, Map.of("form", "7"))).isEmpty();
    }

    private void about(int at, Map<String, String> details) {
        state = state.with(
                observations.about("T1", "e" + at, minute(at), details).orElseThrow());
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
        return advance(minute(until));
    }

    private List<Alert> advance(Instant until) {
        AlertAdvance advance = AlertStory.advance(state, rules, until);
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
