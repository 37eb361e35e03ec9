package io.satisflow.alerts.group;

import io.satisflow.alerts.control.AlertControls;
import io.satisflow.alerts.lifecycle.Alert;
import io.satisflow.alerts.route.Escalation;
import io.satisflow.alerts.route.GroupKey;
import io.satisflow.alerts.route.Route;
import io.satisflow.alerts.rule.Fact;
import io.satisflow.alerts.rule.Severity;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One look at a group: who is to be told of what, and why. Whoever was told that an alert fires is told that it is over,
 * whatever holds it back meanwhile. A look reads every member once and keeps the worst of them only.
 */
final class GroupLook {
    private final Instant at;
    private final GroupKey key;
    private final Route route;
    private final AlertControls controls;
    private final boolean quiet;
    private final boolean toldBefore;

    private final Worst firing = new Worst();
    private final Worst resolved = new Worst();
    private final Worst escalated = new Worst();
    private final Worst escalationOver = new Worst();
    private final NoticeCounts.Counter counter = new NoticeCounts.Counter();
    private final NoticeCounts.Counter escalationCounter = new NoticeCounts.Counter();
    private int added;
    private int addedAfterSilence;
    private int addedFlapping;
    private boolean unacknowledged;
    private boolean silenced;
    private @Nullable Instant dueAt;

    GroupLook(Instant at, GroupKey key, Route route, AlertControls controls, boolean toldBefore) {
        this.at = at;
        this.key = key;
        this.route = route;
        this.controls = controls;
        this.quiet = route.isQuiet(at);
        this.toldBefore = toldBefore;
    }

    /**
     * Reads the members, and writes what became of them.
     *
     * @param toldAt when the group was told last; null when it was not
     */
    List<Notice> look(GroupMembers members, @Nullable Instant toldAt) {
        for (MemberState member : members.all()) {
            if (member.alert().phase().isOver()) {
                over(members, member);
            } else if (member.alert().phase().isActive()) {
                active(members, member);
            }
        }
        List<Notice> notices = new ArrayList<>();
        reason(toldAt).ifPresent(reason -> notices.add(notice(key.receiver(), reason, counter, firing, resolved)));
        escalation(notices);
        return notices;
    }

    private void over(GroupMembers members, MemberState member) {
        boolean silent = controls.silence(member.alert().labels(), at).isPresent();
        if (member.isTold() && (quiet || silent)) {
            silenced |= silent;
            return;
        }
        members.remove(member.alert().id());
        if (member.isTold()) {
            counter.resolved();
            resolved.add(member.alert());
        }
        if (member.escalated()) {
            escalationCounter.resolved();
            escalationOver.add(member.alert());
        }
    }

    private void active(GroupMembers members, MemberState member) {
        Alert alert = member.alert();
        if (controls.silence(alert.labels(), at).isPresent()) {
            silenced = true;
            if (!member.hushed()) {
                members.put(member.hushedBySilence());
            }
            return;
        }
        if (alert.inhibitedBy() != null && !member.isTold()) {
            counter.inhibited();
            return;
        }
        if (quiet) {
            return;
        }
        counter.firing(alert);
        firing.add(alert);
        boolean comesAndGoes = alert.facts().containsKey(Fact.FLAPPING);
        boolean news = !member.isTold() || member.hushed() || (comesAndGoes && !member.flapping());
        MemberState told = member;
        if (news) {
            added++;
            addedAfterSilence += member.hushed() ? 1 : 0;
            addedFlapping += comesAndGoes ? 1 : 0;
            told = member.told(at, comesAndGoes);
        }
        boolean taken = controls.acknowledgement(alert.id(), at).isPresent();
        unacknowledged |= !taken;
        MemberState after = taken ? told : escalate(told);
        if (after != member) {
            members.put(after);
        }
    }

    private MemberState escalate(MemberState member) {
        Escalation escalation = route.escalation();
        if (escalation == null || member.escalated() || member.toldAt() == null) {
            return member;
        }
        Instant turn = member.toldAt().plus(escalation.after());
        if (turn.isAfter(at)) {
            due(turn);
            return member;
        }
        escalationCounter.firing(member.alert());
        escalated.add(member.alert());
        return member.escalatedToo();
    }

    private Optional<NoticeReason> reason(@Nullable Instant toldAt) {
        if (added > 0) {
            return Optional.of(newsReason());
        }
        if (counter.total() == 0) {
            return Optional.empty();
        }
        NoticeCounts counts = counter.counts();
        if (counts.resolved() > 0) {
            return Optional.of(counts.firing() == 0 ? NoticeReason.ALL_RESOLVED : NoticeReason.SOME_RESOLVED);
        }
        boolean repeats = route.timing().repeat() != null
                && toldAt != null
                && unacknowledged
                && toldAt.plus(route.timing().repeat()).isBefore(at);
        return repeats ? Optional.of(NoticeReason.REPEAT) : Optional.empty();
    }

    private NoticeReason newsReason() {
        if (addedAfterSilence == added) {
            return NoticeReason.SILENCE_ENDED;
        }
        if (addedFlapping == added) {
            return NoticeReason.FLAPPING;
        }
        return toldBefore ? NoticeReason.NEW_MEMBERS : NoticeReason.FIRST;
    }

    private void escalation(List<Notice> notices) {
        Escalation escalation = route.escalation();
        if (escalation != null && escalationCounter.total() > 0) {
            NoticeCounts counts = escalationCounter.counts();
            NoticeReason reason = counts.firing() > 0 ? NoticeReason.ESCALATED : NoticeReason.ALL_RESOLVED;
            notices.add(notice(escalation.receiver(), reason, escalationCounter, escalated, escalationOver));
        }
    }

    private Notice notice(
            String receiver, NoticeReason reason, NoticeCounts.Counter counts, Worst active, Worst ended) {
        List<Alert> shown = Stream.concat(active.inOrder().stream(), ended.inOrder().stream())
                .toList();
        return new Notice(at, receiver, key.labels(), reason, shown, counts.counts());
    }

    /** Of what the receiver knows to fire after the look; null when nothing does. */
    @Nullable
    Severity worst() {
        return firing.inOrder().stream().map(Alert::severity).findFirst().orElse(null);
    }

    /** When there can be something to say though nothing changes: a repetition, an escalation, the end of a silence. */
    Optional<Instant> dueAt(@Nullable Instant toldAt) {
        if (route.timing().repeat() != null && toldAt != null && unacknowledged) {
            // Strictly later than the repeat interval, as the decision asks for.
            due(toldAt.plus(route.timing().repeat()).plusMillis(1));
        }
        controls.nextChange(at).ifPresent(this::due);
        if (silenced) {
            // Somebody may end the silence early, and a group cannot be woken by that.
            due(at.plus(route.timing().interval()));
        }
        if (quiet) {
            due(route.quietUntil(at));
        }
        return Optional.ofNullable(dueAt);
    }

    private void due(Instant instant) {
        dueAt = dueAt == null || instant.isBefore(dueAt) ? instant : dueAt;
    }
}
