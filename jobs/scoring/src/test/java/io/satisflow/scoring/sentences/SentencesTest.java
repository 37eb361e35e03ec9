package io.satisflow.scoring.sentences;

import static org.assertj.core.api.Assertions.assertThat;

import io.satisflow.scoring.ShippedScorers;
import io.satisflow.sentiment.Sentiment;
import io.satisflow.sentiment.SentimentLabel;
import io.satisflow.sentiment.SentimentScorer;
import io.satisflow.sentiment.WorkLimit;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(20)
class SentencesTest {
    private final Sentences sentences = new Sentences(WorkLimit.DEFAULT);
    private final SentimentScorer scorer = new ShippedScorers().create();
    private final SentenceScores scores = new SentenceScores(scorer, sentences);

    @Test
    void english_ends_at_full_stops_and_not_at_abbreviations() {
        assertThat(sentences.of("Dr. Smith paid $3.50 for it.  It broke! Why? No idea"))
                .containsExactly("Dr. Smith paid $3.50 for it.", "It broke!", "Why?", "No idea");
    }

    @Test
    void chinese_ends_at_its_own_punctuation() {
        assertThat(sentences.of("味道不错。送得太慢了！！下次还会来吗？不会")).containsExactly("味道不错。", "送得太慢了！！", "下次还会来吗？", "不会");
    }

    @Test
    void both_may_stand_in_one_text() {
        assertThat(sentences.of("APP挂了。Please fix it. 谢谢")).containsExactly("APP挂了。", "Please fix it.", "谢谢");
    }

    @Test
    void an_empty_line_ends_a_sentence_and_a_wrapped_line_does_not() {
        assertThat(sentences.of("Parcel late\n\nStill waiting for\nan answer.\n"))
                .containsExactly("Parcel late", "Still waiting for\nan answer.");
    }

    @Test
    void an_emoji_or_a_smiley_belongs_to_the_sentence_before_it() {
        assertThat(sentences.of("Great! 😀 Never again. :( \u2764\ufe0f"))
                .containsExactly("Great! 😀", "Never again. :( \u2764\ufe0f");
    }

    @Test
    void a_text_with_nothing_behind_its_end_is_one_sentence_and_keeps_its_punctuation() {
        assertThat(sentences.of("  Thank you so much!!! 😀 \n")).containsExactly("Thank you so much!!! 😀");
        assertThat(sentences.of("😀😀")).containsExactly("😀😀");
        assertThat(sentences.of(" \t ")).isEmpty();
    }

    @Test
    void each_sentence_has_a_score_of_its_own() {
        String text = "The food was wonderful. The waiter was terribly rude.";

        List<ScoredSentence> found = scores.of(text, "en", scorer.score(text, "en"));

        assertThat(found)
                .extracting(sentence -> sentence.sentiment().label())
                .containsExactly(SentimentLabel.POSITIVE, SentimentLabel.NEGATIVE);
        assertThat(found)
                .allSatisfy(
                        sentence -> assertThat(sentence.sentiment()).isEqualTo(scorer.score(sentence.text(), "en")));
    }

    @Test
    void a_text_of_one_sentence_says_what_the_whole_says() {
        Sentiment whole = scorer.score("I love it!", "en");

        assertThat(scores.of("I love it!", "en", whole)).containsExactly(new ScoredSentence("I love it!", whole));
    }

    @Test
    void what_is_not_scored_has_no_sentences() {
        assertThat(scores.of("Hola. Adios.", "es", Sentiment.notScored())).isEmpty();
    }

    @Test
    void a_hundred_thousand_sentences_are_read_as_far_as_the_limits() {
        assertThat(sentences.of("This was great. ".repeat(100_000)))
                .hasSize(Sentences.MOST)
                .containsOnly("This was great.");
    }

    @Test
    void hostile_texts_end_in_bounded_time() {
        for (String symbol : new String[] {"a", ".", "!", "。", "😀", "<", "&", "a.", "\u202e", "\n", "\ud83d", "'"}) {
            assertThat(sentences.of(symbol.repeat(10_000_000 / symbol.length())))
                    .hasSizeLessThanOrEqualTo(Sentences.MOST);
        }
    }

    @Test
    void whatever_the_characters_each_sentence_stands_in_the_text_in_order() {
        Random random = new Random(11);
        for (int round = 0; round < 500; round++) {
            String text = random.ints(random.nextInt(80), 0, 20)
                    .mapToObj(i -> "a. Bc!?。！ 好\n😀)\"'x9…,-".substring(i, i + 1))
                    .reduce("", String::concat);
            int from = 0;
            for (String sentence : sentences.of(text)) {
                int found = text.indexOf(sentence, from);
                assertThat(found).as("'%s' in '%s'", sentence, text).isNotNegative();
                from = found + sentence.length();
            }
        }
    }
}
