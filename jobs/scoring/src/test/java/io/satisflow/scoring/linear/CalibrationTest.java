package io.satisflow.scoring.linear;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.satisflow.sentiment.Polarity;
import io.satisflow.sentiment.SentimentLabel;
import org.junit.jupiter.api.Test;

class CalibrationTest {

    @Test
    void probabilities_add_up_to_one_whatever_the_margins() {
        Calibration three = new ThreeWayCalibration(1.3, 0.2, -0.4, 0.1);
        Calibration two = new TwoWayCalibration(1.3, 0.2, 0.1);
        for (double margin = -1e4; margin <= 1e4; margin += 99.5) {
            requireSum(three.polarity(new double[] {margin, 1, -margin}));
            requireSum(two.polarity(new double[] {margin}));
        }
    }

    @Test
    void without_neutral_texts_a_text_that_leans_neither_way_is_neutral() {
        Calibration calibration = new TwoWayCalibration(1, 0, 0.2);

        assertThat(calibration.polarity(new double[] {0}).label()).isEqualTo(SentimentLabel.NEUTRAL);
        assertThat(calibration.polarity(new double[] {1}).label()).isEqualTo(SentimentLabel.POSITIVE);
        assertThat(calibration.polarity(new double[] {-1}).label()).isEqualTo(SentimentLabel.NEGATIVE);
    }

    @Test
    void the_score_follows_the_lean() {
        Calibration calibration = new TwoWayCalibration(1, 0, 0.2);
        double last = -1;
        for (double lean = -5; lean <= 5; lean += 0.01) {
            double score = calibration.polarity(new double[] {lean}).score();
            assertThat(score).isGreaterThan(last);
            last = score;
        }
    }

    private static void requireSum(Polarity polarity) {
        assertThat(polarity.negative() + polarity.neutral() + polarity.positive())
                .isEqualTo(1, within(1e-9));
        assertThat(polarity.neutral()).isBetween(0.0, 1.0);
    }
}
