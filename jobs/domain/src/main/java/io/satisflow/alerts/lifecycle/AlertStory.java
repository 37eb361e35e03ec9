package io.satisflow.alerts.lifecycle;

import io.satisflow.alerts.route.GroupKey;
import io.satisflow.alerts.rule.AlertRule;
import io.satisflow.alerts.rule.Fact;
import io.satisflow.alerts.rule.Label;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A subject's alerts on their way through time, one boundary after the other: something is observed, or a phase has lasted
 * long enough. So one long way gives the same changes as many short ones. At the same instant, observations come first: what
 * is known at a deadline counts for it.
 */
public final class AlertStory {
    private static final String CLOSED = "closed";
    private static final Set<String> ENDED = Set.of("solved", CLOSED);
    private static final Duration FORGOTTEN = Duration.ofDays(30);
    private static final Duration OPEN = Duration.ofDays(400);
    private static final Duration SCORE = Duration.ofDays(35);

    private final Map<String, AlertRule> rules;
    private final PriorityQueue<Observation> waiting = new PriorityQueue<>(Observation.IN_ORDER_KNOWN);
    private final Map<String, Standing> standings;
    private final List<Alert> changes = new ArrayList<>();
    private final List<Alert> fresh = new ArrayList<>();
    /** The last word of each alert at the present boundary, by id. */
    private final Map<String, Alert> news = new TreeMap<>();

    /** Those of which more is known at the present boundary, by id. */
    private final Map<String, Alert> betterKnown = new TreeMap<>();

    private final Function<Map<String, String>, List<GroupKey>> routing;
    private @Nullable Observation about;
    private @Nullable Instant heardAt;

    private AlertStory(
            SubjectState state, Map<String, AlertRule> rules, Function<Map<String, String>, List<GroupKey>> routing) {
        this.rules = rules;
        this.routing = routing;
        this.heardAt = state.heardAt();
        this.waiting.addAll(state.waiting());
        this.standings = new TreeMap<>(state.standings());
        this.about = state.about();
    }

    /** Moves a subject forward to {@code now}, its alerts belonging to no groups. */
    public static AlertAdvance advance(SubjectState state, Map<String, AlertRule> rules, Instant now) {
        return advance(state, rules, labels -> List.of(), now);
    }

    /**
     * Moves a subject forward to {@code now}. Observations of rules that are not there any more are passed over, and what
     * such rules had found ends.
     *
     * @param routing the groups that an alert of some labels belongs to; asked once in its life
     */
    public static AlertAdvance advance(
            SubjectState state,
            Map<String, AlertRule> rules,
            Function<Map<String, String>, List<GroupKey>> routing,
            Instant now) {
        AlertStory story = new AlertStory(state, rules, routing);
        story.moveTo(now);
        story.endWithoutRule(now);
        return story.result(now);
    }

    private void moveTo(Instant now) {
        Optional<Instant> boundary = nextBoundary();
        while (boundary.isPresent() && !boundary.get().isAfter(now)) {
            Instant at = boundary.get();
            observe(at);
            pass(at);
            tell(at);
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
            heardAt = seen.at();
            if (seen.verdict() == ObservedState.ABOUT) {
                // What is known of a score is known anew each time; what is known of a ticket adds up.
                about = isOfScore(seen) ? seen : seen.over(about);
                if (CLOSED.equals(seen.facts().get(Fact.STATUS))) {
                    endAll(at, "the ticket was closed");
                }
            } else if (rules.containsKey(seen.rule())) {
                prevent(seen);
                String place = place(seen.rule(), seen.key());
                Standing before =
                        standings.getOrDefault(place, Standing.NOTHING).of(seen.rule());
                keep(place, before, lifecycle(seen.rule()).observe(before, seen.over(about)));
                overtake(seen);
            }
        }
    }

    /** What was said of the same in its grace is not so any more. */
    private void prevent(Observation seen) {
        Duration grace = Objects.requireNonNull(rules.get(seen.rule())).grace();
        boolean isGood = seen.verdict() == ObservedState.GOOD || seen.verdict() == ObservedState.OVER;
        if (isGood && !grace.isZero()) {
            waiting.removeIf(later -> later.verdict() == ObservedState.BAD
                    && later.rule().equals(seen.rule())
                    && later.key().equals(seen.key())
                    && !later.at().minus(grace).isAfter(seen.at()));
        }
    }

    /** A breach leaves nothing to be warned of. Whoever was warned is told that the warning is over. */
    private void overtake(Observation seen) {
        String overtaken = seen.overtakes();
        if (overtaken == null || seen.verdict() != ObservedState.BAD) {
            return;
        }
        for (Map.Entry<String, Standing> entry : List.copyOf(standings.entrySet())) {
            Alert alert = entry.getValue().alert();
            if (alert != null && alert.key().equals(overtaken)) {
                keep(
                        entry.getKey(),
                        entry.getValue(),
                        Lifecycle.onOver(entry.getValue(), seen.at(), "overtaken: " + seen.reason()));
            }
        }
    }

    private void endAll(Instant at, String reason) {
        for (Map.Entry<String, Standing> entry : List.copyOf(standings.entrySet())) {
            keep(entry.getKey(), entry.getValue(), Lifecycle.onOver(entry.getValue(), at, reason));
        }
    }

    /** Rules come and go with the settings; their alerts do not stay behind. */
    private void endWithoutRule(Instant now) {
        for (Map.Entry<String, Standing> entry : List.copyOf(standings.entrySet())) {
            String rule = entry.getValue().rule();
            if (!rules.containsKey(rule)) {
                String reason = "the rule \"%s\" is not there any more: removed or renamed".formatted(rule);
                keep(entry.getKey(), entry.getValue(), Lifecycle.onOver(entry.getValue(), now, reason));
                standings.remove(entry.getKey());
            }
        }
        tell(now);
    }

    private void pass(Instant at) {
        for (Map.Entry<String, Standing> entry : List.copyOf(standings.entrySet())) {
            Standing standing = entry.getValue();
            while (next(standing).filter(next -> !next.isAfter(at)).isPresent()) {
                Standing passed = lifecycle(standing.rule()).pass(standing, at);
                keep(entry.getKey(), standing, passed);
                standing = standings.getOrDefault(entry.getKey(), Standing.NOTHING);
            }
        }
    }

    private void keep(String place, Standing before, Standing changed) {
        Standing after = changed;
        if (after.alert() != null && isNews(before.alert(), after.alert())) {
            boolean started = before.alert() == null
                    || !before.alert().id().equals(after.alert().id());
            if (started) {
                after = after.withAlert(
                        after.alert().in(routing.apply(after.alert().labels())));
            }
            Alert alert = Objects.requireNonNull(after.alert());
            news.put(alert.id(), alert);
        } else if (after.alert() != null && isBetterKnown(before.alert(), after.alert())) {
            betterKnown.put(after.alert().id(), after.alert());
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

    private static boolean isBetterKnown(@Nullable Alert before, Alert after) {
        return before != null && after.phase().isActive() && !before.facts().equals(after.facts());
    }

    private void tell(Instant at) {
        changes.addAll(news.values());
        betterKnown.keySet().removeAll(news.keySet());
        betterKnown.values().forEach(alert -> fresh.add(alert.fresh(at)));
        news.clear();
        betterKnown.clear();
    }

    private void forget(Instant at) {
        if (forgottenAt().filter(forgotten -> !forgotten.isAfter(at)).isPresent()) {
            endAll(
                    at,
                    "nothing has been heard of it for %d days"
                            .formatted(patience().toDays()));
            tell(at);
            about = null;
            heardAt = null;
        }
    }

    /**
     * A subject is known as long as it can still matter: a ticket for longer than any promise on it while it is open, and
     * after its end as long as clocks remember it; a score for longer than its windows.
     */
    private Optional<Instant> forgottenAt() {
        boolean holdsNothing = about == null && standings.isEmpty();
        return heardAt == null || holdsNothing ? Optional.empty() : Optional.of(heardAt.plus(patience()));
    }

    private Duration patience() {
        if (about == null) {
            return isScore() ? SCORE : OPEN;
        }
        if (isOfScore(about)) {
            return SCORE;
        }
        String status = about.facts().getOrDefault(Fact.STATUS, "");
        return ENDED.contains(status) ? FORGOTTEN : OPEN;
    }

    private boolean isScore() {
        return standings.values().stream()
                .flatMap(standing -> Optional.ofNullable(standing.alert()).stream())
                .anyMatch(alert -> Label.SCORE.equals(alert.labels().get(Label.KIND)));
    }

    private static boolean isOfScore(Observation seen) {
        return Label.SCORE.equals(seen.labels().get(Label.KIND));
    }

    private Optional<Instant> next(Standing standing) {
        return rules.containsKey(standing.rule()) ? lifecycle(standing.rule()).next(standing) : Optional.empty();
    }

    private Lifecycle lifecycle(String rule) {
        return new Lifecycle(Objects.requireNonNull(rules.get(rule)));
    }

    private static String place(String rule, String key) {
        return rule + "/" + key;
    }

    private AlertAdvance result(Instant now) {
        List<Observation> left =
                waiting.stream().sorted(Observation.IN_ORDER_KNOWN).toList();
        SubjectState state =
                new SubjectState(left, standings, about, about == null && standings.isEmpty() ? null : heardAt);
        return new AlertAdvance(
                changes,
                fresh,
                state,
                Stream.concat(nextBoundary().stream(), nextCheck(now).stream()).min(Comparator.naturalOrder()));
    }

    /** Whether its rule is still there is looked at once an hour. */
    private Optional<Instant> nextCheck(Instant now) {
        boolean lasts = standings.values().stream().anyMatch(standing -> standing.alert() != null);
        return lasts ? Optional.of(now.truncatedTo(ChronoUnit.HOURS).plus(Duration.ofHours(1))) : Optional.empty();
    }
}
