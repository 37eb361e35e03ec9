package io.satisflow.alerts.group;

import io.satisflow.alerts.lifecycle.Alert;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A group of alerts on its way through time. It is looked at some time after its first alert, then at whole intervals,
 * though only at those where there can be something to say. One long way gives the same notices as many short ones.
 */
public final class GroupStory {
    private static final Comparator<Alert> IN_ORDER_KNOWN =
            Comparator.comparing(Alert::asOf).thenComparing(Alert::id).thenComparing(Alert::phase);
    private static final Comparator<Alert> IN_ORDER_SHOWN = Comparator.comparing(
                    (Alert alert) -> alert.phase().isOver())
            .thenComparing(Alert::severity, Comparator.reverseOrder())
            .thenComparing(Alert::since)
            .thenComparing(Alert::key)
            .thenComparing(Alert::id);

    private final GroupKey key;
    private final GroupTiming timing;
    private final PriorityQueue<Alert> waiting = new PriorityQueue<>(IN_ORDER_KNOWN);
    private final Map<String, Alert> members;
    private final List<Notice> notices = new ArrayList<>();

    private @Nullable Instant firstLook;
    private @Nullable Instant changedAt;
    private NotifiedState told;

    private GroupStory(GroupState state, GroupKey key, GroupTiming timing) {
        this.key = key;
        this.timing = timing;
        this.waiting.addAll(state.waiting());
        this.members = new TreeMap<>(state.members());
        this.firstLook = state.firstLook();
        this.changedAt = state.changedAt();
        this.told = state.told();
    }

    /** Moves a group forward to {@code now}. */
    public static GroupAdvance advance(GroupState state, GroupKey key, GroupTiming timing, Instant now) {
        GroupStory story = new GroupStory(state, key, timing);
        story.moveTo(now);
        return story.result();
    }

    private void moveTo(Instant now) {
        Optional<Instant> boundary = nextBoundary();
        while (boundary.isPresent() && !boundary.get().isAfter(now)) {
            Instant at = boundary.get();
            join(at);
            if (nextLook().filter(look -> !look.isAfter(at)).isPresent()) {
                look(at);
            }
            boundary = nextBoundary();
        }
    }

    private Optional<Instant> nextBoundary() {
        Optional<Instant> change = Optional.ofNullable(waiting.peek()).map(Alert::asOf);
        return Stream.concat(change.stream(), nextLook().stream()).min(Comparator.naturalOrder());
    }

    private void join(Instant at) {
        while (!waiting.isEmpty() && !waiting.peek().asOf().isAfter(at)) {
            Alert alert = waiting.remove();
            boolean isMember = members.containsKey(alert.id());
            if (alert.isTold() || isMember) {
                members.put(alert.id(), alert);
                firstLook = firstLook == null ? at.plus(timing.groupWait()) : firstLook;
                changedAt = at;
            }
        }
    }

    private void look(Instant at) {
        Set<String> firing = ids(Alert::isTold);
        Set<String> resolved = ids(alert -> alert.phase().isOver() && alert.inhibitedBy() == null);
        NotifyDecision decision = NotifyDecision.decide(told, firing, resolved, timing, at);
        boolean anyoneToShow = !firing.isEmpty() || !resolved.isEmpty();
        if (decision.isNotified() && anyoneToShow) {
            List<Alert> shown = members.values().stream()
                    .filter(alert -> firing.contains(alert.id()) || resolved.contains(alert.id()))
                    .sorted(IN_ORDER_SHOWN)
                    .toList();
            notices.add(new Notice(at, key.receiver(), key.labels(), decision, shown));
            told = new NotifiedState(at, List.copyOf(firing), List.copyOf(resolved));
        }
        changedAt = null;
        members.values().removeIf(alert -> alert.phase().isOver());
        if (members.isEmpty()) {
            firstLook = null;
            told = NotifiedState.NEVER;
        }
    }

    /** When there can be something to say: after a change, or when an unchanged group is to be told again. */
    private Optional<Instant> nextLook() {
        if (firstLook == null) {
            return Optional.empty();
        }
        Instant first = firstLook;
        if (changedAt != null) {
            return Optional.of(lookFrom(first, changedAt));
        }
        if (timing.repeat() == null || told.at() == null || ids(Alert::isTold).isEmpty()) {
            return Optional.empty();
        }
        // Strictly later than the repeat interval, as the decision asks for.
        return Optional.of(lookFrom(first, told.at().plus(timing.repeat()).plusMillis(1)));
    }

    /** The first look that is not before the instant. */
    private Instant lookFrom(Instant first, Instant instant) {
        if (!instant.isAfter(first)) {
            return first;
        }
        long interval = timing.interval().toMillis();
        long past = Duration.between(first, instant).toMillis();
        return first.plusMillis((past + interval - 1) / interval * interval);
    }

    private Set<String> ids(Predicate<Alert> which) {
        return members.values().stream().filter(which).map(Alert::id).collect(Collectors.toCollection(TreeSet::new));
    }

    private GroupAdvance result() {
        List<Alert> left = waiting.stream().sorted(IN_ORDER_KNOWN).toList();
        GroupState state = new GroupState(left, members, firstLook, changedAt, told);
        return new GroupAdvance(notices, state, nextBoundary());
    }
}
