package io.satisflow.sentiment;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** It spares work and changes nothing. */
class CachedScorerTest {
    private static final WorkLimit LIMIT = new WorkLimit(1_000);

    private final List<String> read = new ArrayList<>();

    /** An answer that any change of the text or the language would change. */
    private Sentiment score(String text, String language) {
        read.add(text);
        double positive = Math.floorMod((text + language).hashCode(), 1_000) / 1_000.0;
        return Sentiment.of(new Polarity(1 - positive, 0, positive), "hash", false);
    }

    @Test
    void a_text_that_comes_again_is_not_read_again() {
        CachedScorer scorer = new CachedScorer(this::score, LIMIT, 10);
        Sentiment first = scorer.score("So late again", "en");

        assertThat(scorer.score("So late again", "en")).isEqualTo(first);
        assertThat(scorer.score("RT @traveller_7: So  late\nagain ", "en")).isEqualTo(first);
        assertThat(read).containsExactly("So late again");
        assertThat(scorer.hits()).isEqualTo(2);
        assertThat(scorer.misses()).isEqualTo(1);
    }

    @Test
    void the_same_text_in_another_language_is_another_text() {
        CachedScorer scorer = new CachedScorer(this::score, LIMIT, 10);

        assertThat(scorer.score("gift", "en")).isNotEqualTo(scorer.score("gift", "de"));
    }

    @Test
    void the_scorer_reads_what_is_the_key() {
        CachedScorer scorer = new CachedScorer(this::score, LIMIT, 10);
        scorer.score(" RT @a: x", "en");
        scorer.score("RT @: x", "en");
        scorer.score("RT @a x", "en");
        scorer.score("RT @a:\t\u3000x  y ", "en");

        assertThat(read).containsExactly("RT @a: x", "RT @: x", "RT @a x", "x y");
    }

    @Test
    void what_is_beyond_the_work_limit_is_not_read_and_the_answer_says_so_each_time() {
        CachedScorer scorer = new CachedScorer(this::score, new WorkLimit(4), 10);

        assertThat(scorer.score("good morning", "en").cut()).isTrue();
        assertThat(scorer.score("good evening", "en").cut()).isTrue();
        assertThat(scorer.score("good", "en").cut()).isFalse();
        assertThat(read).containsExactly("good");
    }

    @Test
    void only_the_last_texts_are_remembered_and_long_ones_never() {
        CachedScorer scorer = new CachedScorer(this::score, LIMIT, 2);
        for (String text : List.of("a", "b", "a", "c", "a", "b")) {
            scorer.score(text, "en");
        }
        assertThat(read).containsExactly("a", "b", "c", "b");

        String review = "word ".repeat(150);
        scorer.score(review, "en");
        scorer.score(review, "en");
        assertThat(read).endsWith(review.strip(), review.strip());
    }

    @Test
    void its_size_changes_no_answer() {
        Random random = new Random(7);
        CachedScorer small = new CachedScorer(this::score, LIMIT, 3);
        CachedScorer large = new CachedScorer(this::score, LIMIT, 100);
        CachedScorer none = new CachedScorer(this::score, LIMIT, 0);
        for (int i = 0; i < 2_000; i++) {
            String text = "text " + random.nextInt(20) + " ".repeat(random.nextInt(3));
            Sentiment expected = none.score(text, "en");
            assertThat(small.score(text, "en")).isEqualTo(expected);
            assertThat(large.score(text, "en")).isEqualTo(expected);
        }
        assertThat(none.hits()).isZero();
    }
}
