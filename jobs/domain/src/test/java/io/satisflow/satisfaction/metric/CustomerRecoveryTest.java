package io.satisflow.satisfaction.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.satisflow.config.ConfigFile;
import io.satisflow.satisfaction.SatisfactionFile;
import io.satisflow.satisfaction.SatisfactionSettings;
import io.satisflow.satisfaction.answer.Recovery;
import io.satisflow.satisfaction.answer.TextSentiment;
import io.satisflow.satisfaction.answer.TicketText;
import io.satisflow.satisfaction.tally.Tallies;
import io.satisflow.sentiment.SentimentLabel;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Whether customers end a ticket in a better mood than they began it in. */
class CustomerRecoveryTest {
    private static final SatisfactionSettings SETTINGS =
            SatisfactionFile.read(ConfigFile.parse("s.yaml", "metrics: {volume: {}, recovery: {}}"));

    @Test
    void it_is_the_last_text_less_the_first_and_the_share_of_those_who_were_won_back() {
        Map<String, Score> scores = scores(
                recovery(-0.8, 0.6), recovery(-0.5, -0.9), recovery(-0.4, 0), recovery(0.5, 0.9), recovery(0.2, 0.2));

        assertThat(scores.get("recovery")).satisfies(score -> {
            assertThat(score.value()).isCloseTo((1.4 - 0.4 + 0.4 + 0.4 + 0) / 5, within(1e-9));
            assertThat(score.n()).isEqualTo(5);
        });
        assertThat(scores.get("recovery.recovered")).satisfies(score -> {
            assertThat(score.value()).isCloseTo(200.0 / 3, within(1e-9));
            assertThat(score.n()).isEqualTo(3);
        });
    }

    @Test
    void a_ticket_with_one_text_says_nothing() {
        assertThat(SETTINGS.tally(Recovery.beginningWith(text("a", 1, 0, -0.9))))
                .isEqualTo(Tallies.NOTHING);
        assertThat(scores().get("recovery")).isEqualTo(Score.NO_DATA);
    }

    @Test
    void an_edit_takes_the_place_of_what_it_edits_and_an_older_version_does_not() {
        Recovery told = Recovery.beginningWith(text("a", 2, 0, -0.9)).with(text("b", 2, 5, 0.5));

        assertThat(told.with(text("b", 3, 5, 0.9)).change()).isCloseTo(1.8, within(1e-9));
        assertThat(told.with(text("a", 3, 0, 0.1)).change()).isCloseTo(0.4, within(1e-9));
        assertThat(told.with(text("b", 1, 5, -0.9))).isEqualTo(told);
        assertThat(told.with(text("b", 2, 5, 0.5))).isEqualTo(told);
    }

    @Test
    void the_order_in_which_texts_become_known_makes_no_difference() {
        List<TicketText> texts = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            texts.add(text("t" + i, 1, i / 2, i / 10.0));
        }
        Random random = new Random(3);
        for (int i = 0; i < 50; i++) {
            Collections.shuffle(texts, random);
            Recovery recovery = Recovery.beginningWith(texts.get(0));
            for (TicketText text : texts) {
                recovery = recovery.with(text);
            }
            assertThat(List.of(recovery.first().feedback(), recovery.last().feedback()))
                    .containsExactly("t0", "t5");
        }
    }

    @Test
    void tickets_are_told_apart_by_one_attribute() {
        assertThat(SETTINGS.ticketDimension()).contains("ticket");
        assertThat(settings("recovery: {ticket: conversation}").ticketDimension())
                .contains("conversation");
        assertThat(settings("volume: {}").ticketDimension()).isEmpty();
        assertThatThrownBy(() -> settings("recovery.chat: {}")).hasMessageContaining("write recovery");
    }

    private static SatisfactionSettings settings(String metric) {
        return SatisfactionFile.read(ConfigFile.parse("s.yaml", "metrics:\n  " + metric));
    }

    private static Map<String, Score> scores(Recovery... recoveries) {
        Tallies tallies = Tallies.NOTHING;
        for (Recovery recovery : recoveries) {
            tallies = tallies.plus(SETTINGS.tally(recovery));
        }
        Metric metric = SETTINGS.metrics().get(1).metric();
        return Objects.requireNonNull(metric.scores(tallies, Instant.EPOCH));
    }

    private static Recovery recovery(double first, double last) {
        return Recovery.beginningWith(text("first", 1, 0, first)).with(text("last", 1, 1, last));
    }

    private static TicketText text(String feedback, long revision, long at, double score) {
        SentimentLabel label =
                score > 0.3 ? SentimentLabel.POSITIVE : score < -0.3 ? SentimentLabel.NEGATIVE : SentimentLabel.NEUTRAL;
        return new TicketText(feedback, revision, at, new TextSentiment(label, score));
    }
}
