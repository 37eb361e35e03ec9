package io.satisflow.alerts.group;

import io.satisflow.alerts.control.AlertControl;
import io.satisflow.alerts.control.AlertControls;
import io.satisflow.alerts.control.ControlKind;
import io.satisflow.alerts.lifecycle.Alert;
import io.satisflow.alerts.lifecycle.Phase;
import io.satisflow.alerts.route.Escalation;
import io.satisflow.alerts.route.GroupKey;
import io.satisflow.alerts.route.GroupTiming;
import io.satisflow.alerts.route.Route;
import io.satisflow.alerts.route.TimeInterval;
import io.satisflow.alerts.rule.Label;
import io.satisflow.alerts.rule.Severity;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A group and what comes to it, for tests that ask what its receiver is told. */
abstract class GroupRun {
    /** A Monday. */
    static final Instant START = Instant.parse("2026-03-02T09:00:00Z");

    static final GroupKey GROUP = new GroupKey("ops", "all", Map.of("team", "a"));

    final List<Alert> changes = new ArrayList<>();
    AlertControls controls = AlertControls.NONE;
    Route route = route(GroupTiming.SCORES, List.of(), null);

    static GroupAdvance advance(
            GroupState state,
            GroupMembers members,
            List<Alert> changes,
            Route route,
            AlertControls controls,
            long millis) {
        return GroupStory.advance(state, members, changes, GROUP, route, controls, START.plusMillis(millis));
    }

    List<String> told(int minutes) {
        return advance(GroupState.EMPTY, new MembersInMemory(), changes, route, controls, minutes * 60_000L)
                .notices()
                .stream()
                .map(GroupRun::described)
                .toList();
    }

    static String described(Notice notice) {
        String alerts = notice.alerts().stream()
                .map(alert -> alert.phase() == Phase.RESOLVED ? "(" + alert.key() + ")" : alert.key())
                .collect(Collectors.joining(","));
        return "%d s %s %s%s"
                .formatted(
                        Duration.between(START, notice.at()).toSeconds(),
                        notice.reason().wireName(),
                        alerts,
                        notice.receiver().equals("ops") ? "" : " > " + notice.receiver());
    }

    static long second(Notice notice) {
        return Duration.between(START, notice.at()).toSeconds();
    }

    static Route route(GroupTiming timing, List<TimeInterval> quiet, @Nullable Escalation escalation) {
        return new Route("all", Map.of(), "ops", List.of(), timing, false, quiet, escalation, false);
    }

    static AlertControl silence(Instant from, Instant until, String key) {
        return new AlertControl(
                "silence", from, from, ControlKind.SILENCE, null, Map.of("name", key), from, until, "Ann", "known");
    }

    static AlertControl acknowledgement(String key, Instant at) {
        String id = alert(key, false, START).id();
        return new AlertControl("ack", at, at, ControlKind.ACK, id, Map.of(), null, null, "Ann", "on it");
    }

    void change(int minute, String key, boolean resolved) {
        changes.add(alert(key, resolved, minute(minute)));
    }

    static Alert alert(String key, boolean resolved, Instant at) {
        return alert(key, resolved, at, Severity.WARNING, Map.of("name", key));
    }

    static Alert breach(String key, Instant at) {
        return alert(key, false, at, Severity.CRITICAL, Map.of("name", key, Label.EVENT, "breach"));
    }

    static Alert alert(String key, boolean resolved, Instant at, Severity severity, Map<String, String> labels) {
        return new Alert(
                "rule",
                key,
                resolved ? Phase.RESOLVED : Phase.FIRING,
                START,
                resolved ? at : null,
                severity,
                labels,
                Map.of(),
                "reason",
                null,
                at);
    }

    static Instant minute(int minute) {
        return START.plus(Duration.ofMinutes(minute));
    }
}
