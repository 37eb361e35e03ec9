package io.satisflow.flink.delivery;

import java.util.HashMap;
import java.util.Map;
import org.apache.flink.metrics.Counter;
import org.apache.flink.metrics.Gauge;
import org.apache.flink.metrics.MetricGroup;

/** What can be watched of delivery: counters of all receivers, and how long and how old the queue of each is. */
final class DeliveryMetrics {
    private final MetricGroup group;
    private final Map<String, Backlog> backlogs = new HashMap<>();
    private final Map<Delivery.Outcome, Counter> outcomes = new HashMap<>();
    private final Counter retries;
    private final Counter possibleRepeats;
    private final Counter duplicates;

    /** Read by another thread, and only ever a little late. */
    private static final class Backlog {
        private volatile long length;
        private volatile long ageSeconds;
    }

    DeliveryMetrics(MetricGroup group) {
        this.group = group;
        this.retries = group.counter("deliveryRetries");
        this.possibleRepeats = group.counter("possibleRepeats");
        this.duplicates = group.counter("duplicateNotifications");
        outcomes.put(Delivery.Outcome.DELIVERED, group.counter("notificationsDelivered"));
        outcomes.put(Delivery.Outcome.DIGESTED, group.counter("notificationsDigested"));
        outcomes.put(Delivery.Outcome.OVERDUE, group.counter("notificationsOverdue"));
        outcomes.put(Delivery.Outcome.GIVEN_UP, group.counter("notificationsGivenUp"));
    }

    /** @param ageSeconds of the oldest that waits, in event time */
    void backlog(String receiver, long length, long ageSeconds) {
        Backlog backlog = backlogs.computeIfAbsent(receiver, this::register);
        backlog.length = length;
        backlog.ageSeconds = ageSeconds;
    }

    private Backlog register(String receiver) {
        Backlog backlog = new Backlog();
        MetricGroup own = group.addGroup("receiver", receiver);
        own.gauge("backlog", (Gauge<Long>) () -> backlog.length);
        own.gauge("backlogAgeSeconds", (Gauge<Long>) () -> backlog.ageSeconds);
        return backlog;
    }

    void count(Delivery.Outcome outcome) {
        Counter counter = outcomes.get(outcome);
        if (counter != null) {
            counter.inc();
        }
    }

    void retry() {
        retries.inc();
    }

    /** An attempt was under way in the checkpoint that this started from. */
    void possibleRepeat() {
        possibleRepeats.inc();
    }

    void duplicate() {
        duplicates.inc();
    }

    long possibleRepeats() {
        return possibleRepeats.getCount();
    }

    long backlog(String receiver) {
        Backlog backlog = backlogs.get(receiver);
        return backlog == null ? 0 : backlog.length;
    }
}
