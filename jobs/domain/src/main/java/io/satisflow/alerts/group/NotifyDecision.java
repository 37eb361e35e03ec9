package io.satisflow.alerts.group;

import java.time.Instant;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;

/** Whether a receiver is to be told of a group now, and why. After Alertmanager's needsUpdate. */
public enum NotifyDecision {
    FIRST,
    NEW_MEMBERS,
    SOME_RESOLVED,
    ALL_RESOLVED,
    REPEAT,
    /** It was resolved before anyone was told. */
    NEVER_TOLD,
    UNCHANGED;

    /**
     * @param told what the receiver was told last
     * @param firing ids of the alerts that fire now
     * @param resolved ids of those that are over since the last look
     */
    static NotifyDecision decide(
            NotifiedState told, Set<String> firing, Set<String> resolved, GroupTiming timing, Instant now) {
        if (told.at() == null) {
            return firing.isEmpty() ? NEVER_TOLD : FIRST;
        }
        if (!told.firing().containsAll(firing)) {
            return NEW_MEMBERS;
        }
        if (firing.isEmpty()) {
            return told.firing().isEmpty() ? NEVER_TOLD : ALL_RESOLVED;
        }
        if (!told.resolved().containsAll(resolved)) {
            return SOME_RESOLVED;
        }
        return isRepeatDue(told, timing, now) ? REPEAT : UNCHANGED;
    }

    private static boolean isRepeatDue(NotifiedState told, GroupTiming timing, Instant now) {
        return timing.repeat() != null
                && Objects.requireNonNull(told.at()).plus(timing.repeat()).isBefore(now);
    }

    boolean isNotified() {
        return this != NEVER_TOLD && this != UNCHANGED;
    }

    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }
}
