package io.satisflow.scoring.aspects;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.satisflow.config.ConfigFile;
import io.satisflow.scoring.ShippedScorers;
import io.satisflow.sentiment.Aspect;
import io.satisflow.sentiment.AspectFinder;
import io.satisflow.sentiment.AspectsFile;
import io.satisflow.sentiment.Polarity;
import io.satisflow.sentiment.Sentiment;
import io.satisflow.sentiment.SentimentLabel;
import io.satisflow.sentiment.SentimentScorer;
import io.satisflow.sentiment.WorkLimit;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What texts are about, and how content their writers are with each of it. */
@Timeout(20)
class AspectsByPassageTest {
    private final SentimentScorer scorer = new ShippedScorers().create();
    private final AspectFinder finder = new ShippedAspects(new ShippedScorers()).create();

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            en | The food was great but delivery took two hours          | food positive     | delivery negative
            en | Cheap and cheerful. The app crashes all the time though | price positive    | app negative
            en | The room was lovely and quiet; the staff were so rude.   | environment positive | attitude negative
            en | Great price, rude staff                                 | price positive    | attitude negative
            en | Still no refund. The driver was so kind, thank you!     | delivery positive | refund negative
            zh | 味道很好，但是配送太慢了                                    | food positive     | delivery negative
            zh | 客服态度很好，但是物流太慢                                | attitude positive | delivery negative
            zh | 价格便宜，质量很差                                         | price positive    | quality negative
            zh | 態度很好，價格太貴了，不會再買                                | attitude positive | price negative
            zh | 环境很好，退款一直不到账，太差了                               | environment positive | refund negative
            """)
    void each_aspect_has_the_label_of_its_own_passages(String language, String text, String content, String not) {
        assertThat(labelled(text, language)).contains(content, not);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Worst app ever", "WORST APP EVER", "the worst  ＡＰＰ ever", "Worst\tapps ever"})
    void upper_case_and_wide_letters_are_read_as_any(String text) {
        assertThat(labelled(text, "en")).contains("app negative");
    }

    @Test
    void a_text_about_nothing_known_has_no_aspects() {
        assertThat(labelled("I am so happy today", "en")).isEmpty();
        assertThat(labelled("今天真开心", "zh")).isEmpty();
    }

    @Test
    void excepted_phrases_are_about_something_else() {
        assertThat(labelled("I can't wait to come back", "en")).isEmpty();
        assertThat(labelled("宝贵的意见", "zh")).isEmpty();
        assertThat(names("宝贵的意见，就是太贵", "zh")).containsExactly("price");
    }

    @Test
    void what_is_not_scored_has_no_aspects() {
        assertThat(finder.find("el precio is expensive", "es", Sentiment.notScored()))
                .isEmpty();
        assertThat(labelled("", "en")).isEmpty();
        assertThat(labelled("😀😀", "und")).isEmpty();
    }

    @Test
    void the_best_attested_aspect_comes_first() {
        assertThat(names("The app crashed. The app froze, I had to reinstall the app. And support is slow.", "en"))
                .startsWith("app");
        assertThat(names("Support is slow, the agent knew nothing, the rep hung up. The app is so-so.", "en"))
                .startsWith("service");
    }

    @Test
    void training_tells_what_no_word_says() {
        String text = "@united been trying to get through for an hour, this is a joke";

        assertThat(names(text, "en")).contains("service");
        assertThat(find(text, "en").get(0).label()).isEqualTo(SentimentLabel.NEGATIVE);
    }

    @Test
    void an_aspect_that_was_taken_out_of_the_vocabulary_is_not_looked_for() {
        AspectFinder own = new ShippedAspects(
                        AspectsFile.read(ConfigFile.parse("own", "aspects: {app: {en: [app]}}")),
                        new ShippedScorers(),
                        WorkLimit.DEFAULT.codePoints())
                .create();
        String text = "@united your app is as bad as your service";

        assertThat(own.find(text, "en", scorer.score(text, "en")))
                .extracting(Aspect::name)
                .containsExactly("app");
    }

    @Test
    void a_text_about_one_thing_gets_its_own_label() {
        String text = "The delivery was late, I am disappointed";
        Sentiment whole = scorer.score(text, "en");

        assertThat(finder.find(text, "en", whole))
                .extracting(Aspect::score)
                .allSatisfy(score -> assertThat(score).isEqualTo(whole.score(), within(1e-9)));
    }

    @Test
    void an_aspect_spoken_of_twice_has_the_mean_of_its_passages_and_a_share_of_the_whole() {
        SentimentScorer byWord = (text, language) ->
                Sentiment.of(text.contains("good") ? new Polarity(0, 0, 1) : new Polarity(1, 0, 0), "by word", false);
        AspectFinder own = new AspectsByPassage(
                AspectsFile.read(ConfigFile.parse("own", "aspects: {price: {en: [price]}, staff: {en: [staff]}}")),
                List.of(),
                byWord,
                WorkLimit.DEFAULT);
        String text = "a good price. staff was staff. bad bad price!";

        List<Aspect> aspects = own.find(text, "en", byWord.score(text, "en"));

        // 14 characters say good, 14 say bad; the whole says good, and has a share of 0.2
        assertThat(aspects).extracting(Aspect::name).containsExactly("price", "staff");
        assertThat(aspects.get(0).score()).isEqualTo(0.2, within(1e-9));
        assertThat(aspects.get(1).score()).isEqualTo(-0.8 + 0.2, within(1e-9));
    }

    @Test
    void the_same_text_gets_the_same_aspects_whatever_was_read_before() {
        List<String> texts = List.of(
                "Great price, rude staff", "The app crashed", "no", "waiting on hold for hours, cancelled my flight");
        List<List<Aspect>> first = texts.stream().map(text -> find(text, "en")).toList();
        List<List<Aspect>> again = new ArrayList<>();
        AspectFinder other = new ShippedAspects(new ShippedScorers()).create();
        for (int i = texts.size() - 1; i >= 0; i--) {
            again.add(0, other.find(texts.get(i), "en", scorer.score(texts.get(i), "en")));
        }

        assertThat(again).isEqualTo(first);
    }

    @ParameterizedTest
    @ValueSource(strings = {"but ", "price, ", "贵", "，", "但是", "the app. ", "a", " ", "😀", "\u202e", "((((", "\ud83d"})
    void hostile_texts_are_read_in_bounded_time(String piece) {
        String text = piece.repeat(10_000_000 / piece.length());

        for (String language : List.of("en", "zh")) {
            assertThat(find(text, language))
                    .allSatisfy(aspect -> assertThat(aspect.score()).isBetween(-1.0, 1.0));
        }
    }

    @Test
    void any_characters_at_all_have_an_answer() {
        Random random = new Random(5);
        List<String> pieces =
                List.of("price", "贵", "but", ", ", "。", "\n", " ", "\ud83d", "\u0301", "on hold", "x", "😡");
        for (int round = 0; round < 3_000; round++) {
            StringBuilder text = new StringBuilder();
            for (int i = random.nextInt(30); i > 0; i--) {
                text.append(pieces.get(random.nextInt(pieces.size())));
            }
            String language = random.nextBoolean() ? "en" : "zh";
            assertThat(find(text.toString(), language))
                    .allSatisfy(aspect -> assertThat(aspect.score()).isBetween(-1.0, 1.0));
        }
    }

    private List<Aspect> find(String text, String language) {
        return finder.find(text, language, scorer.score(text, language));
    }

    private List<String> names(String text, String language) {
        return find(text, language).stream().map(Aspect::name).toList();
    }

    private List<String> labelled(String text, String language) {
        return find(text, language).stream()
                .map(aspect -> aspect.name() + " " + aspect.label().wireName())
                .toList();
    }
}
