package io.satisflow.embedding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.satisflow.scoring.ScorerUnavailableException;
import io.satisflow.scoring.Scorers;
import io.satisflow.sentiment.Sentiment;
import io.satisflow.sentiment.SentimentLabel;
import io.satisflow.sentiment.SentimentScorer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The scorer that users get for {@code --scorer fusion}. */
class ShippedFusionTest {
    private final SentimentScorer fusion = Scorers.named("fusion").create();

    @ParameterizedTest
    @CsvSource({
        "en, POSITIVE, Your agent solved it within minutes and I am over the moon",
        "en, NEGATIVE, Two hours on hold and then they hung up on me",
        "en, NEGATIVE, I waited the whole week and nobody bothered to show up",
        "en, NEUTRAL, '@airline what time does check-in open?'",
        "zh, POSITIVE, 送餐员很准时，味道也很棒",
        "zh, NEGATIVE, 等了两个小时才送到，饭都凉了"
    })
    void it_tells_what_customers_feel(String language, SentimentLabel label, String text) {
        Sentiment sentiment = fusion.score(text, language);

        assertThat(sentiment.label()).isEqualTo(label);
        assertThat(sentiment.scorer()).startsWith("fusion-" + language);
    }

    @Test
    void what_linear_is_sure_of_may_be_left_to_it() {
        SentimentScorer linear = Scorers.named("linear").create();
        SentimentScorer leaving = Scorers.named("fusion:0.5").create();
        String text = "I love it, thank you so much!";

        assertThat(linear.score(text, "en").polarity().positive()).isGreaterThan(0.5);
        assertThat(leaving.score(text, "en").polarity())
                .isNotEqualTo(fusion.score(text, "en").polarity());
    }

    @Test
    void a_text_in_another_language_or_without_words_is_not_guessed_at() {
        assertThat(fusion.score("C'est magnifique", "fr")).isEqualTo(Sentiment.notScored());
        assertThat(fusion.score(" \n ", "en")).isEqualTo(Sentiment.notScored());
    }

    @Test
    @Timeout(20)
    void long_texts_take_no_longer_than_a_page() {
        assertThat(fusion.score("This was great. ".repeat(600_000), "en").cut()).isTrue();
        assertThat(fusion.score("好".repeat(1_000_000), "zh").cut()).isTrue();
    }

    @Test
    void a_threshold_that_is_no_probability_is_refused() {
        assertThat(Scorers.available()).contains("fusion");
        assertThatThrownBy(() -> Scorers.named("fusion:7"))
                .isInstanceOf(ScorerUnavailableException.class)
                .hasMessageContaining("fusion:7: expected a probability above 0 and up to 1");
    }
}
