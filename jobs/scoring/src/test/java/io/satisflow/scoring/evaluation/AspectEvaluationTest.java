package io.satisflow.scoring.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.satisflow.scoring.labelled.TextWithAspects;
import io.satisflow.sentiment.Aspect;
import io.satisflow.sentiment.SentimentLabel;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class AspectEvaluationTest {
    private final AspectEvaluation evaluation = new AspectEvaluation();

    @Test
    void each_aspect_counts_what_was_found_and_what_was_there() {
        evaluation.add(text("price", "food"), found("price", "app"));
        evaluation.add(text("price"), found("food", "service", "price"));
        evaluation.add(text(), found("price"));
        evaluation.add(text("food"), found());

        assertThat(evaluation.aspects()).containsOnlyKeys("food", "price");
        assertThat(matches("price").precision()).isEqualTo(2.0 / 3);
        assertThat(matches("price").recall()).isEqualTo(1);
        assertThat(matches("food").f1()).isZero();
        assertThat(evaluation.macroF1()).isEqualTo((0.8 + 0) / 2, within(1e-9));
    }

    @Test
    void the_strongest_are_judged_apart() {
        evaluation.add(text("price", "food"), found("price", "app"));
        evaluation.add(text("price"), found("food", "price"));
        evaluation.add(text("price"), found("food", "service", "price"));
        evaluation.add(text(), found("price"));

        assertThat(evaluation.accuracyOfStrongest()).isEqualTo(1.0 / 3);
        assertThat(evaluation.topTwoAccuracy()).isEqualTo(2.0 / 3);
        // price: 3 there, 2 found first, 1 right; food: 1 there, 2 found first, none right
        assertThat(evaluation.macroF1OfStrongest()).isEqualTo((2.0 / 5 + 0) / 2, within(1e-9));
    }

    @Test
    void labels_are_judged_where_the_aspect_is_right_and_has_one() {
        evaluation.add(
                new TextWithAspects(
                        "t",
                        Map.of(
                                "price", Optional.of(SentimentLabel.NEGATIVE),
                                "food", Optional.of(SentimentLabel.POSITIVE),
                                "app", Optional.empty())),
                found("price", "food", "app", "service"));

        assertThat(evaluation.labelsJudged()).isEqualTo(2);
        assertThat(evaluation.labelAccuracy()).isEqualTo(0.5);
    }

    private AspectEvaluation.Matches matches(String aspect) {
        return Objects.requireNonNull(evaluation.aspects().get(aspect));
    }

    /** All of them negative. */
    private static List<Aspect> found(String... names) {
        return Arrays.stream(names)
                .map(name -> new Aspect(name, SentimentLabel.NEGATIVE, -0.5))
                .toList();
    }

    private static TextWithAspects text(String... aspects) {
        Map<String, Optional<SentimentLabel>> unlabelled = new TreeMap<>();
        Arrays.stream(aspects).forEach(name -> unlabelled.put(name, Optional.empty()));
        return new TextWithAspects("a text", unlabelled);
    }
}
