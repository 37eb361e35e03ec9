package io.satisflow.scoring;

import static org.assertj.core.api.Assertions.assertThat;

import io.satisflow.scoring.linear.LinearModel;
import io.satisflow.sentiment.Sentiment;
import io.satisflow.sentiment.SentimentLabel;
import io.satisflow.sentiment.SentimentScorer;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ShippedScorersTest {
    private final SentimentScorer scorer = new ShippedScorers().create();

    @ParameterizedTest
    @CsvSource({
        "en, 'Thank you, the crew was wonderful!', POSITIVE",
        "en, 'Two hours on hold, then cut off. Worst service ever.', NEGATIVE",
        "en, 'When does the desk at gate 4 open?', NEUTRAL",
        "en, 'I will never fly with you again', NEGATIVE",
        "en, 'Not bad at all', POSITIVE",
        "en, 'The food was not bad', POSITIVE",
        "en, 'No complaints, never had a problem', POSITIVE",
        "en, 'The food was not good', NEGATIVE",
        "en, 'My bag 😡', NEGATIVE",
        "en, '🥰', POSITIVE",
        "en, ':)', POSITIVE",
        "en, ':(', NEGATIVE",
        "zh, 味道很好，送得也快, POSITIVE",
        "zh, 太难吃了，再也不点了, NEGATIVE",
        "zh, 不好吃, NEGATIVE",
        "zh, 谢谢[爱你], POSITIVE",
        "zh, 气死了[怒], NEGATIVE",
        "zh, 一点也不差, POSITIVE",
        "zh, 快递😡, NEGATIVE",
        "zh, 服務態度很好，下次還會再來, POSITIVE",
        "zh, 東西很難吃，等了兩個小時, NEGATIVE"
    })
    void plain_cases_are_told(String language, String text, SentimentLabel label) {
        assertThat(scorer.score(text, language).label()).isEqualTo(label);
    }

    @ParameterizedTest
    @ValueSource(strings = {"de", "fr", "ja", "und", "", "engrish", "x"})
    void a_language_without_a_scorer_is_not_scored(String language) {
        assertThat(scorer.score("I love it", language)).isEqualTo(Sentiment.notScored());
    }

    @ParameterizedTest
    @ValueSource(strings = {"zh", "zh-CN", "zh-Hans-CN", "ZH", "zh_TW"})
    void only_the_primary_language_counts(String language) {
        assertThat(scorer.score("味道很好", language).label()).isEqualTo(SentimentLabel.POSITIVE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"请问周末几点开门", "包裹里有三件东西", "我昨天订了两份午饭", "我们公司在地铁站对面"})
    void plain_chinese_statements_lean_little(String text) {
        assertThat(scorer.score(text, "zh").score()).isBetween(-0.6, 0.6);
    }

    @Test
    void emoji_alone_need_no_language() {
        assertThat(scorer.score("👍👍", "und").label()).isEqualTo(SentimentLabel.POSITIVE);
        assertThat(scorer.score("❤️", "und").label()).isEqualTo(SentimentLabel.POSITIVE);
    }

    @Test
    void english_within_a_chinese_text_is_read_along() {
        assertThat(scorer.score("这个 app 太 nice 了，很好用", "zh").label()).isEqualTo(SentimentLabel.POSITIVE);
    }

    @Test
    void what_was_scored_before_changes_nothing() {
        Sentiment first = scorer.score("not what I ordered", "en");
        scorer.score("好吃".repeat(5_000), "zh");
        scorer.score("great ".repeat(5_000), "en");

        assertThat(scorer.score("not what I ordered", "en")).isEqualTo(first);
        assertThat(new ShippedScorers().create().score("not what I ordered", "en"))
                .isEqualTo(first);
    }

    @Test
    void the_scorer_names_its_model() {
        List<String> names = ShippedModels.all().stream().map(LinearModel::name).toList();

        assertThat(scorer.score("fine", "en").scorer()).startsWith("linear-en-").isIn(names);
        assertThat(scorer.score("好", "zh").scorer()).startsWith("linear-zh-").isIn(names);
    }

    @Test
    void the_card_of_each_model_speaks_of_that_model() throws IOException {
        for (LinearModel model : ShippedModels.all()) {
            String card = "models/" + model.language().code() + ".md";
            try (var in = ShippedModels.class.getResourceAsStream(card)) {
                assertThat(in).as(card).isNotNull();
                assertThat(new String(in.readAllBytes(), StandardCharsets.UTF_8))
                        .contains(model.name());
            }
        }
    }

    @Test
    void a_work_limit_cuts_and_says_so() {
        SentimentScorer hasty = new ShippedScorers(10).create();

        assertThat(hasty.score("great work but I hate it", "en"))
                .isEqualTo(new Sentiment(
                        SentimentLabel.POSITIVE,
                        scorer.score("great work", "en").score(),
                        scorer.score("great work", "en").polarity(),
                        scorer.score("great work", "en").scorer(),
                        true));
    }

    @Test
    void the_factory_travels() throws Exception {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
            out.writeObject(new ShippedScorers());
        }
        try (ObjectInputStream in = new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
            assertThat(in.readObject()).isEqualTo(new ShippedScorers());
        }
    }
}
