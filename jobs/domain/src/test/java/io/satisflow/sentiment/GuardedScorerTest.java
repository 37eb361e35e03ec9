package io.satisflow.sentiment;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Every text gets a defined answer, and says whose it is. */
class GuardedScorerTest {
    private static final int TOKENS = 5;
    private static final Sentiment FAST = Sentiment.of(new Polarity(0.1, 0.2, 0.7), "fast", false);
    private static final Sentiment SLOW = Sentiment.of(new Polarity(0.7, 0.2, 0.1), "slow", false);

    private final GuardedScorer scorer = GuardedScorer.of(GuardedScorerTest::slow, GuardedScorerTest::fast, TOKENS);

    /** Knows English and Chinese. */
    private static Sentiment fast(String text, String language) {
        boolean known = language.equals("en") || language.equals("zh");
        return known && !text.isBlank() ? FAST : Sentiment.notScored();
    }

    /** Knows English, and has its weak points. */
    private static Sentiment slow(String text, String language) {
        if (text.contains("poison")) {
            throw new IllegalStateException("no parse");
        }
        if (text.contains("deep")) {
            return slow(text, language);
        }
        return language.equals("en") && !text.isBlank() ? SLOW : Sentiment.notScored();
    }

    @Test
    void the_scorer_that_was_asked_for_answers() {
        assertThat(scorer.score("one, two three", "en")).isEqualTo(GuardedScore.of(SLOW));
    }

    @Test
    void a_text_of_too_many_tokens_is_left_to_the_fast_one_and_says_so() {
        assertThat(scorer.score("one two three four five six", "en"))
                .isEqualTo(GuardedScore.of(FAST, ScoreReason.TOKENS))
                .matches(GuardedScore::isFallback);
        assertThat(scorer.score("one two three four five.", "en").reason()).isEqualTo(ScoreReason.TOKENS);
        assertThat(scorer.score("one two three four five", "en").reason()).isNull();
    }

    @Test
    void ideographs_are_tokens_each() {
        assertThat(TokenCount.exceeds("味道不错啊", TOKENS)).isFalse();
        assertThat(TokenCount.exceeds("味道真不错啊", TOKENS)).isTrue();
        assertThat(TokenCount.exceeds("supercalifragilistic 2026", TOKENS)).isFalse();
        assertThat(TokenCount.exceeds("!".repeat(10_000_000), TOKENS)).isTrue();
    }

    @Test
    void a_language_that_it_does_not_know_is_left_to_the_fast_one() {
        assertThat(scorer.score("不错", "zh")).isEqualTo(GuardedScore.of(FAST, ScoreReason.LANGUAGE));
    }

    @Test
    void a_language_that_nobody_knows_is_not_scored_and_says_so() {
        assertThat(scorer.score("merci", "fr"))
                .isEqualTo(GuardedScore.of(Sentiment.notScored(), ScoreReason.LANGUAGE))
                .matches(score -> !score.isFallback());
    }

    @Test
    void a_blank_text_is_not_scored_and_says_so() {
        assertThat(scorer.score("  \n", "en")).isEqualTo(GuardedScore.of(Sentiment.notScored(), ScoreReason.BLANK));
    }

    @Test
    void a_text_on_which_a_scorer_fails_is_not_scored_and_tells_what_it_threw() {
        GuardedScore score = scorer.score("poison", "en");

        assertThat(score.sentiment()).isEqualTo(Sentiment.notScored());
        assertThat(score.reason()).isEqualTo(ScoreReason.FAILED);
        assertThat(score.failure()).hasMessage("no parse");
        assertThat(scorer.score("deep", "en").failure()).isInstanceOf(StackOverflowError.class);
        assertThat(scorer.score("fine", "en")).isEqualTo(GuardedScore.of(SLOW));
    }

    @Test
    void without_a_slow_scorer_the_fast_one_is_the_one_that_was_asked_for() {
        GuardedScorer alone = GuardedScorer.of(GuardedScorerTest::fast);

        assertThat(alone.score("one two three four five six seven", "en")).isEqualTo(GuardedScore.of(FAST));
        assertThat(alone.score("merci", "fr").reason()).isEqualTo(ScoreReason.LANGUAGE);
    }
}
