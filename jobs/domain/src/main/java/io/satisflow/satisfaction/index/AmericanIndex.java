package io.satisflow.satisfaction.index;

import io.satisflow.feedback.Rating;
import io.satisflow.satisfaction.answer.Response;
import io.satisflow.satisfaction.metric.Better;
import io.satisflow.satisfaction.metric.MeanOfAnswers;
import io.satisflow.satisfaction.metric.PlainMetric;
import io.satisflow.satisfaction.metric.Question;
import io.satisflow.satisfaction.metric.Score;
import io.satisflow.satisfaction.tally.Tally;
import java.util.List;
import java.util.Map;

/**
 * ACSI: overall satisfaction, against expectation, and against the ideal, asked together on one scale; of responses that
 * answer all three, the weighted mean brought to 0 to 100. With equal weights and 1 to 10 it is (S + E + P - 3) / 27 * 100.
 *
 * @param questions three, on one scale
 * @param weights one for each question, above 0; only their ratios count
 */
public record AmericanIndex(String name, List<Question> questions, List<Double> weights) implements PlainMetric {
    private static final int QUESTIONS = 3;
    private static final int BEST = 100;

    /** @throws IllegalArgumentException when there are not three of each, or the scales differ */
    public AmericanIndex {
        questions = List.copyOf(questions);
        weights = List.copyOf(weights);
        if (questions.size() != QUESTIONS || weights.size() != QUESTIONS) {
            throw new IllegalArgumentException(
                    "acsi has three questions (satisfaction, expectation, ideal) and a weight for each, but %d and %d"
                            .formatted(questions.size(), weights.size()));
        }
        if (questions.stream()
                        .map(question -> List.of(question.min(), question.max()))
                        .distinct()
                        .count()
                > 1) {
            throw new IllegalArgumentException("the questions of acsi stand on one scale");
        }
        if (weights.stream().anyMatch(weight -> !(weight > 0))) {
            throw new IllegalArgumentException("the weights of acsi are above 0");
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
        double sum = 0;
        for (int i = 0; i < QUESTIONS; i++) {
            Question question = questions.get(i);
            List<Rating> answers =
                    response.ratings().stream().filter(question::isAnsweredBy).toList();
            if (answers.isEmpty()) {
                return Tally.NOTHING;
            }
            sum += weights.get(i) * (answers.get(0).value() - question.min()) / (question.max() - question.min());
        }
        double whole = weights.stream().mapToDouble(Double::doubleValue).sum();
        return Tally.ofValue(sum / whole * BEST);
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
