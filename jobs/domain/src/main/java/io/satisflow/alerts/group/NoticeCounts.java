package io.satisflow.alerts.group;

import io.satisflow.alerts.lifecycle.Alert;
import io.satisflow.alerts.rule.Label;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * How many alerts a notice is about, shown or not.
 *
 * @param inhibited that last, and that nobody is told of since another alert says more
 * @param byTeam, byClock of those that fire
 * @param byHour of those that fire, by the hour in which they began, in UTC
 */
public record NoticeCounts(
        int firing,
        int resolved,
        int inhibited,
        Map<String, Integer> byTeam,
        Map<String, Integer> byClock,
        Map<String, Integer> byHour) {
    public static final NoticeCounts NONE = new NoticeCounts(0, 0, 0, Map.of(), Map.of(), Map.of());

    private static final String OTHERS = "(other)";
    private static final int NAMED = 50;

    /** Counts alerts one after the other. */
    static final class Counter {
        private int firing;
        private int resolved;
        private int inhibited;
        private final Map<String, Integer> byTeam = new TreeMap<>();
        private final Map<String, Integer> byClock = new TreeMap<>();
        private final Map<String, Integer> byHour = new TreeMap<>();

        void firing(Alert alert) {
            firing++;
            count(byTeam, alert.labels().get(Label.TEAM));
            count(byClock, alert.labels().get(Label.CLOCK));
            count(byHour, alert.since().truncatedTo(ChronoUnit.HOURS).toString());
        }

        void resolved() {
            resolved++;
        }

        void inhibited() {
            inhibited++;
        }

        /** Names beyond those that a reader can take in are counted together. */
        private static void count(Map<String, Integer> counts, @Nullable String name) {
            if (name != null) {
                counts.merge(counts.containsKey(name) || counts.size() < NAMED ? name : OTHERS, 1, Integer::sum);
            }
        }

        int total() {
            return firing + resolved;
        }

        NoticeCounts counts() {
            return new NoticeCounts(firing, resolved, inhibited, byTeam, byClock, byHour);
        }
    }
}
