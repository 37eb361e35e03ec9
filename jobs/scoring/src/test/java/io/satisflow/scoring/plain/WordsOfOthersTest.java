package io.satisflow.scoring.plain;

import static org.assertj.core.api.Assertions.assertThat;

import io.satisflow.scoring.linear.ModelLanguage;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a seller says of a thing is not what its buyer says of it. */
class WordsOfOthersTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '\0', textBlock = """
            en | "Best phone ever", they said. It died in a week.  | , they said. It died in a week.
            en | They promised “next day delivery”. It took nine.  | They promised . It took nine.
            en | The site says: "silent". It wakes the neighbours. | The site says: . It wakes the neighbours.
            en | The so-called "deluxe room" had no window.        | The so-called bad had no window.
            en | Your "support" never called back.                 | Your bad never called back.
            en | The "fresh" fish smelled, I left it.              | The bad fish smelled, I left it.
            zh | 他们说"非常好用"，结果第二天就坏了                | 他们说，结果第二天就坏了
            zh | 号称“静音”，吵得邻居都来敲门                      | 号称，吵得邻居都来敲门
            zh | 所谓的"五星服务"就是让我等三小时                  | 所谓的差就是让我等三小时
            """)
    void are_left_out_or_denied(String language, String text, String own) {
        assertThat(of(language).without(text)).isEqualTo(own);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '\0', textBlock = """
            en | My kids keep saying "best holiday ever".
            en | "Best phone ever!"
            en | The "dark orange" color is a mud brown.
            en | I typed "reset" and it worked.
            en | They said "no"
            en | It said "done", and it was.
            zh | 朋友说"这家最好吃"，果然没骗我
            zh | "非常好用"
            zh | 没有引号的话
            """)
    void stay_when_they_are_of_friends_or_the_whole(String language, String text) {
        assertThat(of(language).without(text)).isSameAs(text);
    }

    private static WordsOfOthers of(String language) {
        return new WordsOfOthers(ModelLanguage.of(language).orElseThrow());
    }
}
