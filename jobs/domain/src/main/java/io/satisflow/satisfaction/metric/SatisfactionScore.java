package io.satisflow.satisfaction.metric;

import io.satisflow.satisfaction.answer.Response;
import java.util.Map;
import java.util.Optional;

/** CSAT as the mean answer, brought to 0 to 100 so that scales can be compared (but never pooled). */
public record SatisfactionScore(String name, Question question) implements Metric {

    @Override
    public Better better() {
        return Better.HIGHER;
    }

    @Override
    public Optional<Question> asked() {
        return Optional.of(question);
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
