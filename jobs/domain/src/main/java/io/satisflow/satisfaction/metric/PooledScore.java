package io.satisflow.satisfaction.metric;

import io.satisflow.satisfaction.answer.Response;
import io.satisflow.satisfaction.tally.Tally;
import java.util.List;
import java.util.Map;

/**
 * Several questions on scales of their own in one number, where somebody asks for that: each answer is brought to 0 to 100 in
 * proportion, {@code (answer - lowest) / (highest - lowest) * 100}, and all answers weigh the same. It has a name of its own, since
 * it is comparable with none of the questions.
 */
public record PooledScore(String name, List<Question> questions) implements PlainMetric {
    private static final double BEST = 100;

    /** @throws IllegalArgumentException when there are not two questions, or one twice */
    public PooledScore {
        questions = List.copyOf(questions);
        if (questions.size() < 2 || questions.stream().distinct().count() < questions.size()) {
            throw new IllegalArgumentException("pools at least two questions, none of them twice");
        }
    }

    @Override
    public Better better() {
        return Better.HIGHER;
    }

    @Override
    public List<Question> asked() {
        return questions;
    }

    @Override
    public Tally tally(Response response) {
        Tally tally = Tally.NOTHING;
        for (Question question : questions) {
            tally = tally.plus(question.tally(
                    response,
                    answer -> Tally.ofValue((answer - question.min()) / (question.max() - question.min()) * BEST)));
        }
        return tally;
    }

    @Override
    public Map<String, Score> scores(Tally tally) {
        return Map.of(name, MeanOfAnswers.of(tally, 0, BEST));
    }

    @Override
    public Map<String, Double> sums(Tally tally) {
        return MeanOfAnswers.sums(name, tally);
    }
}
