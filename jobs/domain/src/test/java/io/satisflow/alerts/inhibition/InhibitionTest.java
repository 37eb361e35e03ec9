package io.satisflow.alerts.inhibition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.satisflow.alerts.lifecycle.Alert;
import io.satisflow.alerts.lifecycle.Phase;
import io.satisflow.alerts.rule.Fact;
import io.satisflow.alerts.rule.Severity;
import io.satisflow.config.ConfigException;
import io.satisflow.config.ConfigFile;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class InhibitionTest {
    private static final Instant START = Instant.parse("2026-03-02T09:00:00Z");
    private static final InhibitRules CRITICAL_OVER_WARNING =
            rules("[{source: {severity: critical}, target: {severity: warning}, equal: [team]}]");

    private final List<Alert> changes = new ArrayList<>();

    @Test
    void a_drift_of_a_segment_holds_back_the_same_drift_of_its_parts_and_says_which_it_is() {
        Alert whole = drift("(all)", "down", 0);
        changes.add(whole);
        changes.add(drift("channel=app", "down", 0));
        changes.add(drift("channel=app,region=north", "down", 0));
        changes.add(drift("channel=web", "up", 0));
        assertThat(told(InhibitRules.PARENTS_ONLY))
                .containsExactlyInAnyOrder(
                        "0 (all) firing",
                        "0 channel=app firing < (all)",
                        "0 channel=app,region=north firing < (all)",
                        "0 channel=web firing");
    }

    @Test
    void a_part_is_told_when_the_whole_is_over_and_it_is_not() {
        changes.add(drift("(all)", "down", 0));
        changes.add(drift("channel=app", "down", 0));
        changes.add(over(drift("(all)", "down", 0), 30));
        assertThat(told(InhibitRules.PARENTS_ONLY))
                .containsExactlyInAnyOrder(
                        "0 (all) firing", "0 channel=app firing < (all)", "30 (all) resolved", "30 channel=app firing");
    }

    @Test
    void a_critical_alert_holds_back_warnings_of_its_team_alone() {
        changes.add(alert("breach", "a", Severity.CRITICAL, 0));
        changes.add(alert("nearly", "a", Severity.WARNING, 5));
        changes.add(alert("nearly", "b", Severity.WARNING, 5));
        changes.add(over(alert("breach", "a", Severity.CRITICAL, 0), 20));
        assertThat(told(CRITICAL_OVER_WARNING))
                .containsExactlyInAnyOrder(
                        "0 breach a firing",
                        "5 nearly a firing < breach a",
                        "5 nearly b firing",
                        "20 breach a resolved",
                        "20 nearly a firing");
    }

    @Test
    void an_alert_that_is_source_and_target_does_not_hold_itself_back() {
        changes.add(alert("one", "a", Severity.CRITICAL, 0));
        changes.add(alert("two", "a", Severity.CRITICAL, 1));
        InhibitRules both = rules("[{source: {severity: critical}, target: {severity: [critical, warning]}}]");
        assertThat(told(both)).containsExactlyInAnyOrder("0 one a firing", "1 two a firing");
        changes.add(alert("three", "a", Severity.WARNING, 2));
        assertThat(told(both)).contains("2 three a firing < one a");
    }

    @Test
    void a_label_that_neither_has_counts_as_equal() {
        changes.add(alert("breach", null, Severity.CRITICAL, 0));
        changes.add(alert("nearly", null, Severity.WARNING, 1));
        assertThat(told(CRITICAL_OVER_WARNING)).contains("1 nearly null firing < breach null");
    }

    @Test
    void any_cutting_of_time_gives_the_same() {
        for (int seed = 0; seed < 100; seed++) {
            Random random = new Random(seed);
            changes.clear();
            for (int i = 0; i < 20; i++) {
                Severity severity = random.nextBoolean() ? Severity.CRITICAL : Severity.WARNING;
                String name = "rule" + random.nextInt(3);
                Alert alert = alert(name + severity, random.nextBoolean() ? "a" : "b", severity, 0);
                int at = random.nextInt(30);
                changes.add(random.nextBoolean() ? over(alert, at) : at(alert, at));
            }
            List<String> atOnce = told(CRITICAL_OVER_WARNING);
            Map<String, Alert> active = new TreeMap<>();
            List<Alert> inSteps = new ArrayList<>();
            int done = -1;
            for (int time = random.nextInt(5); done < 30; time += 1 + random.nextInt(9)) {
                List<Alert> due = new ArrayList<>();
                for (Alert change : changes) {
                    long at = Duration.between(START, change.asOf()).toMinutes();
                    if (at > done && at <= time) {
                        due.add(change);
                    }
                }
                Collections.shuffle(due, random);
                inSteps.addAll(Inhibition.advance(CRITICAL_OVER_WARNING, active, due));
                done = time;
            }
            assertThat(described(inSteps)).as("seed %d", seed).isEqualTo(atOnce);
        }
    }

    @Test
    void a_rule_without_labels_is_refused_with_its_place() {
        assertThatThrownBy(() -> rules("[{source: {}, target: {severity: warning}}]"))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining("inhibit.yaml:1")
                .hasMessageContaining("every alert would hold back every other");
    }

    private List<String> told(InhibitRules rules) {
        return described(Inhibition.advance(rules, new TreeMap<>(), changes));
    }

    private List<String> described(List<Alert> alerts) {
        Map<String, String> names = new TreeMap<>();
        changes.forEach(alert -> names.put(alert.id(), alert.key()));
        return alerts.stream()
                .map(alert -> "%d %s %s%s"
                        .formatted(
                                Duration.between(START, alert.asOf()).toMinutes(),
                                alert.key(),
                                alert.phase().wireName(),
                                alert.inhibitedBy() == null ? "" : " < " + names.get(alert.inhibitedBy())))
                .toList();
    }

    private static InhibitRules rules(String yaml) {
        return InhibitNode.read(ConfigFile.parse("inhibit.yaml", yaml));
    }

    private static Alert drift(String segment, String direction, int minute) {
        return new Alert(
                "score drift",
                segment,
                Phase.FIRING,
                START,
                null,
                Severity.WARNING,
                Map.of("rule", "score drift", "metric", "csat"),
                Map.of(Fact.SEGMENT, segment, Fact.METRIC, "csat", Fact.DIRECTION, direction),
                "",
                null,
                START.plus(Duration.ofMinutes(minute)));
    }

    private static Alert alert(String rule, @Nullable String team, Severity severity, int minute) {
        Map<String, String> labels = new TreeMap<>(Map.of("rule", rule, "severity", severity.wireName()));
        if (team != null) {
            labels.put("team", team);
        }
        return new Alert(
                rule,
                rule + " " + team,
                Phase.FIRING,
                START,
                null,
                severity,
                labels,
                Map.of(),
                "",
                null,
                START.plus(Duration.ofMinutes(minute)));
    }

    private static Alert at(Alert alert, int minute) {
        return alert.inhibited(null, START.plus(Duration.ofMinutes(minute)));
    }

    private static Alert over(Alert alert, int minute) {
        return alert.resolved("over", START.plus(Duration.ofMinutes(minute)));
    }
}
