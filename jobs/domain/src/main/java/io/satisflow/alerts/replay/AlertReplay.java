package io.satisflow.alerts.replay;

import io.satisflow.alerts.control.AlertControls;
import io.satisflow.alerts.group.GroupAdvance;
import io.satisflow.alerts.group.GroupState;
import io.satisflow.alerts.group.GroupStory;
import io.satisflow.alerts.group.MembersInMemory;
import io.satisflow.alerts.group.Notice;
import io.satisflow.alerts.inhibition.InhibitRules;
import io.satisflow.alerts.inhibition.Inhibition;
import io.satisflow.alerts.lifecycle.Alert;
import io.satisflow.alerts.lifecycle.Phase;
import io.satisflow.alerts.route.GroupKey;
import io.satisflow.alerts.route.Route;
import io.satisflow.alerts.route.Routes;
import io.satisflow.alerts.rule.AlertRule;
import io.satisflow.alerts.rule.Label;
import io.satisflow.alerts.rule.Severity;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What receivers would have been told of recorded alerts. An alert is known by its labels: pushed again while it fires, it
 * stays the same alert; pushed after it was over, it is another. Order and repetition of the recording change nothing.
 */
public final class AlertReplay {
    private static final Comparator<RecordedAlert> IN_ORDER = Comparator.comparing(RecordedAlert::at)
            .thenComparing(RecordedAlert::firing)
            .thenComparing(recorded -> recorded.labels().toString());

    private final Routes routes;
    private final InhibitRules inhibit;
    private final Map<String, AlertRule> rules;
    private final @Nullable Duration resolveTimeout;

    /** The pushes of one alert, from which its life follows. */
    private final Map<Map<String, String>, List<RecordedAlert>> byLabels = new LinkedHashMap<>();

    /**
     * @param rules by name; alerts whose label names one of them live by it: each push is a verdict. Others fire and are over
     *     as they were pushed
     * @param resolveTimeout after which an alert that was not pushed again is over; null for never
     */
    public AlertReplay(
            Routes routes, InhibitRules inhibit, Map<String, AlertRule> rules, @Nullable Duration resolveTimeout) {
        this.routes = routes;
        this.inhibit = inhibit;
        this.rules = rules;
        this.resolveTimeout = resolveTimeout;
    }

    /**
     * @param words what people said meanwhile
     * @param until time goes on so far; null for until everything has been told, and repeated once
     */
    public List<Notice> notices(List<RecordedAlert> recorded, List<RecordedWord> words, @Nullable Instant until) {
        recorded.stream()
                .sorted(IN_ORDER)
                .forEach(event -> byLabels.computeIfAbsent(event.labels(), labels -> new ArrayList<>())
                        .add(event));
        Instant last = Stream.concat(
                        recorded.stream().map(RecordedAlert::at), words.stream().flatMap(AlertReplay::instants))
                .max(Comparator.naturalOrder())
                .orElse(Instant.EPOCH);
        List<Alert> lives = new ArrayList<>();
        byLabels.forEach((labels, pushes) -> lives.addAll(life(labels, pushes, until == null ? patient(last) : until)));
        List<Alert> changes = Inhibition.advance(inhibit, new TreeMap<>(), lives);
        AlertControls controls = AlertControls.of(
                words.stream().flatMap(word -> word.controls(changes)).toList());
        Map<GroupKey, List<Alert>> byGroup = new TreeMap<>(Comparator.comparing(GroupKey::text));
        changes.forEach(alert -> alert.groups()
                .forEach(group ->
                        byGroup.computeIfAbsent(group, key -> new ArrayList<>()).add(alert)));
        Instant over =
                changes.stream().map(Alert::asOf).max(Comparator.naturalOrder()).orElse(last);
        Instant told = over.isAfter(last) ? over : last;
        List<Notice> notices = new ArrayList<>();
        byGroup.forEach(
                (key, members) -> notices.addAll(told(key, members, controls, until == null ? end(key, told) : until)));
        notices.sort(
                Comparator.comparing(Notice::at).thenComparing(Notice::receiver).thenComparing(Notice::id));
        return notices;
    }

    private static Stream<Instant> instants(RecordedWord word) {
        return Stream.concat(Stream.of(word.at()), Stream.ofNullable(word.endsAt()));
    }

    /** The longest that an alert can take to be over after its last push. */
    private Instant patient(Instant last) {
        Duration longest = rules.values().stream()
                .map(rule -> rule.pendingFor()
                        .plus(rule.keepFiringFor())
                        .plus(
                                rule.flapping() == null
                                        ? Duration.ZERO
                                        : rule.flapping().calm()))
                .max(Comparator.naturalOrder())
                .orElse(Duration.ZERO);
        return last.plus(longest).plus(resolveTimeout == null ? Duration.ZERO : resolveTimeout);
    }

    private List<Alert> life(Map<String, String> labels, List<RecordedAlert> pushes, Instant until) {
        AlertRule rule = rules.get(labels.getOrDefault(Label.RULE, labels.getOrDefault("alertname", "")));
        return rule == null ? changes(pushes) : new RecordedLife(rule, routes, resolveTimeout).changes(pushes, until);
    }

    private List<Notice> told(GroupKey key, List<Alert> changes, AlertControls controls, Instant end) {
        GroupAdvance advance = GroupStory.advance(
                GroupState.EMPTY, new MembersInMemory(), changes, key, routes.of(key), controls, end);
        return advance.notices();
    }

    private Instant end(GroupKey key, Instant last) {
        Route route = routes.of(key);
        Duration repeat =
                route.timing().repeat() == null ? Duration.ZERO : route.timing().repeat();
        Duration escalation =
                route.escalation() == null ? Duration.ZERO : route.escalation().after();
        return last.plus(route.timing().groupWait())
                .plus(route.timing().interval())
                .plus(repeat.compareTo(escalation) > 0 ? repeat : escalation)
                .plus(resolveTimeout == null ? Duration.ZERO : resolveTimeout);
    }

    private List<Alert> changes(List<RecordedAlert> pushes) {
        List<Alert> changes = new ArrayList<>();
        Alert present = null;
        Instant over = null;
        for (RecordedAlert push : pushes) {
            if (present != null && over != null && !over.isAfter(push.at())) {
                changes.add(present.resolved("not heard of any more", over));
                present = null;
            }
            if (push.firing()) {
                if (present == null) {
                    present = started(push);
                    changes.add(present);
                }
                over = push.endsAt() != null
                        ? push.endsAt()
                        : resolveTimeout == null ? null : push.at().plus(resolveTimeout);
            } else if (present != null) {
                changes.add(present.resolved("resolved", push.at()));
                present = null;
                over = null;
            }
        }
        if (present != null && over != null) {
            changes.add(present.resolved("not heard of any more", over));
        }
        return changes;
    }

    private Alert started(RecordedAlert push) {
        Map<String, String> labels = push.labels();
        return new Alert(
                labels.getOrDefault(Label.RULE, labels.getOrDefault("alertname", "")),
                labels.toString(),
                Phase.FIRING,
                push.startsAt() == null ? push.at() : push.startsAt(),
                null,
                severity(labels.getOrDefault(Label.SEVERITY, "")),
                labels,
                push.annotations(),
                "pushed",
                null,
                push.at(),
                routes.find(labels),
                null);
    }

    private static Severity severity(String name) {
        try {
            return Severity.valueOf(name.toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            return Severity.WARNING;
        }
    }
}
