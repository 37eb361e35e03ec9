package io.satisflow.alerts.group;

import io.satisflow.alerts.lifecycle.Alert;
import io.satisflow.alerts.route.GroupTiming;
import io.satisflow.alerts.rule.Label;
import io.satisflow.alerts.rule.Severity;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * News that a group which was told already does not keep for its interval: the breach of a ticket, of which the receiver knows
 * no more than the warning, and what is more severe than all that the group has told. They are collected for a pause, twice as
 * long each time until it is the interval, so that a storm is told in a few messages; a whole interval without makes it short again.
 */
final class WorseNews {
    private static final String BREACH = "breach";

    /** Where nobody is waited for. */
    private static final Duration SHORTEST = Duration.ofSeconds(5);

    private static final int DOUBLINGS = 20;

    private final GroupTiming timing;
    private @Nullable Instant since;
    private @Nullable Severity worstTold;
    private int hurried;

    WorseNews(GroupTiming timing, GroupState state) {
        this.timing = timing;
        this.since = state.worseAt();
        this.worstTold = state.worst();
        this.hurried = state.hurried();
    }

    void note(Alert alert, Instant at) {
        boolean breach = BREACH.equals(alert.labels().get(Label.EVENT));
        boolean rises = worstTold != null && alert.severity().compareTo(worstTold) > 0;
        if (since == null && (breach || rises)) {
            since = at;
        }
    }

    /** @param before when the group was told before this look; null when it was not */
    void told(Instant at, @Nullable Instant before) {
        boolean early = before != null && at.isBefore(before.plus(timing.interval()));
        if (!early) {
            hurried = 0;
        } else if (since != null) {
            hurried++;
        }
    }

    /** @param worst of what the receiver knows to fire */
    void looked(@Nullable Severity worst) {
        since = null;
        worstTold = worst == null || (worstTold != null && worstTold.compareTo(worst) > 0) ? worstTold : worst;
    }

    /**
     * When there is worse news to tell; null for none. Never before others had the time to join.
     *
     * @param toldAt when the group was told last
     */
    @Nullable
    Instant dueAt(@Nullable Instant toldAt) {
        if (since == null || toldAt == null) {
            return null;
        }
        Instant waited = since.plus(timing.groupWait());
        Instant paced = toldAt.plus(pause());
        return waited.isAfter(paced) ? waited : paced;
    }

    private Duration pause() {
        Duration wait = timing.groupWait();
        Duration pause =
                (wait.compareTo(SHORTEST) > 0 ? wait : SHORTEST).multipliedBy(1L << Math.min(hurried, DOUBLINGS));
        return pause.compareTo(timing.interval()) < 0 ? pause : timing.interval();
    }

    @Nullable
    Instant since() {
        return since;
    }

    @Nullable
    Severity worstTold() {
        return worstTold;
    }

    int hurried() {
        return hurried;
    }
}
