package io.satisflow.alerts.route;

import java.io.Serializable;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * The pace at which a receiver is told of a group.
 *
 * @param groupWait from a group's first alert to its first notification, so that others can join; with zero nobody is waited
 *     for: what changes is told at once, unless the group was told less than an interval ago
 * @param interval between looks at what has changed in the group
 * @param repeat after which an unchanged group is told again; null for never
 */
public record GroupTiming(
        Duration groupWait, Duration interval, @Nullable Duration repeat) implements Serializable {
    public static final GroupTiming SCORES =
            new GroupTiming(Duration.ofSeconds(30), Duration.ofMinutes(5), Duration.ofHours(4));
    private static final Duration TICKETS_INTERVAL = Duration.ofMinutes(1);

    /** Of a ticket somebody is told at once. Its clock does not come back to life by being told again. */
    public static final GroupTiming TICKETS = new GroupTiming(Duration.ZERO, TICKETS_INTERVAL, null);

    /** Tickets where scores are told at this pace: never slower. */
    public GroupTiming ofTickets() {
        return interval.compareTo(TICKETS_INTERVAL) < 0 ? new GroupTiming(Duration.ZERO, interval, null) : TICKETS;
    }
}
