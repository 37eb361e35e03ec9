package io.satisflow.local.bench.alerts;

import io.satisflow.alerts.notice.Notification;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * What a storm showed.
 *
 * @param alerts changes that were written
 * @param told in any order
 * @param largestBytes of a notification on the wire
 * @param cpuSeconds of the whole process, the start of Flink and the making of the events in it
 * @param wallSeconds until everything was told
 */
record StormResult(
        BreachStorm storm,
        long alerts,
        List<Notification> told,
        int largestBytes,
        double cpuSeconds,
        double wallSeconds) {
    StormResult {
        told = List.copyOf(told);
    }

    /** Of the last word on each team, how many alerts fire. */
    Map<String, Integer> firingByTeam() {
        Map<String, Integer> firing = new TreeMap<>();
        told.stream()
                .sorted((one, other) -> one.at().compareTo(other.at()))
                .forEach(notification -> firing.put(
                        String.valueOf(notification.group().get("team")),
                        notification.counts().getOrDefault("firing", 0)));
        return firing;
    }

    double cpuMicrosEach() {
        return cpuSeconds * 1e6 / storm.breaches();
    }

    String row() {
        return String.format(
                Locale.ROOT,
                "| %,d | %d | %,d | %,d | %,d | %.1f | %.1f | %.1f |",
                storm.breaches(),
                storm.teams(),
                alerts,
                told.size(),
                largestBytes,
                cpuSeconds,
                cpuMicrosEach(),
                wallSeconds);
    }
}
