package io.satisflow.scoring;

import static org.assertj.core.api.Assertions.assertThat;

import io.satisflow.privacy.Marks;
import io.satisflow.sentiment.Sentiment;
import io.satisflow.sentiment.SentimentLabel;
import io.satisflow.sentiment.SentimentScorer;
import io.satisflow.text.TextLanguage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Texts of the kinds that users have reported as told wrongly. */
class ReportedTextsTest {
    private final SentimentScorer scorer = new ShippedScorers().create();

    @ParameterizedTest
    @CsvSource({
        "en, I dont like this one, NEGATIVE",
        "en, i didnt like the food, NEGATIVE",
        "en, cant recommend them, NEGATIVE",
        "en, 'Not one complaint, never been disappointed', POSITIVE",
        "en, 'No noise, no problems', POSITIVE",
        "en, 'It arrived late but the shoes are wonderful', POSITIVE",
        "en, Awesome, POSITIVE",
        "en, Lovely, POSITIVE",
        "en, Rubbish, NEGATIVE",
        "en, Useless, NEGATIVE",
        "zh, 我不开心, NEGATIVE",
        "zh, 很不满意, NEGATIVE",
        "zh, 没有任何问题, POSITIVE",
        "zh, 客服态度挺好, POSITIVE",
        "zh, 送得太慢, NEGATIVE"
    })
    void short_and_negated_texts_are_told(String language, String text, SentimentLabel label) {
        assertThat(scorer.score(text, language).label()).isEqualTo(label);
    }

    @Test
    void a_long_story_with_a_happy_end_is_happy() {
        String review = "I ordered my usual size and it was too large, so I sent it back for a smaller one. The second"
                + " parcel took a week. It has no lining, and you have to wash it by hand. I wear it to work and on"
                + " weekends. It is so comfortable and I get compliments every time. I love it!";

        assertThat(scorer.score(review, "en").label()).isEqualTo(SentimentLabel.POSITIVE);
    }

    @Test
    void full_width_letters_are_letters() {
        assertThat(TextLanguage.of("Ｔｈｅ ｓｅｒｖｉｃｅ ｗａｓ ｇｒｅａｔ")).isEqualTo("en");
    }

    @Test
    @EnabledIfSystemProperty(named = "satisflow.data", matches = ".+")
    void marks_in_reported_texts_change_nothing() throws IOException {
        for (String text : reported("redaction_mark_sentiment")) {
            String language = TextLanguage.of(text);
            Sentiment marked = scorer.score(text, language);

            assertThat(marked).as(text).isEqualTo(scorer.score(Marks.without(text), language));
        }
    }

    @Test
    @EnabledIfSystemProperty(named = "satisflow.data", matches = ".+")
    void reported_texts_of_a_channel_in_english_are_scored() throws IOException {
        for (String text : reported("short_lang")) {
            String language = TextLanguage.of(text, "en");

            assertThat(scorer.score(text, language).isScored() || !language.matches("en|zh"))
                    .as(text)
                    .isTrue();
        }
    }

    private static List<String> reported(String kind) throws IOException {
        return Files.readAllLines(
                Path.of(System.getProperty("satisflow.data"), "../cases/reported/text", kind, "texts.txt"));
    }
}
