package io.satisflow.scoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.satisflow.sentiment.SentimentScorerFactory;
import io.satisflow.sentiment.WorkLimit;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import org.junit.jupiter.api.Test;

class ScorersTest {

    @Test
    void linear_is_always_there_and_is_what_ships() {
        assertThat(Scorers.available()).contains(Scorers.LINEAR);
        assertThat(Scorers.named("linear").create().score("I love it", "en"))
                .isEqualTo(new ShippedScorers().create().score("I love it", "en"));
    }

    @Test
    void a_scorer_that_has_not_been_built_is_refused_at_once_with_the_remedy() {
        assertThatThrownBy(() -> Scorers.named("fusion"))
                .isInstanceOf(ScorerUnavailableException.class)
                .hasMessageContaining("scorer fusion has not been built")
                .hasMessageContaining("mvn -Pfusion package");
        assertThatThrownBy(() -> Scorers.named("rntn:sr"))
                .isInstanceOf(ScorerUnavailableException.class)
                .hasMessageContaining("./satisflow score --scorer rntn:sr")
                .hasMessageContaining("mvn -Prntn,rntn-sr package");
        assertThat(Scorers.available()).containsExactly(Scorers.LINEAR);
    }

    @Test
    void a_name_that_nobody_bears_is_refused_with_those_that_are_known() {
        assertThatThrownBy(() -> Scorers.named("oracle"))
                .isInstanceOf(ScorerUnavailableException.class)
                .hasMessage("There is no scorer oracle; known are linear, rntn, fusion");
    }

    @Test
    void a_variant_that_there_is_not_is_refused_with_those_that_are() {
        assertThatThrownBy(() -> Scorers.named("linear:best")).hasMessageContaining("write linear");
        assertThatThrownBy(() -> Scorers.named("fusion:high")).hasMessageContaining("such as fusion:0.9");
        assertThatThrownBy(() -> Scorers.named("rntn:tree")).hasMessageContaining("rntn:sr");
    }

    @Test
    void only_names_travel_to_where_the_scoring_is_done() throws Exception {
        SentimentScorerFactory sent = Scorers.named("linear", new WorkLimit(4));

        SentimentScorerFactory arrived = travelled(sent);

        assertThat(arrived).isEqualTo(sent);
        assertThat(arrived.create().score("good morning", "en").cut()).isTrue();
    }

    private static SentimentScorerFactory travelled(SentimentScorerFactory factory)
            throws IOException, ClassNotFoundException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
            out.writeObject(factory);
        }
        try (ObjectInputStream in = new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
            return (SentimentScorerFactory) in.readObject();
        }
    }
}
