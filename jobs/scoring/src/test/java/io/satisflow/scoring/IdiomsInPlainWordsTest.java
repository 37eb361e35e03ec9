package io.satisflow.scoring;

import static org.assertj.core.api.Assertions.assertThat;

import io.satisflow.privacy.Marks;
import io.satisflow.scoring.idioms.Idioms;
import io.satisflow.scoring.linear.ModelLanguage;
import io.satisflow.sentiment.SentimentLabel;
import io.satisflow.sentiment.SentimentScorer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What only the whole says, and its words do not: denied faults, faint praise, praise that is past, and jests. */
class IdiomsInPlainWordsTest {
    private final SentimentScorer scorer = new ShippedScorers().create();

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            en | nothing wrong with it                       | POSITIVE
            en | havent had a single problem                 | POSITIVE
            en | it never let me down                        | POSITIVE
            en | you won’t regret it                         | POSITIVE
            en | failed to disappoint                        | POSITIVE
            en | couldn't be happier                         | POSITIVE
            en | I can't recommend it enough                 | POSITIVE
            en | cant recommend this app                     | NEGATIVE
            en | far from perfect                            | NEGATIVE
            en | anything but good                           | NEGATIVE
            en | could have been better                      | NEGATIVE
            en | used to be a great app, now full of ads     | NEGATIVE
            en | worked great until the update               | NEGATIVE
            en | Great, another update that breaks everything | NEGATIVE
            en | great support if you like waiting           | NEGATIVE
            en | 5 stars                                     | POSITIVE
            en | one star                                    | NEGATIVE
            zh | 没有什么毛病                                | POSITIVE
            zh | 完全没有异味                                | POSITIVE
            zh | 毫无问题                                    | POSITIVE
            zh | 从未失望                                    | POSITIVE
            zh | 没让人失望                                  | POSITIVE
            zh | 后悔没早买                                  | POSITIVE
            zh | 不能更好了                                  | POSITIVE
            zh | 性价比低                                    | NEGATIVE
            zh | 没有效果                                    | NEGATIVE
            zh | 以前很好用，现在不行了                      | NEGATIVE
            zh | 太棒了，又崩溃了                            | NEGATIVE
            en | The zip broke after two wears               | NEGATIVE
            en | Do you ever pick up the phone?              | NEGATIVE
            en | Is this what you call clean?                | NEGATIVE
            en | How hard can it be to answer?               | NEGATIVE
            en | Why didn't I try this sooner?               | POSITIVE
            zh | 这也叫五星级？                                | NEGATIVE
            zh | 请问你们还管不管了？                            | NEGATIVE
            """)
    void the_whole_counts(String language, String text, SentimentLabel label) {
        assertThat(scorer.score(text, language).label()).isEqualTo(label);
    }

    @ParameterizedTest
    @CsvSource({"en, is there nothing to wait for", "en, I can't wait to come back", "zh, 有没有问题", "zh, 问题没解决"})
    void what_only_looks_like_an_idiom_stays(String language, String text) {
        Idioms idioms = new Idioms(ModelLanguage.of(language).orElseThrow());

        assertThat(idioms.plain(text)).isSameAs(text);
    }

    @Test
    void a_mark_within_an_idiom_changes_nothing() {
        String marked = "nothing <phone> wrong with it";

        assertThat(scorer.score(marked, "en")).isEqualTo(scorer.score(Marks.without(marked), "en"));
        assertThat(scorer.score("没有<phone>什么毛病", "zh").label()).isEqualTo(SentimentLabel.POSITIVE);
    }

    @Test
    void a_long_text_is_left_as_it_is() {
        String text = "nothing wrong. ".repeat(1_000);

        assertThat(new Idioms(ModelLanguage.ENGLISH).plain(text)).isSameAs(text);
    }
}
