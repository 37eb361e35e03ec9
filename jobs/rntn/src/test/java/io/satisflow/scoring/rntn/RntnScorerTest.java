package io.satisflow.scoring.rntn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.satisflow.scoring.ScorerRequest;
import io.satisflow.scoring.Scorers;
import io.satisflow.scoring.linear.ModelFormatException;
import io.satisflow.sentiment.Sentiment;
import io.satisflow.sentiment.SentimentLabel;
import io.satisflow.sentiment.SentimentScorer;
import io.satisflow.sentiment.WorkLimit;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** With Stanford CoreNLP's models, so only under -Prntn. */
@Timeout(300)
class RntnScorerTest {
    private final SentimentScorer rntn = Scorers.named("rntn:pcfg").create();

    @Test
    void the_tree_tells_praise_from_blame() {
        assertThat(rntn.score("This is a wonderful hotel.", "en").label()).isEqualTo(SentimentLabel.POSITIVE);
        assertThat(rntn.score("This is a terrible, dirty hotel.", "en").label()).isEqualTo(SentimentLabel.NEGATIVE);
        assertThat(rntn.score("This is a wonderful hotel.", "en").scorer()).isEqualTo("rntn-pcfg");
    }

    @Test
    void stock_gives_the_networks_own_probabilities_and_rntn_fitted_ones() {
        SentimentScorer stock = Scorers.named("rntn:stock").create();
        String praise = "They answered within the hour and it works now.";

        Sentiment asItComes = stock.score(praise, "en");
        assertThat(asItComes.scorer()).isEqualTo("rntn-stock-pcfg");
        assertThat(rntn.score(praise, "en").polarity().neutral())
                .isNotEqualTo(asItComes.polarity().neutral());
    }

    @Test
    void other_languages_are_not_guessed_at() {
        assertThat(rntn.score("味道很好", "zh")).isEqualTo(Sentiment.notScored());
        assertThat(rntn.score("   ", "en")).isEqualTo(Sentiment.notScored());
    }

    @Test
    void hostile_texts_have_an_answer() {
        for (String text : new String[] {
            "word ".repeat(2_000_000), "a".repeat(1_000_000), ". ".repeat(100_000), "(".repeat(100_000), "\u202e😀 😀"
        }) {
            assertThat(rntn.score(text, "en").isScored()).isTrue();
        }
        assertThat(rntn.score("This was great. ".repeat(100_000), "en").cut()).isTrue();
    }

    @Test
    void a_model_of_ones_own_is_refused() {
        ScorerRequest request = new ScorerRequest("", List.of(Path.of("en.model")), WorkLimit.DEFAULT);

        assertThatThrownBy(() -> new RntnProvider().create(request))
                .isInstanceOf(ModelFormatException.class)
                .hasMessageContaining("rntn has no models but CoreNLP's");
    }
}
