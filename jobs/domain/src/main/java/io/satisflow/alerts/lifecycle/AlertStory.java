package io.satisflow.alerts.lifecycle;

import io.satisflow.alerts.rule.AlertRule;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A subject's alerts on their way through time, one boundary after the other: something is observed, or a phase has lasted
 * long enough. So one long way gives the same changes as many short ones. At the same instant, observations come first: what
 * is known at a deadline counts for it.
 */
public final class AlertStory {
    private final Map<String, AlertRule> rules;
    private final PriorityQueue<Observation> waiting = new PriorityQueue<>(Observation.IN_ORDER_KNOWN);
    private final Map<String, Standing> standings;
    private final List<Alert> changes = new ArrayList<>();
    /** The last word of each alert at the present boundary, by id. */
    private final Map<String, Alert> news = new TreeMap<>();

    private @Nullable Observation about;

    private AlertStory(SubjectState state, Map<String, AlertRule> rules) {
        this.rules = rules;
        this.waiting.addAll(state.waiting());
        this.standings = new TreeMap<>(state.standings());
        this.about = state.about();
    }

    /** Moves a subject forward to {@code now}. Observations of rules that are not there any more are passed over. */
    public static AlertAdvance advance(SubjectState state, Map<String, AlertRule> rules, Instant now) {
        AlertStory story = new AlertStory(state, rules);
        story.moveTo(now);
        return story.result();
    }

    private void moveTo(Instant now) {
        Optional<Instant> boundary = nextBoundary();
        while (boundary.isPresent() && !boundary.get().isAfter(now)) {
            Instant at = boundary.get();
            observe(at);
            pass(at);
            inhibit(at);
            tell();
            forget(at);
            boundary = nextBoundary();
        }
    }

    private Optional<Instant> nextBoundary() {
        Stream<Instant> observed = Optional.ofNullable(waiting.peek()).map(Observation::at).stream();
        Stream<Instant> deadlines = standings.entrySet().stream().flatMap(entry -> next(entry.getValue()).stream());
        return Stream.of(observed, deadlines, forgottenAt().stream())
                .flatMap(instants -> instants)
                .min(Comparator.naturalOrder());
    }

    private void observe(Instant at) {
        while (!waiting.isEmpty() && !waiting.peek().at().isAfter(at)) {
            Observation seen = waiting.remove();
            if (seen.verdict() == ObservedState.ABOUT) {
                about = seen.over(about);
            } else if (rules.containsKey(seen.rule())) {
                String place = place(seen.rule(), seen.key());
                Standing before = standings.getOrDefault(place, Standing.NOTHING);
                keep(place, before, lifecycle(seen.rule()).observe(before, seen.over(about)));
            }
        }
    }

    private void pass(Instant at) {
        for (Map.Entry<String, Standing> entry : List.copyOf(standings.entrySet())) {
            Standing standing = entry.getValue();
            while (next(standing).filter(next -> !next.isAfter(at)).isPresent()) {
                Standing passed = lifecycle(ruleOf(standing)).pass(standing, at);
                keep(entry.getKey(), standing, passed);
                standing = standings.getOrDefault(entry.getKey(), Standing.NOTHING);
            }
        }
    }

    /** An alert that is over takes its inhibition with it: nobody has been told of it. */
    private void inhibit(Instant at) {
        standings.replaceAll((place, standing) -> {
            Alert alert = standing.alert();
            if (alert == null) {
                return standing;
            }
            String by = inhibitor(alert.key()).map(Alert::id).orElse(null);
            if (Objects.equals(by, alert.inhibitedBy())) {
                return standing;
            }
            Alert changed = alert.inhibited(by, at);
            news.put(changed.id(), changed);
            return standing.withAlert(changed);
        });
    }

    private Optional<Alert> inhibitor(String key) {
        return standings.values().stream()
                .filter(other -> key.equals(other.inhibits()))
                .flatMap(other -> Optional.ofNullable(other.alert()).stream())
                .filter(other -> other.phase().isActive())
                .findFirst();
    }

    private void keep(String place, Standing before, Standing after) {
        Alert alert = after.alert();
        if (alert != null && isNews(before.alert(), alert)) {
            news.put(alert.id(), alert);
        }
        Standing kept = after.isOver() ? after.withoutAlert() : after;
        if (kept.isNothing()) {
            standings.remove(place);
        } else {
            standings.put(place, kept);
        }
    }

    /** Newer facts alone are not told. */
    private static boolean isNews(@Nullable Alert before, Alert after) {
        return before == null || before.phase() != after.phase() || !before.id().equals(after.id());
    }

    private void tell() {
        changes.addAll(news.values());
        news.clear();
    }

    private void forget(Instant at) {
        if (forgottenAt().filter(forgotten -> !forgotten.isAfter(at)).isPresent()) {
            about = null;
        }
    }

    /** What is said about a subject is kept as long as it has alerts, and some time longer. */
    private Optional<Instant> forgottenAt() {
        return about == null || !standings.isEmpty()
                ? Optional.empty()
                : Optional.of(about.at().plus(AlertRule.FORGET_AFTER));
    }

    private Optional<Instant> next(Standing standing) {
        return rules.containsKey(ruleOf(standing)) ? lifecycle(ruleOf(standing)).next(standing) : Optional.empty();
    }

    private static String ruleOf(Standing standing) {
        if (standing.alert() != null) {
            return standing.alert().rule();
        }
        return standing.data() == null ? "" : standing.data().rule();
    }

    private Lifecycle lifecycle(String rule) {
        return new Lifecycle(Objects.requireNonNull(rules.get(rule)));
    }

    private static String place(String rule, String key) {
        return rule + "/" + key;
    }

    private AlertAdvance result() {
        List<Observation> left =
                waiting.stream().sorted(Observation.IN_ORDER_KNOWN).toList();
        return new AlertAdvance(changes, new SubjectState(left, standings, about), nextBoundary());
    }
}
