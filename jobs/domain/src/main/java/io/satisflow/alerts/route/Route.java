package io.satisflow.alerts.route;

import io.satisflow.alerts.rule.Label;
import java.io.Serializable;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Where alerts go.
 *
 * @param name that its groups find it by
 * @param match by label, the values that an alert may have; empty for every alert
 * @param groupBy labels whose values an alert's group has in common
 * @param goesOn later routes are asked too
 * @param quiet times at which nobody is told; what is still so is told when they end
 * @param escalation null for none
 * @param noTickets alerts on tickets are not for this route: another one tells the same receiver of them
 */
public record Route(
        String name,
        Map<String, List<String>> match,
        String receiver,
        List<String> groupBy,
        GroupTiming timing,
        boolean goesOn,
        List<TimeInterval> quiet,
        @Nullable Escalation escalation,
        boolean noTickets)
        implements Serializable {
    /** What a label that an alert does not have is spelled. */
    public static final String NONE = "(none)";

    public Route {
        match = new TreeMap<>(match);
        groupBy = List.copyOf(groupBy);
        quiet = List.copyOf(quiet);
    }

    /** Named by what it matches and whom it tells. */
    public Route(Map<String, List<String>> match, String receiver, List<String> groupBy, GroupTiming timing) {
        this(described(match, receiver, groupBy), match, receiver, groupBy, timing, false, List.of(), null, false);
    }

    static String described(Map<String, List<String>> match, String receiver, List<String> groupBy) {
        String matched = new TreeMap<>(match)
                .entrySet().stream()
                        .map(entry -> entry.getKey() + "=" + String.join("|", entry.getValue()))
                        .collect(Collectors.joining(","));
        return "%s > %s by %s".formatted(matched, receiver, String.join(",", groupBy));
    }

    boolean matches(Map<String, String> labels) {
        if (noTickets && Label.TICKET.equals(labels.get(Label.KIND))) {
            return false;
        }
        return match.entrySet().stream()
                .allMatch(wanted -> wanted.getValue().contains(labels.getOrDefault(wanted.getKey(), NONE)));
    }

    Map<String, String> group(Map<String, String> labels) {
        Map<String, String> group = new TreeMap<>();
        groupBy.forEach(label -> group.put(label, labels.getOrDefault(label, NONE)));
        return group;
    }

    public boolean isQuiet(Instant at) {
        return quiet.stream().anyMatch(interval -> interval.holds(at));
    }

    /** The first instant after another at which no quiet time holds. */
    public Instant quietUntil(Instant at) {
        Instant end = at;
        for (int i = 0; i <= quiet.size() && isQuiet(end); i++) {
            for (TimeInterval interval : quiet) {
                end = interval.holds(end) ? interval.next(end, false) : end;
            }
        }
        return end;
    }
}
