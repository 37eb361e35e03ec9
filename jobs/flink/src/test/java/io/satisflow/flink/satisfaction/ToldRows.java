package io.satisflow.flink.satisfaction;

import static org.assertj.core.api.Assertions.assertThat;

import io.satisflow.flink.io.TopicKey;
import io.satisflow.satisfaction.SatisfactionSettings;
import io.satisflow.satisfaction.score.ReportedScore;
import io.satisflow.satisfaction.score.ScoreRow;
import io.satisflow.satisfaction.window.RollingWindow;
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
record ToldRows(Map<String, TreeMap<Instant, ScoreRow>> rows) {

    static ToldRows of(List<ScoreRow> told) {
        Map<String, TreeMap<Instant, ScoreRow>> rows = new HashMap<>();
        for (ScoreRow row : told) {
            rows.computeIfAbsent(TopicKey.ofNow(row), key -> new TreeMap<>())
                    .merge(row.to(), row, (a, b) -> a.asOf().isAfter(b.asOf()) ? a : b);
        }
        return new ToldRows(rows);
    }

    /** @param knownBy what is expected of each step is what was known by then */
    void assertRight(NaiveSatisfaction naive, SatisfactionSettings settings, UnaryOperator<Instant> knownBy) {
        for (String segment : naive.segments()) {
            for (RollingWindow window : settings.windows()) {
                TreeMap<Instant, ScoreRow> told = rows.getOrDefault(segment + "/" + window.name(), new TreeMap<>());
                for (Instant step = FeedbackFeed.START;
                        step.isBefore(FeedbackFeed.END);
                        step = step.plus(window.step())) {
                    Map.Entry<Instant, ScoreRow> row = told.floorEntry(step);
                    assertThat(shown(row == null ? null : row.getValue()))
                            .as("%s %s at %s", segment, window.name(), step)
                            .isEqualTo(naive.window(segment, step, window.length(), knownBy.apply(step)));
                }
            }
        }
    }

    /** As {@link NaiveSatisfaction} shows a window; a row without data like none at all. */
    static Map<String, String> shown(@Nullable ScoreRow row) {
        Map<String, String> shown = new HashMap<>();
        if (row == null || metric(row, "volume").n() == 0) {
            return shown;
        }
        for (String name : List.of("volume", "sentiment", "csat")) {
            ReportedScore metric = metric(row, name);
            shown.put(name, NaiveSatisfaction.shown(metric.value()));
            shown.put(name + " previous", NaiveSatisfaction.shown(metric.previous()));
        }
        return shown;
    }

    static ReportedScore metric(ScoreRow row, String name) {
        return Objects.requireNonNull(row.scores().get(name));
    }
}
