package io.satisflow.satisfaction.metric;

import io.satisflow.satisfaction.answer.Response;
import io.satisflow.satisfaction.tally.Tally;
import java.util.List;
import java.util.Map;

/** CSAT as the mean answer, brought to 0 to 100 so that scales can be compared (but never pooled). */
public record SatisfactionScore(String name, Question question) implements PlainMetric {

    @Override
    public Better better() {
        return Better.HIGHER;
    }

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
        return Map.of(name, MeanOfAnswers.outOfHundred(tally, question));
    }

    /** The sums are on the question's own scale. */
    @Override
    public Map<String, Double> sums(Tally tally) {
        return MeanOfAnswers.sums(name, tally);
    }
}
