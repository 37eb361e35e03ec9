package io.satisflow.scoring.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.satisflow.sentiment.Polarity;
import io.satisflow.sentiment.Sentiment;
import io.satisflow.sentiment.SentimentLabel;
import org.junit.jupiter.api.Test;

class EvaluationTest {
    private static final Sentiment NEGATIVE = Sentiment.of(new Polarity(0.8, 0.1, 0.1), "test", false);
    private static final Sentiment POSITIVE = Sentiment.of(new Polarity(0, 0, 1), "test", false);

    private final Evaluation evaluation = new Evaluation();

    @Test
    void macro_f1_is_the_mean_of_the_labels_that_occur() {
        // Of three negatives two are told; of two positives one.
        add(SentimentLabel.NEGATIVE, NEGATIVE, NEGATIVE, POSITIVE);
        add(SentimentLabel.POSITIVE, POSITIVE, NEGATIVE);

        ConfusionMatrix confusion = evaluation.confusion();
        assertThat(confusion.accuracy()).isEqualTo(0.6);
        assertThat(confusion.precision(SentimentLabel.NEGATIVE)).isEqualTo(2.0 / 3);
        assertThat(confusion.recall(SentimentLabel.POSITIVE)).isEqualTo(0.5);
        assertThat(confusion.macroF1()).isEqualTo((2.0 / 3 + 0.5) / 2, within(1e-12));
        assertThat(confusion.trueLabels()).containsExactly(SentimentLabel.NEGATIVE, SentimentLabel.POSITIVE);
    }

    @Test
    void what_was_not_scored_is_a_miss() {
        add(SentimentLabel.NEGATIVE, NEGATIVE, Sentiment.notScored());

        assertThat(evaluation.confusion().accuracy()).isEqualTo(0.5);
        assertThat(evaluation.confusion().count(SentimentLabel.NEGATIVE, SentimentLabel.NOT_SCORED))
                .isEqualTo(1);
    }

    @Test
    void two_classes_make_a_scorer_choose_where_it_says_neutral() {
        Sentiment neutral = Sentiment.of(new Polarity(0.1, 0.6, 0.3), "test", false);

        add(SentimentLabel.POSITIVE, neutral);
        add(SentimentLabel.NEUTRAL, neutral);

        assertThat(evaluation.confusion().accuracy()).isEqualTo(0.5);
        assertThat(evaluation.twoClassConfusion().rows()).isEqualTo(1);
        assertThat(evaluation.twoClassConfusion().accuracy()).isEqualTo(1);
        assertThat(evaluation.twoClassCalibrationError()).isEqualTo(0.25, within(1e-12));
    }

    @Test
    void probabilities_that_hold_have_no_error() {
        add(SentimentLabel.NEGATIVE, NEGATIVE, NEGATIVE, NEGATIVE, NEGATIVE);
        add(SentimentLabel.POSITIVE, NEGATIVE);

        assertThat(evaluation.calibrationError()).isEqualTo(0, within(1e-12));
    }

    @Test
    void being_sure_and_wrong_is_the_whole_error() {
        add(SentimentLabel.NEGATIVE, POSITIVE);

        assertThat(evaluation.calibrationError()).isEqualTo(1);
    }

    @Test
    void without_texts_everything_is_zero() {
        assertThat(evaluation.confusion().accuracy()).isZero();
        assertThat(evaluation.confusion().macroF1()).isZero();
        assertThat(evaluation.calibrationError()).isZero();
    }

    private void add(SentimentLabel truth, Sentiment... given) {
        for (Sentiment sentiment : given) {
            evaluation.add(truth, sentiment);
        }
    }
}
