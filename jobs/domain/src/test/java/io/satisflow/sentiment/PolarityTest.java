package io.satisflow.sentiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

class PolarityTest {

    @Test
    void the_most_probable_label_is_given() {
        assertThat(new Polarity(0.5, 0.2, 0.3).label()).isEqualTo(SentimentLabel.NEGATIVE);
        assertThat(new Polarity(0.3, 0.4, 0.3).label()).isEqualTo(SentimentLabel.NEUTRAL);
        assertThat(new Polarity(0.2, 0.3, 0.5).label()).isEqualTo(SentimentLabel.POSITIVE);
    }

    @Test
    void a_draw_with_neutral_is_neutral() {
        assertThat(Polarity.UNKNOWN.label()).isEqualTo(SentimentLabel.NEUTRAL);
        assertThat(new Polarity(0.4, 0.4, 0.2).label()).isEqualTo(SentimentLabel.NEUTRAL);
    }

    @Test
    void the_score_is_positive_minus_negative() {
        assertThat(new Polarity(0.75, 0.25, 0).score()).isEqualTo(-0.75);
        assertThat(Polarity.UNKNOWN.score()).isZero();
    }

    @Test
    void what_is_not_scored_says_nothing() {
        Sentiment sentiment = Sentiment.notScored();

        assertThat(sentiment.isScored()).isFalse();
        assertThat(sentiment.label().wireName()).isEqualTo("not_scored");
        assertThat(sentiment.score()).isZero();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> sentiment.polarity().of(SentimentLabel.NOT_SCORED));
    }

    @Test
    void labels_are_read_by_the_names_they_are_written_with() {
        for (SentimentLabel label : SentimentLabel.values()) {
            assertThat(SentimentLabel.ofWireName(label.wireName())).contains(label);
        }
        assertThat(SentimentLabel.ofWireName("conflict")).isEmpty();
    }
}
