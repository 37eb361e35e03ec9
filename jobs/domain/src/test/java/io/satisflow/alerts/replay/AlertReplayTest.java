package io.satisflow.alerts.replay;

import static org.assertj.core.api.Assertions.assertThat;

import io.satisflow.alerts.AlertSettings;
import io.satisflow.alerts.AlertSettingsNode;
import io.satisflow.alerts.control.ControlKind;
import io.satisflow.alerts.group.Notice;
import io.satisflow.alerts.receiver.Language;
import io.satisflow.config.ConfigFile;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class AlertReplayTest {
    private static final Instant START = Instant.parse("2026-03-02T09:00:00Z");
    private static final AlertSettings SETTINGS =
            AlertSettingsNode.read(ConfigFile.parse("alerts.yaml", """
                    receivers: [{name: ops}, {name: lead}]
                    intervals: {group_wait: 30s, group_interval: 5m, repeat_interval: never}
                    rules:
                      - {name: patient, on: threshold, metric: nps, window: 1h, below: 0, for: 10m, keep_firing_for: 10m, flapping: never}
                      - {name: three of five, on: threshold, metric: nps, window: 1h, below: 0, steps: 3 of 5, flapping: never}
                      - {name: shaky, on: threshold, metric: nps, window: 1h, below: 0}
                    routes:
                      - {match: {severity: critical}, receiver: lead, group_by: [team], continue: true}
                      - {receiver: ops, group_by: [team]}
                    inhibit: [{source: {severity: critical}, target: {severity: warning}, equal: [team]}]
                    """), Language.ENGLISH);

    private final List<RecordedAlert> alerts = new ArrayList<>();
    private final List<RecordedWord> words = new ArrayList<>();

    @Test
    void what_holds_for_long_enough_fires_and_stays_until_it_is_over_for_long_enough() {
        push(0, "patient", true);
        push(8, "patient", false);
        push(20, "patient", true);
        push(50, "patient", false);
        push(55, "patient", true);
        push(70, "patient", false);
        assertThat(told()).containsExactly("30.5 ops first patient", "80.5 ops all_resolved (patient)");
    }

    @Test
    void three_bad_verdicts_of_five_are_an_alert_and_two_are_none() {
        String verdicts = "10010110000000";
        for (int i = 0; i < verdicts.length(); i++) {
            push(5 * i, "three of five", verdicts.charAt(i) == '1');
        }
        assertThat(told()).containsExactly("30.5 ops first three of five", "40.5 ops all_resolved (three of five)");
    }

    @Test
    void what_comes_and_goes_is_told_as_such_and_kept_until_it_is_calm() {
        for (int i = 0; i < 60; i++) {
            push(i, "shaky", i % 2 == 0);
        }
        assertThat(told())
                .contains("11.5 ops flapping shaky,(shaky)")
                .hasSizeLessThanOrEqualTo(5)
                .last()
                .isEqualTo("76.5 ops all_resolved (shaky)");
    }

    @Test
    void a_critical_alert_holds_back_the_warning_of_its_team_which_is_told_once_it_is_over() {
        push(0, "down", true, "critical");
        push(1, "slow", true, "warning");
        push(30, "down", false, "critical");
        assertThat(told())
                .containsExactlyInAnyOrder(
                        "0.5 lead first down",
                        "0.5 ops first down",
                        "30.5 lead all_resolved (down)",
                        "30.5 ops new_members slow,(down)");
    }

    @Test
    void who_is_told_of_a_ticket_by_a_route_that_goes_on_is_told_once() {
        alerts.add(new RecordedAlert(
                START, Map.of("kind", "ticket", "severity", "critical", "team", "a"), Map.of(), true, null, null));
        assertThat(told()).containsExactly("0.0 lead first null", "0.0 ops first null");
    }

    @Test
    void silences_and_acknowledgements_are_heeded_from_their_instant_on() {
        words.add(new RecordedWord(
                START, ControlKind.SILENCE, "s1", Map.of("team", "a"), null, START.plus(Duration.ofHours(1))));
        words.add(new RecordedWord(minute(40), ControlKind.EXPIRE, "s1", Map.of(), null, null));
        push(5, "x", true);
        push(90, "x", false);
        assertThat(told()).containsExactly("40.5 ops silence_ended x", "90.5 ops all_resolved (x)");
    }

    @Test
    void order_and_repetition_of_the_recording_change_nothing() {
        push(0, "x", true);
        push(10, "y", true);
        push(20, "x", false);
        List<String> once = told();
        alerts.addAll(List.copyOf(alerts));
        Collections.reverse(alerts);
        assertThat(told()).isEqualTo(once).isNotEmpty();
    }

    private void push(int minute, String rule, boolean firing) {
        push(minute, rule, firing, null);
    }

    private void push(int minute, String rule, boolean firing, @Nullable String severity) {
        Map<String, String> labels = new TreeMap<>(Map.of("rule", rule, "team", "a"));
        if (severity != null) {
            labels.put("severity", severity);
        }
        alerts.add(new RecordedAlert(minute(minute), labels, Map.of(), firing, null, null));
    }

    private List<String> told() {
        return new AlertReplay(SETTINGS.routes(), SETTINGS.inhibit(), SETTINGS.rulesByName(), null)
                .notices(alerts, words, null).stream()
                        .map(AlertReplayTest::described)
                        .toList();
    }

    private static String described(Notice notice) {
        return "%s %s %s %s"
                .formatted(
                        Duration.between(START, notice.at()).toSeconds() / 60.0,
                        notice.receiver(),
                        notice.reason().wireName(),
                        notice.alerts().stream()
                                .map(alert -> alert.phase().isOver()
                                        ? "(" + alert.labels().get("rule") + ")"
                                        : alert.labels().get("rule"))
                                .collect(Collectors.joining(",")));
    }

    private static Instant minute(int minute) {
        return START.plus(Duration.ofMinutes(minute));
    }
}
