package io.satisflow.alerts.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;

import io.satisflow.alerts.rule.AlertCondition;
import io.satisflow.alerts.rule.AlertRule;
import io.satisflow.alerts.rule.Fact;
import io.satisflow.alerts.rule.Flapping;
import io.satisflow.alerts.rule.Severity;
import io.satisflow.alerts.rule.StepsOf;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class AlertStoryTest {
    private static final Instant START = Instant.parse("2026-03-02T09:00:00Z");
    private static final Duration FIVE_MINUTES = Duration.ofMinutes(5);
    private static final Duration TEN_MINUTES = Duration.ofMinutes(10);

    private AlertRule rule = rule(FIVE_MINUTES, TEN_MINUTES, null);
    private SubjectState state = SubjectState.EMPTY;

    @Test
    void a_condition_that_holds_for_long_enough_fires() {
        see(0, ObservedState.BAD);
        assertThat(changes(60)).containsExactly("0 pending", "5 firing");
    }

    @Test
    void a_condition_that_goes_away_before_never_fires() {
        see(0, ObservedState.BAD);
        see(4, ObservedState.GOOD);
        assertThat(changes(60)).containsExactly("0 pending", "4 inactive");
        assertThat(state.isEmpty()).isTrue();
    }

    @Test
    void what_is_known_at_the_deadline_counts_for_it() {
        see(0, ObservedState.BAD);
        see(5, ObservedState.GOOD);
        assertThat(changes(60)).containsExactly("0 pending", "5 inactive");
    }

    @Test
    void it_is_resolved_after_it_has_recovered_for_long_enough() {
        see(0, ObservedState.BAD);
        see(20, ObservedState.GOOD);
        assertThat(changes(60)).containsExactly("0 pending", "5 firing", "20 recovering", "30 resolved");
        assertThat(state.isEmpty()).as("nothing is kept").isTrue();
    }

    @Test
    void a_relapse_while_recovering_is_the_same_alert() {
        see(0, ObservedState.BAD);
        see(20, ObservedState.GOOD);
        see(25, ObservedState.BAD);
        see(40, ObservedState.GOOD);
        List<Alert> alerts = advance(60);
        assertThat(alerts.stream().map(AlertStoryTest::described))
                .containsExactly("0 pending", "5 firing", "20 recovering", "25 firing", "40 recovering", "50 resolved");
        assertThat(alerts.stream().map(Alert::id).distinct()).hasSize(1);
        assertThat(alerts.get(5).endedAt()).isEqualTo(minute(50));
    }

    @Test
    void starting_again_is_another_alert() {
        rule = rule(Duration.ZERO, Duration.ZERO, null);
        see(0, ObservedState.BAD);
        see(1, ObservedState.GOOD);
        see(2, ObservedState.BAD);
        assertThat(advance(60).stream().map(Alert::id).distinct()).hasSize(2);
    }

    @Test
    void too_few_answers_change_nothing() {
        see(0, ObservedState.BAD);
        see(6, ObservedState.UNSURE);
        assertThat(changes(60)).containsExactly("0 pending", "5 firing");
    }

    @Test
    void an_empty_segment_is_no_data_and_no_end() {
        see(0, ObservedState.BAD);
        see(6, ObservedState.NO_DATA);
        assertThat(changes(60)).containsExactly("0 pending", "5 firing", "6 no_data");
        see(70, ObservedState.BAD);
        see(80, ObservedState.GOOD);
        assertThat(changes(100)).containsExactly("70 firing", "80 recovering", "90 resolved");
    }

    @Test
    void an_empty_segment_is_not_waited_for_for_ever() {
        see(0, ObservedState.BAD);
        see(6, ObservedState.NO_DATA);
        assertThat(changes(6 + 7 * 24 * 60)).last().isEqualTo("10086 resolved");
    }

    @Test
    void what_it_was_about_being_gone_ends_an_alert_at_once() {
        see(0, ObservedState.BAD);
        see(6, ObservedState.OVER);
        assertThat(changes(60)).containsExactly("0 pending", "5 firing", "6 resolved");
    }

    @Test
    void three_of_five_verdicts_must_be_bad() {
        rule = new AlertRule(
                "rule",
                rule.condition(),
                Severity.WARNING,
                Map.of(),
                Duration.ZERO,
                Duration.ZERO,
                null,
                StepsOf.parse("3 of 5"),
                null,
                null);
        List<Boolean> bad = List.of(true, false, true, false, true, false, false, true);
        for (int i = 0; i < bad.size(); i++) {
            see(i, bad.get(i) ? ObservedState.BAD : ObservedState.GOOD);
        }
        assertThat(changes(60))
                .as("bad at 0, 2, 4; two of the last five at 5")
                .containsExactly("4 firing", "5 resolved");
    }

    @Test
    void what_came_and_went_and_then_lasted_for_hours_ends_as_others_do() {
        rule = new AlertRule(
                "rule",
                rule.condition(),
                Severity.WARNING,
                Map.of(),
                Duration.ZERO,
                Duration.ZERO,
                null,
                null,
                new Flapping(3, Duration.ofHours(1), Duration.ofMinutes(15)),
                null);
        see(0, ObservedState.BAD);
        see(1, ObservedState.GOOD);
        see(2, ObservedState.BAD);
        see(300, ObservedState.GOOD);
        assertThat(advance(400).stream().map(AlertStoryTest::described))
                .containsExactly("0 firing", "1 resolved", "2 firing", "300 resolved");
        assertThat(state.isEmpty()).as("nothing is kept").isTrue();
    }

    @Test
    void an_alert_that_comes_and_goes_is_kept_until_it_is_calm_and_says_so() {
        rule = new AlertRule(
                "rule",
                rule.condition(),
                Severity.WARNING,
                Map.of(),
                Duration.ZERO,
                Duration.ZERO,
                null,
                null,
                new Flapping(3, Duration.ofHours(1), Duration.ofMinutes(15)),
                null);
        for (int i = 0; i < 10; i++) {
            see(2 * i, ObservedState.BAD);
            see(2 * i + 1, ObservedState.GOOD);
        }
        List<Alert> alerts = advance(200);
        assertThat(alerts.stream().map(Alert::id).distinct())
                .as("two short ones, then one")
                .hasSize(3);
        Alert last = alerts.get(alerts.size() - 1);
        assertThat(described(last)).isEqualTo("34 resolved");
        assertThat(last.facts()).containsEntry(Fact.FLAPPING, "3");
        assertThat(state.isEmpty()).as("nothing is kept").isTrue();
    }

    @Test
    void silence_is_an_alert_where_data_was_expected_and_ends_when_data_is_back() {
        rule = rule(Duration.ZERO, Duration.ZERO, Duration.ofMinutes(30));
        see(0, ObservedState.GOOD);
        see(10, ObservedState.NO_DATA);
        see(60, ObservedState.UNSURE);
        assertThat(changes(80)).containsExactly("30 no_data", "60 resolved");
    }

    @Test
    void an_alert_without_data_stays_the_same_alert() {
        rule = rule(Duration.ZERO, Duration.ZERO, Duration.ofMinutes(30));
        see(0, ObservedState.BAD);
        see(45, ObservedState.BAD);
        List<Alert> alerts = advance(50);
        assertThat(alerts.stream().map(AlertStoryTest::described))
                .containsExactly("0 firing", "30 no_data", "45 firing");
        assertThat(alerts.stream().map(Alert::id).distinct()).hasSize(1);
    }

    @Test
    void a_key_without_data_is_not_waited_for_for_ever() {
        rule = rule(Duration.ZERO, Duration.ZERO, Duration.ofMinutes(30));
        see(0, ObservedState.GOOD);
        assertThat(changes(30 + 7 * 24 * 60)).containsExactly("30 no_data", "10110 resolved");
        assertThat(state.isEmpty()).isTrue();
    }

    @Test
    void any_cutting_of_time_gives_the_same_changes() {
        for (int seed = 0; seed < 200; seed++) {
            Random random = new Random(seed);
            rule = rule(
                    Duration.ofMinutes(random.nextInt(6)),
                    Duration.ofMinutes(random.nextInt(6)),
                    random.nextBoolean() ? Duration.ofMinutes(7) : null);
            List<Observation> seen = random.ints(12, 0, 60)
                    .mapToObj(at -> seen(at, ObservedState.values()[random.nextInt(4)]))
                    .toList();
            state = SubjectState.EMPTY;
            seen.forEach(observation -> state = state.with(observation));
            SubjectState whole = state;
            List<Alert> atOnce = advance(100);

            state = whole;
            List<Alert> inSteps = new ArrayList<>();
            for (int at = 0; at < 100; at += 1 + random.nextInt(9)) {
                inSteps.addAll(advance(at));
            }
            inSteps.addAll(advance(100));
            assertThat(inSteps).as("seed %d", seed).isEqualTo(atOnce);
        }
    }

    private List<String> changes(int until) {
        return advance(until).stream().map(AlertStoryTest::described).toList();
    }

    private List<Alert> advance(int until) {
        AlertAdvance advance = AlertStory.advance(state, Map.of("rule", rule), minute(until));
        state = advance.state();
        return advance.changes();
    }

    private void see(int at, ObservedState verdict) {
        state = state.with(seen(at, verdict));
    }

    private static Observation seen(int at, ObservedState verdict) {
        return new Observation(
                "subject",
                "rule",
                "key",
                verdict.name(),
                minute(at),
                verdict,
                Severity.WARNING,
                Map.of(),
                Map.of(),
                "because",
                null);
    }

    private static AlertRule rule(Duration pendingFor, Duration keepFiringFor, @Nullable Duration noDataAfter) {
        AlertCondition condition = new AlertCondition.Threshold("csat", "1h", null, 70.0, null, 30);
        return new AlertRule(
                "rule",
                condition,
                Severity.WARNING,
                Map.of(),
                pendingFor,
                keepFiringFor,
                noDataAfter,
                null,
                null,
                null);
    }

    private static String described(Alert alert) {
        return Duration.between(START, alert.asOf()).toMinutes() + " "
                + alert.phase().wireName();
    }

    private static Instant minute(int minute) {
        return START.plus(Duration.ofMinutes(minute));
    }
}
