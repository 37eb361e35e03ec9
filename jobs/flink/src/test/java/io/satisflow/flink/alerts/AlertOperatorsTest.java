package io.satisflow.flink.alerts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.satisflow.alerts.AlertSettings;
import io.satisflow.alerts.lifecycle.Alert;
import io.satisflow.alerts.lifecycle.Observation;
import io.satisflow.alerts.lifecycle.ObservedState;
import io.satisflow.alerts.lifecycle.Phase;
import io.satisflow.alerts.notice.Notification;
import io.satisflow.alerts.route.GroupTiming;
import io.satisflow.alerts.route.Route;
import io.satisflow.alerts.route.Routes;
import io.satisflow.alerts.rule.AlertCondition;
import io.satisflow.alerts.rule.AlertRule;
import io.satisflow.alerts.rule.Severity;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.streaming.api.operators.KeyedProcessOperator;
import org.apache.flink.streaming.api.watermark.Watermark;
import org.apache.flink.streaming.util.KeyedOneInputStreamOperatorTestHarness;
import org.junit.jupiter.api.Test;

class AlertOperatorsTest {
    private static final Instant NINE = Instant.parse("2026-03-02T09:00:00Z");
    private static final AlertRule RULE = new AlertRule(
            "rule",
            new AlertCondition.Drift(List.of(), null, null),
            Severity.WARNING,
            Map.of(),
            Duration.ofMinutes(5),
            Duration.ofMinutes(10),
            Duration.ofHours(1));

    @Test
    void an_alert_lives_in_event_time_and_leaves_nothing() throws Exception {
        try (var operator = lifecycle()) {
            operator.open();
            observe(operator, 0, ObservedState.BAD);
            observe(operator, 20, ObservedState.GOOD);
            assertThat(operator.extractOutputValues())
                    .as("nothing before its time")
                    .isEmpty();
            operator.processWatermark(at(60));
            assertThat(phases(operator.extractOutputValues()))
                    .containsExactly(Phase.PENDING, Phase.FIRING, Phase.RECOVERING, Phase.RESOLVED);

            operator.processWatermark(at(60 * 24 * 30));
            assertThat(operator.numKeyedStateEntries()).isZero();
            assertThat(operator.numEventTimeTimers()).isZero();
        }
    }

    @Test
    void at_the_end_of_a_replay_an_alert_stays_where_it_is() throws Exception {
        try (var operator = lifecycle()) {
            operator.open();
            observe(operator, 0, ObservedState.BAD);
            operator.processWatermark(at(1));
            operator.processWatermark(Watermark.MAX_WATERMARK);
            assertThat(phases(operator.extractOutputValues())).containsExactly(Phase.PENDING);
        }
    }

    @Test
    void a_restore_in_the_middle_changes_nothing() throws Exception {
        List<Alert> changes = new ArrayList<>();
        OperatorSubtaskState checkpoint;
        try (var operator = lifecycle()) {
            operator.open();
            observe(operator, 0, ObservedState.BAD);
            operator.processWatermark(at(6));
            changes.addAll(operator.extractOutputValues());
            checkpoint = operator.snapshot(1, 1);
        }
        try (var operator = lifecycle()) {
            operator.initializeState(checkpoint);
            operator.open();
            observe(operator, 20, ObservedState.GOOD);
            operator.processWatermark(at(60));
            changes.addAll(operator.extractOutputValues());
        }
        assertThat(phases(changes)).containsExactly(Phase.PENDING, Phase.FIRING, Phase.RECOVERING, Phase.RESOLVED);
        assertThat(changes.stream().map(Alert::id).distinct()).hasSize(1);
    }

    @Test
    void a_group_is_told_in_event_time_through_a_restore_and_leaves_nothing() throws Exception {
        List<Notification> notifications = new ArrayList<>();
        OperatorSubtaskState checkpoint;
        try (var operator = groups()) {
            operator.open();
            operator.processElement(routed("a", Phase.FIRING, 0), 0);
            operator.processElement(routed("b", Phase.FIRING, 7), 0);
            operator.processWatermark(at(1));
            notifications.addAll(operator.extractOutputValues());
            checkpoint = operator.snapshot(1, 1);
        }
        try (var operator = groups()) {
            operator.initializeState(checkpoint);
            operator.open();
            operator.processElement(routed("a", Phase.RESOLVED, 300), 0);
            operator.processElement(routed("b", Phase.RESOLVED, 300), 0);
            operator.processWatermark(at(600));
            notifications.addAll(operator.extractOutputValues());
            assertThat(operator.numKeyedStateEntries()).isZero();
            assertThat(operator.numEventTimeTimers()).isZero();
        }
        assertThat(notifications)
                .extracting(notification -> notification.reason().wireName())
                .containsExactly("first", "new_members", "repeat", "all_resolved");
        assertThat(notifications.get(0).at()).isEqualTo(NINE.plusSeconds(30));
    }

    @Test
    void an_alert_whose_rule_is_not_in_the_settings_after_a_restart_is_resolved_with_that_reason() throws Exception {
        OperatorSubtaskState checkpoint;
        try (var operator = lifecycle()) {
            operator.open();
            observe(operator, 0, ObservedState.BAD);
            operator.processWatermark(at(6));
            checkpoint = operator.snapshot(1, 1);
        }
        try (var operator = lifecycle(Map.of())) {
            operator.initializeState(checkpoint);
            operator.open();
            operator.processWatermark(at(60));
            List<Alert> changes = operator.extractOutputValues();
            assertThat(phases(changes)).containsExactly(Phase.RESOLVED);
            assertThat(changes.get(0).reason())
                    .isEqualTo("the rule \"rule\" is not there any more: removed or renamed");
            assertThat(operator.numKeyedStateEntries()).isZero();
        }
    }

    @Test
    void routes_that_come_and_go_over_a_restart_take_nobody_s_resolution_away() throws Exception {
        Route inserted = new Route(Map.of("kind", List.of("score")), "newcomer", List.of("rule"), GroupTiming.SCORES);
        List<Route> withInserted = new ArrayList<>(List.of(inserted));
        withInserted.addAll(Routes.DEFAULT.routes());
        for (List<Route> routes : List.of(withInserted, List.of(inserted))) {
            OperatorSubtaskState checkpoint;
            try (var operator = groups()) {
                operator.open();
                operator.processElement(routed("a", Phase.FIRING, 0), 0);
                operator.processWatermark(at(1));
                checkpoint = operator.snapshot(1, 1);
            }
            try (var operator = groups(routes)) {
                operator.initializeState(checkpoint);
                operator.open();
                operator.processElement(routed("a", Phase.RESOLVED, 10), 0);
                operator.processWatermark(at(60));
                assertThat(operator.extractOutputValues())
                        .extracting(
                                Notification::receiver,
                                notification -> notification.reason().wireName())
                        .containsExactly(tuple(Routes.TERMINAL, "all_resolved"));
            }
        }
    }

    @Test
    void an_alert_stays_with_whom_its_route_told_when_it_began_and_the_next_goes_to_whom_it_tells_now()
            throws Exception {
        OperatorSubtaskState checkpoint;
        try (var operator = lifecycle(Map.of("rule", RULE), to("day desk"))) {
            operator.open();
            observe(operator, "before", 0, ObservedState.BAD);
            operator.processWatermark(at(6));
            checkpoint = operator.snapshot(1, 1);
        }
        try (var operator = lifecycle(Map.of("rule", RULE), to("night desk"))) {
            operator.initializeState(checkpoint);
            operator.open();
            observe(operator, "before", 10, ObservedState.GOOD);
            observe(operator, "after", 10, ObservedState.BAD);
            operator.processWatermark(at(60));

            assertThat(operator.extractOutputValues())
                    .filteredOn(alert -> alert.phase() == Phase.RESOLVED || alert.phase() == Phase.FIRING)
                    .extracting(Alert::key, alert -> alert.groups().get(0).receiver())
                    .containsExactlyInAnyOrder(tuple("before", "day desk"), tuple("after", "night desk"));
        }
    }

    /** A route of the same name, whomever it tells. */
    private static Routes to(String receiver) {
        return new Routes(List.of(new Route(
                "scores", Map.of(), receiver, List.of("rule"), GroupTiming.SCORES, false, List.of(), null, false)));
    }

    private static KeyedOneInputStreamOperatorTestHarness<String, RoutedAlert, Notification> groups(List<Route> routes)
            throws Exception {
        AlertSettings settings = new AlertSettings(
                AlertSettings.DEFAULT.rules(), List.of(), new Routes(routes), AlertSettings.DEFAULT.language(), "");
        return new KeyedOneInputStreamOperatorTestHarness<>(
                new KeyedProcessOperator<>(new AlertGroups(settings)), RoutedAlert::group, Types.STRING);
    }

    private static KeyedOneInputStreamOperatorTestHarness<String, Observation, Alert> lifecycle() throws Exception {
        return lifecycle(Map.of("rule", RULE));
    }

    private static KeyedOneInputStreamOperatorTestHarness<String, Observation, Alert> lifecycle(
            Map<String, AlertRule> rules) throws Exception {
        return lifecycle(rules, Routes.DEFAULT);
    }

    private static KeyedOneInputStreamOperatorTestHarness<String, Observation, Alert> lifecycle(
            Map<String, AlertRule> rules, Routes routes) throws Exception {
        return new KeyedOneInputStreamOperatorTestHarness<>(
                new KeyedProcessOperator<>(new AlertLifecycle(rules, routes)), Observation::subject, Types.STRING);
    }

    private static KeyedOneInputStreamOperatorTestHarness<String, RoutedAlert, Notification> groups() throws Exception {
        return new KeyedOneInputStreamOperatorTestHarness<>(
                new KeyedProcessOperator<>(new AlertGroups(AlertSettings.DEFAULT)), RoutedAlert::group, Types.STRING);
    }

    private static void observe(
            KeyedOneInputStreamOperatorTestHarness<String, Observation, Alert> operator,
            int minute,
            ObservedState verdict)
            throws Exception {
        observe(operator, "key", minute, verdict);
    }

    private static void observe(
            KeyedOneInputStreamOperatorTestHarness<String, Observation, Alert> operator,
            String key,
            int minute,
            ObservedState verdict)
            throws Exception {
        Instant at = NINE.plus(Duration.ofMinutes(minute));
        Observation seen = new Observation(
                "subject",
                "rule",
                key,
                verdict.name(),
                at,
                verdict,
                Severity.WARNING,
                Map.of(),
                Map.of(),
                "because",
                null);
        operator.processElement(seen, at.toEpochMilli());
    }

    private static RoutedAlert routed(String key, Phase phase, int minute) {
        Instant at = NINE.plus(Duration.ofMinutes(minute));
        Instant endedAt = phase == Phase.RESOLVED ? at : null;
        Map<String, String> labels = Map.of("kind", "score", "rule", "rule");
        Alert alert =
                new Alert("rule", key, phase, NINE, endedAt, Severity.WARNING, labels, Map.of(), "because", null, at);
        return new RoutedAlert(Routes.DEFAULT.find(alert.labels()).get(0), alert);
    }

    private static List<Phase> phases(List<Alert> alerts) {
        return alerts.stream().map(Alert::phase).toList();
    }

    private static Watermark at(int minute) {
        return new Watermark(NINE.plus(Duration.ofMinutes(minute)).toEpochMilli());
    }
}
