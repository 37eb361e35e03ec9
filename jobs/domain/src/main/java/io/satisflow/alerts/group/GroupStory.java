package io.satisflow.alerts.group;

import io.satisflow.alerts.control.AlertControls;
import io.satisflow.alerts.lifecycle.Alert;
import io.satisflow.alerts.route.GroupKey;
import io.satisflow.alerts.route.Route;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A group of alerts on its way through time. It is looked at some time after its first alert, then at whole intervals,
 * though only at those where there can be something to say, and between them when there is {@link WorseNews}. One long way gives the same notices as many short ones.
 */
public final class GroupStory {
    private static final Comparator<Alert> IN_ORDER_KNOWN =
            Comparator.comparing(Alert::knownAt).thenComparing(Alert::id).thenComparing(Alert::phase);

    private final GroupKey key;
    private final Route route;
    private final AlertControls controls;
    private final GroupMembers members;
    private final PriorityQueue<Alert> waiting = new PriorityQueue<>(IN_ORDER_KNOWN);
    private final List<Notice> notices = new ArrayList<>();
    private @Nullable Instant firstLook;
    private @Nullable Instant changedAt;
    private @Nullable Instant toldAt;
    private @Nullable Instant dueAt;
    private WorseNews worse;

    private GroupStory(GroupState state, GroupMembers members, GroupKey key, Route route, AlertControls controls) {
        this.key = key;
        this.route = route;
        this.controls = controls;
        this.members = members;
        this.firstLook = state.firstLook();
        this.changedAt = state.changedAt();
        this.toldAt = state.toldAt();
        this.dueAt = state.dueAt();
        this.worse = new WorseNews(route.timing(), state);
    }

    /**
     * Moves a group forward to {@code now}.
     *
     * @param members are changed
     * @param changes of alerts known until {@code now}; later ones are for a later way
     */
    public static GroupAdvance advance(
            GroupState state,
            GroupMembers members,
            Collection<Alert> changes,
            GroupKey key,
            Route route,
            AlertControls controls,
            Instant now) {
        GroupStory story = new GroupStory(state, members, key, route, controls);
        story.waiting.addAll(changes);
        story.moveTo(now);
        GroupState after = story.firstLook == null
                ? GroupState.EMPTY
                : new GroupState(
                        story.firstLook,
                        story.changedAt,
                        story.toldAt,
                        story.dueAt,
                        story.worse.since(),
                        story.worse.worstTold(),
                        story.worse.hurried());
        return new GroupAdvance(story.notices, after, story.nextLook());
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
        Optional<Instant> change = Optional.ofNullable(waiting.peek()).map(Alert::knownAt);
        return Stream.concat(change.stream(), nextLook().stream()).min(Comparator.naturalOrder());
    }

    private void join(Instant at) {
        while (!waiting.isEmpty() && !waiting.peek().knownAt().isAfter(at)) {
            Alert alert = waiting.remove();
            MemberState known = members.get(alert.id());
            if (alert.freshAt() != null) {
                // Nobody is told of it for that; what is told next is told as it stands.
                if (known != null && !known.alert().phase().isOver()) {
                    members.put(known.with(known.alert().knownAs(alert)));
                }
                continue;
            }
            if (known == null && !alert.phase().isActive()) {
                continue;
            }
            boolean stale = known != null && alert.asOf().isBefore(known.alert().asOf());
            if (!stale) {
                members.put(known == null ? MemberState.of(alert) : known.with(alert));
                firstLook = firstLook == null ? at.plus(route.timing().groupWait()) : firstLook;
                changedAt = at;
                if (toldAt != null && isNews(alert, known, at)) {
                    worse.note(alert, at);
                }
            }
        }
    }

    /** Whether the receiver would hear of it first at a look at this instant. */
    private boolean isNews(Alert alert, @Nullable MemberState known, Instant at) {
        return alert.isTold()
                && (known == null || !known.isTold())
                && !route.isQuiet(at)
                && controls.silence(alert.labels(), at).isEmpty();
    }

    private void look(Instant at) {
        GroupLook look = new GroupLook(at, key, route, controls, toldAt != null);
        List<Notice> told = look.look(members, toldAt);
        if (told.stream().anyMatch(notice -> notice.receiver().equals(key.receiver()))) {
            worse.told(at, toldAt);
            toldAt = at;
        }
        notices.addAll(told);
        worse.looked(look.worst());
        changedAt = null;
        dueAt = look.dueAt(toldAt).orElse(null);
        if (!members.all().iterator().hasNext()) {
            firstLook = null;
            toldAt = null;
            dueAt = null;
            worse = new WorseNews(route.timing(), GroupState.EMPTY);
        }
    }

    /** When there can be something to say: after a change, or when something falls due without one. */
    private Optional<Instant> nextLook() {
        Instant first = firstLook;
        if (first == null) {
            return Optional.empty();
        }
        Stream<Instant> looks = Stream.of(Optional.ofNullable(changedAt), Optional.ofNullable(dueAt))
                .flatMap(Optional::stream)
                .map(instant -> lookFrom(first, instant));
        return Stream.concat(looks, Stream.ofNullable(worse.dueAt(toldAt))).min(Comparator.naturalOrder());
    }

    /** The first look that is not before the instant. Where nobody is waited for, it is only not too soon after the last word. */
    private Instant lookFrom(Instant first, Instant instant) {
        if (route.timing().groupWait().isZero()) {
            Instant earliest =
                    toldAt == null ? first : toldAt.plus(route.timing().interval());
            return instant.isAfter(earliest) ? instant : earliest;
        }
        if (!instant.isAfter(first)) {
            return first;
        }
        long interval = route.timing().interval().toMillis();
        long past = Duration.between(first, instant).toMillis();
        return first.plusMillis((past + interval - 1) / interval * interval);
    }
}
