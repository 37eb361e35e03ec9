package io.satisflow.satisfaction.metric;

import io.satisflow.satisfaction.answer.Response;
import io.satisflow.satisfaction.tally.Tally;
import java.util.List;
import java.util.Map;

/**
 * CES: how hard, or how easy, it was to get something done, as the mean answer on the question's own scale.
 *
 * @param better which end is good: higher for "it was made easy for me", lower for "how much effort was it"
 */
public record CustomerEffort(String name, Question question, Better better) implements PlainMetric {

    @Override
    public List<Question> asked() {
        return List.of(question);
    }

    @Override
    public Tally tally(Response response) {
        return question.tally(response, Tally::ofValue);
    }

    @Override
    public Map<String, Score> scores(Tally tally) {
        return Map.of(name, MeanOfAnswers.of(tally, question.min(), question.max()));
    }

    @Override
    public Map<String, Double> sums(Tally tally) {
        return MeanOfAnswers.sums(name, tally);
    }
}
