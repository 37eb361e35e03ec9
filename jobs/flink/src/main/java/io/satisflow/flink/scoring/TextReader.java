package io.satisflow.flink.scoring;

import io.satisflow.sentiment.Aspect;
import io.satisflow.sentiment.AspectFinder;
import io.satisflow.sentiment.CachedScorer;
import io.satisflow.sentiment.GuardedScore;
import io.satisflow.sentiment.GuardedScorer;
import io.satisflow.sentiment.ScorerTimeline.Period;
import io.satisflow.sentiment.SentimentScorer;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The scorers of one subtask: those that hold at the time of a text, each made when it is first needed. */
final class TextReader {
    private final ScoringOptions options;
    private final @Nullable CachedScorer slow;
    private final Map<Integer, Readers> readers = new HashMap<>();

    private record Readers(GuardedScorer scorer, AspectFinder aspects) {}

    /** @param aspects those found before a failure are not kept: all or none */
    record Reading(GuardedScore score, List<Aspect> aspects) {}

    TextReader(ScoringOptions options) {
        this.options = options;
        ScoringOptions.Slow asked = options.slow();
        this.slow = asked == null ? null : new CachedScorer(asked.scorers().create(), asked.limit(), asked.cache());
    }

    Reading read(String text, String language, Instant knownAt) {
        Readers holding = readers.computeIfAbsent(options.fast().indexAt(knownAt), this::create);
        GuardedScore score = holding.scorer.score(text, language);
        if (score.failure() != null) {
            return new Reading(score, List.of());
        }
        try {
            return new Reading(score, holding.aspects.find(text, language, score.sentiment()));
        } catch (RuntimeException | StackOverflowError e) {
            return new Reading(score.withFailure(e), List.of());
        }
    }

    private Readers create(int period) {
        Period holding = options.fast().periods().get(period);
        SentimentScorer fast = holding.scorers().create();
        ScoringOptions.Slow asked = options.slow();
        GuardedScorer scorer =
                slow == null || asked == null ? GuardedScorer.of(fast) : GuardedScorer.of(slow, fast, asked.tokens());
        return new Readers(scorer, holding.aspectFinders().create());
    }

    long cacheHits() {
        return slow == null ? 0 : slow.hits();
    }

    long cacheMisses() {
        return slow == null ? 0 : slow.misses();
    }
}
