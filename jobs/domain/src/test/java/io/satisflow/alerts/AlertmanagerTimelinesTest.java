package io.satisflow.alerts;

import static org.assertj.core.api.Assertions.assertThat;

import io.satisflow.alerts.control.AlertControls;
import io.satisflow.alerts.group.GroupState;
import io.satisflow.alerts.group.GroupStory;
import io.satisflow.alerts.group.MembersInMemory;
import io.satisflow.alerts.group.Notice;
import io.satisflow.alerts.lifecycle.Alert;
import io.satisflow.alerts.lifecycle.Phase;
import io.satisflow.alerts.route.GroupKey;
import io.satisflow.alerts.route.GroupTiming;
import io.satisflow.alerts.route.Route;
import io.satisflow.alerts.rule.Severity;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * The acceptance timelines of Alertmanager: when alerts are pushed, and in which interval a notification with which alerts
 * must arrive. Deviations: an alert is pushed resolved where theirs expires by resolve_timeout (TestResolved); what a failing
 * receiver is told again is the concern of delivery, which works in wall time, so that TestRetry is told once here.
 */
class AlertmanagerTimelinesTest {
    private static final Instant START = Instant.parse("2026-03-02T09:00:00Z");
    private static final GroupKey GROUP = new GroupKey("ops", "all", Map.of());

    private final List<Alert> pushes = new ArrayList<>();

    @Test
    void batching() {
        push(1.1, "test1", false);
        push(1.7, "test5", false);
        push(3.3, "test2", false);
        push(3.3, "test3", false);
        push(3.3, "test4", false);

        assertThat(notices(1, 1, 4.9, 9.6))
                .containsExactly(
                        "2.1 first test1,test5",
                        "4.1 new_members test1,test2,test3,test4,test5",
                        "9.1 repeat test1,test2,test3,test4,test5");
    }

    @Test
    void repeat() {
        push(1, "test", false);
        push(3.5, "test", true);

        assertThat(notices(1, 1, 0.001, 10))
                .containsExactly("2.0 first test", "3.0 repeat test", "4.0 all_resolved (test)");
    }

    @Test
    void resolved() {
        for (String name : List.of("v1", "v2", "v3")) {
            push(1, name, false);
            push(11, name, true);
        }

        assertThat(notices(1, 5, 3600, 100)).containsExactly("2.0 first v1,v2,v3", "12.0 all_resolved (v1),(v2),(v3)");
    }

    @Test
    void retry() {
        push(1, "test1", false);

        assertThat(notices(1, 2, 3, 5)).containsExactly("2.0 first test1");
        assertThat(notices(1, 2, 3, 6))
                .as("the repetition that both receivers get")
                .contains("6.0 repeat test1");
    }

    @Test
    void resolved_before_group_wait_is_silent() {
        push(1, "short", false);
        push(1.5, "short", true);

        assertThat(notices(1, 1, 3600, 100)).isEmpty();
    }

    @Test
    void some_resolved_is_told_once() {
        push(1, "a", false);
        push(1, "b", false);
        push(5.5, "a", true);

        assertThat(notices(1, 1, 3600, 100)).containsExactly("2.0 first a,b", "6.0 some_resolved b,(a)");
    }

    @Test
    void a_group_begins_anew_after_all_is_over() {
        push(1, "a", false);
        push(3, "a", true);
        push(10, "b", false);

        assertThat(notices(1, 1, 3600, 100)).containsExactly("2.0 first a", "3.0 all_resolved (a)", "11.0 first b");
    }

    @Test
    void what_is_inhibited_is_not_told() {
        push(1, "breach", false);
        pushes.add(alert("warning", Phase.FIRING, seconds(1)).inhibited("the breach", seconds(1)));

        assertThat(notices(1, 1, 3600, 100)).containsExactly("2.0 first breach");
    }

    private void push(double at, String name, boolean resolved) {
        pushes.add(alert(name, resolved ? Phase.RESOLVED : Phase.FIRING, seconds(at)));
    }

    private static Alert alert(String name, Phase phase, Instant asOf) {
        @Nullable Instant endedAt = phase == Phase.RESOLVED ? asOf : null;
        return new Alert(
                "rule", name, phase, START, endedAt, Severity.WARNING, Map.of(), Map.of(), "reason", null, asOf);
    }

    private List<String> notices(double wait, double interval, double repeat, double until) {
        GroupTiming timing = new GroupTiming(duration(wait), duration(interval), duration(repeat));
        Route route = new Route(Map.of(), "ops", List.of(), timing);
        return GroupStory.advance(
                        GroupState.EMPTY,
                        new MembersInMemory(),
                        pushes,
                        GROUP,
                        route,
                        AlertControls.NONE,
                        seconds(until))
                .notices()
                .stream()
                .map(AlertmanagerTimelinesTest::described)
                .toList();
    }

    private static String described(Notice notice) {
        String alerts = notice.alerts().stream()
                .map(alert -> alert.phase() == Phase.RESOLVED ? "(" + alert.key() + ")" : alert.key())
                .collect(Collectors.joining(","));
        double at = Duration.between(START, notice.at()).toMillis() / 1000.0;
        return at + " " + notice.reason().wireName() + " " + alerts;
    }

    private static Instant seconds(double seconds) {
        return START.plus(duration(seconds));
    }

    private static Duration duration(double seconds) {
        return Duration.ofMillis(Math.round(seconds * 1000));
    }
}
