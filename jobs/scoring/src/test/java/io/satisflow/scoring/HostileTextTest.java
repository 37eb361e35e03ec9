package io.satisflow.scoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.satisflow.sentiment.Polarity;
import io.satisflow.sentiment.Sentiment;
import io.satisflow.sentiment.SentimentLabel;
import io.satisflow.sentiment.SentimentScorer;
import java.time.Duration;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every text has an answer, in bounded time, and always the same. */
@Timeout(20)
class HostileTextTest {
    private static final int MEGABYTES_10 = 10_000_000;

    private final SentimentScorer scorer = new ShippedScorers().create();

    @ParameterizedTest
    @ValueSource(strings = {"en", "zh"})
    void a_text_of_ten_megabytes_is_cut_at_the_work_limit(String language) {
        Sentiment sentiment = requireBounded(words(MEGABYTES_10), language);

        assertThat(sentiment.cut()).isTrue();
        assertThat(sentiment.isScored()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "zh"})
    void one_character_a_million_times_says_what_three_of_it_say(String language) {
        for (String character : new String[] {"a", "!", "好", "😀", "[", "@", "\u0301"}) {
            Sentiment sentiment = requireBounded(character.repeat(1_000_000), language);

            assertThat(sentiment.polarity())
                    .isEqualTo(scorer.score(character.repeat(10_000), language).polarity());
        }
    }

    @Test
    void ten_million_blanks_are_not_scored() {
        assertThat(requireBounded(" ".repeat(MEGABYTES_10), "en").label()).isEqualTo(SentimentLabel.NOT_SCORED);
    }

    @Test
    void a_hundred_thousand_sentences_are_read_as_far_as_the_limit() {
        Sentiment sentiment = requireBounded("This was great. ".repeat(100_000), "en");

        assertThat(sentiment.cut()).isTrue();
        assertThat(sentiment.label()).isEqualTo(SentimentLabel.POSITIVE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\t\r\n", "\u3000", "\u00a0"})
    void without_a_text_there_is_nothing_to_score(String blank) {
        assertThat(scorer.score(blank, "en")).isEqualTo(Sentiment.notScored());
        assertThat(scorer.score(blank, "zh")).isEqualTo(Sentiment.notScored());
        assertThat(scorer.score(blank, "und")).isEqualTo(Sentiment.notScored());
    }

    @Test
    void bidi_controls_change_nothing() {
        Sentiment plain = scorer.score("I love this app", "en");

        assertThat(scorer.score("\u202eI love\u2066 this\u200f app\u202c", "en"))
                .isEqualTo(plain);
    }

    @Test
    void half_surrogate_pairs_are_read_over() {
        Sentiment plain = scorer.score("terrible", "en");

        assertThat(scorer.score("\ud83dterrible\ude00", "en")).isEqualTo(plain);
    }

    @Test
    void any_characters_at_all_get_probabilities() {
        Random random = new Random(7);
        for (int round = 0; round < 2_000; round++) {
            String text = random.ints(random.nextInt(60), 0, Character.MAX_CODE_POINT + 1)
                    .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                    .toString();
            requireProbabilities(scorer.score(text, "en"));
            requireProbabilities(scorer.score(text, "zh"));
        }
    }

    private Sentiment requireBounded(String text, String language) {
        long start = System.nanoTime();
        Sentiment sentiment = scorer.score(text, language);
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(2));
        requireProbabilities(sentiment);
        return sentiment;
    }

    private static void requireProbabilities(Sentiment sentiment) {
        Polarity polarity = sentiment.polarity();
        assertThat(polarity.negative()).isBetween(0.0, 1.0);
        assertThat(polarity.neutral()).isBetween(0.0, 1.0);
        assertThat(polarity.positive()).isBetween(0.0, 1.0);
        assertThat(polarity.negative() + polarity.neutral() + polarity.positive())
                .isEqualTo(1, within(1e-9));
    }

    private static String words(int length) {
        Random random = new Random(3);
        StringBuilder text = new StringBuilder(length + 10);
        while (text.length() < length) {
            for (int letters = 1 + random.nextInt(9); letters > 0; letters--) {
                text.append((char) ('a' + random.nextInt(26)));
            }
            text.append(' ');
        }
        return text.toString();
    }
}
