package io.satisflow.scoring;

import static org.assertj.core.api.Assertions.assertThat;

import io.satisflow.sentiment.SentimentLabel;
import io.satisflow.sentiment.SentimentScorer;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** In answer to "What could we do better?", "Nothing" is no complaint. */
class NothingSaidTest {
    private static final SentimentScorer SCORER = new ShippedScorers().create();

    @ParameterizedTest
    @CsvSource({
        "en, Nothing",
        "en, 'Nothing, really.'",
        "en, N/A",
        "en, None!",
        "en, I don't know",
        "en, No comment.",
        "zh, 无",
        "zh, 没有。",
        "zh, 暂无",
        "zh, 没有意见",
        "zh, （无）"
    })
    void is_not_scored(String language, String text) {
        assertThat(SCORER.score(text, language).label()).isEqualTo(SentimentLabel.NOT_SCORED);
    }

    @ParameterizedTest
    @CsvSource({
        "en, Nothing works",
        "en, None of my parcels arrived",
        "en, No answer for three weeks",
        "zh, 没有人回复我",
        "zh, 什么都没有收到",
        "zh, 没有用"
    })
    void what_only_begins_so_is_scored(String language, String text) {
        assertThat(SCORER.score(text, language).label()).isNotEqualTo(SentimentLabel.NOT_SCORED);
    }
}
