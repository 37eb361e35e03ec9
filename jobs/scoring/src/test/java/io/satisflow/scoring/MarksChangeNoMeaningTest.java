package io.satisflow.scoring;

import static org.assertj.core.api.Assertions.assertThat;

import io.satisflow.privacy.finding.PersonalData;
import io.satisflow.sentiment.Sentiment;
import io.satisflow.sentiment.SentimentScorer;
import io.satisflow.text.TextLanguage;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever redaction leaves in a text, and wherever, the text still says what its writer said. */
class MarksChangeNoMeaningTest {
    private static final double NO_MORE = 0.05;

    private static final List<String> TEXTS = List.of(
            "发货太慢",
            "客服态度差，等了两天没人理",
            "味道不错，送得也快",
            "还行吧，没什么特别的",
            "这个 app 老是闪退，气死我了！",
            "slow delivery",
            "The crew was lovely, thank you so much!",
            "Broken after two days. I want a refund, not a voucher.",
            "it isn't a bad phone",
            "When does gate 4 open?");

    record Scored(SentimentScorer scorer, String name) {}

    static Stream<Scored> scorers() {
        return Scorers.available().stream()
                .map(name -> new Scored(Scorers.named(name).create(), name));
    }

    @ParameterizedTest
    @MethodSource("scorers")
    void a_mark_changes_neither_label_nor_score(Scored scored) {
        for (String text : TEXTS) {
            String language = TextLanguage.of(text);
            Sentiment plain = scored.scorer().score(text, language);
            for (String marked : marked(text)) {
                Sentiment sentiment = scored.scorer().score(marked, language);

                assertThat(sentiment.label()).as(marked).isEqualTo(plain.label());
                assertThat(Math.abs(sentiment.score() - plain.score()))
                        .as(marked)
                        .isLessThan(NO_MORE);
                assertThat(TextLanguage.of(marked)).as(marked).isEqualTo(language);
            }
        }
    }

    /** A mark between any two characters, and every one of them, in both forms, at every blank. */
    private static List<String> marked(String text) {
        List<String> marks = Arrays.stream(PersonalData.values())
                .flatMap(kind -> Stream.of(kind.mark(), "[" + kind.word() + "]"))
                .toList();
        List<String> texts = new ArrayList<>();
        for (int place = 0; place <= text.length(); place++) {
            String mark = marks.get(place % marks.size());
            texts.add(text.substring(0, place) + mark + text.substring(place));
            if (place == 0 || place == text.length() || text.charAt(place) == ' ') {
                for (String any : marks) {
                    texts.add(text.substring(0, place) + ' ' + any + text.substring(place));
                }
            }
        }
        return texts;
    }
}
