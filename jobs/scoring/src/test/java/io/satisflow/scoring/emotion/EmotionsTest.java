package io.satisflow.scoring.emotion;

import static org.assertj.core.api.Assertions.assertThat;

import io.satisflow.scoring.ShippedScorers;
import io.satisflow.sentiment.Emotion;
import io.satisflow.sentiment.Sentiment;
import io.satisflow.sentiment.SentimentScorer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EmotionsTest {
    private final SentimentScorer scorer = new ShippedScorers().create();
    private final EmotionFinder finder = new EmotionFinder();

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            en | You lost my order AGAIN!! Worst support ever, I want my money back | ANGER
            en | Thanks for nothing                                             | ANGER
            en | A bit disappointed, the screen scratches easily                | DISAPPOINTMENT
            en | I am worried that the parcel will not arrive before the wedding | WORRY
            en | Thank you so much for the quick help                           | GRATITUDE
            en | I love this app, it is great!                                  | JOY
            zh | 垃圾客服，再也不来了！                                          | ANGER
            zh | 有点失望，面料很一般                                            | DISAPPOINTMENT
            zh | 很担心孩子吃了会不会有问题                                      | WORRY
            zh | 谢谢客服耐心解答                                               | GRATITUDE
            zh | 太开心了，非常喜欢                                              | JOY
            """)
    void it_tells_what_a_customer_shows(String language, String text, Emotion emotion) {
        assertThat(finder.find(text, language, scorer.score(text, language))).contains(emotion);
    }

    @Test
    void a_text_that_is_not_scored_shows_none_that_could_be_told() {
        assertThat(finder.find("Wunderbar", "de", Sentiment.notScored())).isEmpty();
    }

    @Test
    void a_mark_of_redaction_changes_nothing() {
        String text = "I am worried that it will not arrive";
        String marked = "I am <name> worried that it will not arrive";

        assertThat(finder.find(marked, "en", scorer.score(marked, "en")))
                .isEqualTo(finder.find(text, "en", scorer.score(text, "en")));
    }
}
