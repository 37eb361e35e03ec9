package io.satisflow.satisfaction.metric;

import io.satisflow.feedback.Rating;
import io.satisflow.satisfaction.answer.Response;
import io.satisflow.satisfaction.tally.Tally;
import java.io.Serializable;
import java.util.function.Function;

/**
 * A question on its scale. The same question on another scale is another question: their answers are never pooled.
 *
 * @param min the scale's lower end
 * @param max its upper end, above {@code min}
 */
public record Question(String name, double min, double max) implements Serializable {
    /** Beyond it, the squares of the answers leave too little room for many of them. */
    private static final double LIMIT = 1000;

    /** @throws IllegalArgumentException when the scale cannot be used */
    public Question {
        boolean usable = min < max && Math.abs(min) <= LIMIT && Math.abs(max) <= LIMIT;
        if (!usable) {
            throw new IllegalArgumentException(
                    "a scale rises and lies between -1000 and 1000, such as [1, 5], but was [%s, %s]"
                            .formatted(min, max));
        }
    }

    public boolean isAnsweredBy(Rating rating) {
        return name.equals(rating.question()) && isOnScale(rating);
    }

    /** What channels score by dimension comes without its scale: then the one that is set holds, if the score lies on it. */
    private boolean isOnScale(Rating rating) {
        return Double.isNaN(rating.min())
                ? rating.value() >= min && rating.value() <= max
                : min == rating.min() && max == rating.max();
    }

    /** What the answers in a response add up to; nothing when the question was not answered. */
    public Tally tally(Response response, Function<Double, Tally> answer) {
        Tally tally = Tally.NOTHING;
        for (Rating rating : response.ratings()) {
            if (isAnsweredBy(rating)) {
                tally = tally.plus(answer.apply(rating.value()));
            }
        }
        return tally;
    }
}
