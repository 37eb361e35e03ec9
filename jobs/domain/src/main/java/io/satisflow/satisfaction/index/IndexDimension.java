package io.satisflow.satisfaction.index;

import io.satisflow.satisfaction.answer.Response;
import io.satisflow.satisfaction.answer.TextSentiment;
import io.satisflow.satisfaction.metric.Better;
import io.satisflow.satisfaction.metric.Question;
import io.satisflow.satisfaction.tally.Tally;
import java.io.Serializable;
import org.jspecify.annotations.Nullable;

/**
 * One thing that customers judge, from 0 (as bad as can be said) to 100: a question that surveys ask, or what texts say of an
 * aspect. The two are different measures of a thing and never pooled.
 *
 * @param question null when texts are the source
 * @param aspect null when a question is
 * @param better which end of the question's scale is good
 */
public record IndexDimension(
        @Nullable Question question, @Nullable String aspect, Better better) implements Serializable {
    private static final int BEST = 100;

    public static IndexDimension asked(Question question, Better better) {
        return new IndexDimension(question, null, better);
    }

    public static IndexDimension said(String aspect) {
        return new IndexDimension(null, aspect, Better.HIGHER);
    }

    Tally tally(Response response) {
        if (question != null) {
            return question.tally(response, answer -> Tally.ofValue(judged(question, answer)));
        }
        TextSentiment said = response.aspects().get(aspect);
        return said == null ? Tally.NOTHING : Tally.ofValue((said.score() + 1) / 2 * BEST);
    }

    private double judged(Question asked, double answer) {
        double share = (answer - asked.min()) / (asked.max() - asked.min());
        return (better == Better.LOWER ? 1 - share : share) * BEST;
    }
}
