package io.satisflow.flink.scoring;

import io.satisflow.sentiment.GuardedScore;
import java.util.HashMap;
import java.util.Map;
import org.apache.flink.metrics.Counter;
import org.apache.flink.metrics.Meter;
import org.apache.flink.metrics.MeterView;
import org.apache.flink.metrics.MetricGroup;

/**
 * What becomes of texts, in the group {@code sentiment}:
 *
 * <ul>
 *   <li>{@code texts}: all that came, and how many a second
 *   <li>{@code scored}, {@code unscored}: these two add up to all texts; {@code unscored} also for each {@code language}
 *   <li>{@code cut}: of the scored, those whose end lay beyond the work limit
 *   <li>{@code fallback}: of the scored, those that the linear scorer answered for a slow one
 *   <li>{@code failed}: those on which a scorer, or the search for aspects, failed
 *   <li>{@code cacheHits}, {@code cacheMisses}: of a slow scorer
 * </ul>
 */
final class ScoringMetrics {
    /** Languages are what sources say, and must not make metrics without end. */
    private static final int LANGUAGES = 50;

    private static final String OTHER = "other";

    private final MetricGroup group;
    private final Meter texts;
    private final Counter scored;
    private final Counter unscored;
    private final Counter cut;
    private final Counter fallback;
    private final Counter failed;
    private final Map<String, Counter> unscoredByLanguage = new HashMap<>();

    ScoringMetrics(MetricGroup operator, TextReader reader) {
        group = operator.addGroup("sentiment");
        texts = group.meter("texts", new MeterView(group.counter("textCount")));
        scored = group.counter("scored");
        unscored = group.counter("unscored");
        cut = group.counter("cut");
        fallback = group.counter("fallback");
        failed = group.counter("failed");
        group.gauge("cacheHits", reader::cacheHits);
        group.gauge("cacheMisses", reader::cacheMisses);
    }

    void count(GuardedScore score, String language) {
        texts.markEvent();
        if (score.sentiment().isScored()) {
            scored.inc();
        } else {
            unscored.inc();
            ofLanguage(language).inc();
        }
        if (score.sentiment().cut()) {
            cut.inc();
        }
        if (score.isFallback()) {
            fallback.inc();
        }
        if (score.failure() != null) {
            failed.inc();
        }
    }

    private Counter ofLanguage(String language) {
        boolean known = unscoredByLanguage.containsKey(language) || unscoredByLanguage.size() < LANGUAGES;
        return unscoredByLanguage.computeIfAbsent(
                known ? language : OTHER,
                each -> group.addGroup("language", each).counter("unscored"));
    }
}
