package io.satisflow.flink.satisfaction;

import static org.assertj.core.api.Assertions.assertThat;

import io.satisflow.satisfaction.SatisfactionSettings;
import io.satisflow.satisfaction.window.RollingWindow;
import io.satisflow.wire.Metric;
import io.satisflow.wire.SatisfactionRow;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Rows as a reader sees them: the last that was told of each step, and the one before where none was told.
 *
 * @param rows by segment and window, and by the end of the window
 */
record ToldRows(Map<String, TreeMap<Instant, SatisfactionRow>> rows) {

    static ToldRows of(List<SatisfactionRow> told) {
        Map<String, TreeMap<Instant, SatisfactionRow>> rows = new HashMap<>();
        for (SatisfactionRow row : told) {
            rows.computeIfAbsent(SatisfactionKey.ofNow(row), key -> new TreeMap<>())
                    .merge(row.getTo(), row, (a, b) -> a.getAsOf().isAfter(b.getAsOf()) ? a : b);
        }
        return new ToldRows(rows);
    }

    /** @param knownBy what is expected of each step is what was known by then */
    void assertRight(NaiveSatisfaction naive, SatisfactionSettings settings, UnaryOperator<Instant> knownBy) {
        for (String segment : naive.segments()) {
            for (RollingWindow window : settings.windows()) {
                TreeMap<Instant, SatisfactionRow> told =
                        rows.getOrDefault(segment + "/" + window.name(), new TreeMap<>());
                for (Instant step = FeedbackFeed.START;
                        step.isBefore(FeedbackFeed.END);
                        step = step.plus(window.step())) {
                    Map.Entry<Instant, SatisfactionRow> row = told.floorEntry(step);
                    assertThat(shown(row == null ? null : row.getValue()))
                            .as("%s %s at %s", segment, window.name(), step)
                            .isEqualTo(naive.window(segment, step, window.length(), knownBy.apply(step)));
                }
            }
        }
    }

    /** As {@link NaiveSatisfaction} shows a window; a row without data like none at all. */
    static Map<String, String> shown(@Nullable SatisfactionRow row) {
        Map<String, String> shown = new HashMap<>();
        if (row == null || metric(row, "volume").getN() == 0) {
            return shown;
        }
        for (String name : List.of("volume", "sentiment", "csat")) {
            Metric metric = metric(row, name);
            shown.put(name, NaiveSatisfaction.shown(metric.getValue()));
            shown.put(name + " previous", NaiveSatisfaction.shown(metric.getPrevious()));
        }
        return shown;
    }

    static Metric metric(SatisfactionRow row, String name) {
        return Objects.requireNonNull(row.getMetrics().get(name));
    }
}
