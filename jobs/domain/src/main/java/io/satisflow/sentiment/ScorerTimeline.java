package io.satisflow.sentiment;

import java.io.Serializable;
import java.time.Instant;
import java.util.List;

/**
 * Which scorers hold when. A text is read by those that hold at its {@code known_at}, so that a replay reads it by the same.
 *
 * @param periods in rising order of their beginnings, the first of which is {@link Instant#MIN}
 */
public record ScorerTimeline(List<Period> periods) implements Serializable {

    /** @throws IllegalArgumentException when there is a time without scorers, or the order is wrong */
    public ScorerTimeline {
        periods = List.copyOf(periods);
        if (periods.isEmpty() || !periods.get(0).from().equals(Instant.MIN)) {
            throw new IllegalArgumentException("The first period must begin before all times");
        }
        for (int i = 1; i < periods.size(); i++) {
            if (!periods.get(i).from().isAfter(periods.get(i - 1).from())) {
                throw new IllegalArgumentException(
                        "Two periods begin at " + periods.get(i).from());
            }
        }
    }

    /**
     * @param from inclusive; until the next period begins
     * @param aspectFinders that read passages as the scorers do
     */
    public record Period(Instant from, SentimentScorerFactory scorers, AspectFinderFactory aspectFinders)
            implements Serializable {}

    public static ScorerTimeline always(SentimentScorerFactory scorers, AspectFinderFactory aspectFinders) {
        return new ScorerTimeline(List.of(new Period(Instant.MIN, scorers, aspectFinders)));
    }

    /** The number of the period that a time falls into. */
    public int indexAt(Instant time) {
        int index = periods.size() - 1;
        while (periods.get(index).from().isAfter(time)) {
            index--;
        }
        return index;
    }
}
