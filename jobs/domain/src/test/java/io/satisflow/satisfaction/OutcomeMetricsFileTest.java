package io.satisflow.satisfaction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.satisflow.config.ConfigFile;
import io.satisflow.feedback.Dimension;
import io.satisflow.feedback.Rating;
import io.satisflow.satisfaction.answer.Response;
import io.satisflow.satisfaction.metric.Score;
import io.satisflow.satisfaction.outcome.Finding;
import io.satisflow.satisfaction.tally.Tallies;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class OutcomeMetricsFileTest {
    @Test
    void a_rate_counts_hits_of_all_and_says_how_many_may_still_change() {
        SatisfactionSettings settings = settings("fcr.no_reopen_within: {within: 3d}");
        Tallies tallies = Tallies.NOTHING;
        for (int i = 0; i < 10; i++) {
            tallies = tallies.plus(settings.tally(finding("fcr.no_reopen_within", i < 7, i < 6, Map.of())));
        }

        Score score = score(settings, "fcr.no_reopen_within", tallies);
        assertThat(score.value()).isEqualTo(70);
        assertThat(score.n()).isEqualTo(10);
        assertThat(score.provisional()).isEqualTo(4);
        assertThat(score.low()).isCloseTo(39.68, within(0.01));
    }

    @Test
    void conditions_tell_relationship_and_transactional_surveys_apart() {
        SatisfactionSettings settings = settings("nps.relationship: {question: nps, where: {survey: relationship}}\n"
                + "  nps.transactional: {question: nps, where: {survey: [transactional, after_call]}}");
        Tallies tallies = settings.tally(nps(10, "relationship"))
                .plus(settings.tally(nps(0, "transactional")))
                .plus(settings.tally(nps(3, "after_call")))
                .plus(settings.tally(nps(9, "other")));

        assertThat(score(settings, "nps.relationship", tallies).value()).isEqualTo(100);
        assertThat(score(settings, "nps.transactional", tallies).value()).isEqualTo(-100);
        assertThat(score(settings, "nps.transactional", tallies).n()).isEqualTo(2);
    }

    @Test
    void complaints_are_counted_by_what_a_channel_of_counts_declares() {
        SatisfactionSettings settings = settings("complaint_rate.orders: {}\n  volume: {}");
        Tallies tallies = settings.tally(said(Map.of("kind", "exposure", "orders", "1200")))
                .plus(settings.tally(said(Map.of("kind", "complaint"))))
                .plus(settings.tally(said(Map.of("kind", "complaint", "ticket", "7"))))
                .plus(settings.tally(said(Map.of("kind", "praise"))))
                .plus(settings.tally(finding("complaint_rate.orders", true, true, Map.of())));

        Score rate = score(settings, "complaint_rate.orders", tallies);
        assertThat(rate.value()).isCloseTo(2 / 12.0, within(1e-9));
        assertThat(rate.n()).isEqualTo(1200);
        // Byar's approximation for two events gives 0.22 to 7.22.
        assertThat(Objects.requireNonNull(rate.low()) * 12).isCloseTo(0.23, within(0.02));
        assertThat(Objects.requireNonNull(rate.high()) * 12).isCloseTo(7.22, within(0.02));
        assertThat(score(settings, "volume", tallies).value())
                .as("counts are no feedback")
                .isEqualTo(3);
    }

    @Test
    void without_exposure_there_is_no_rate_however_many_complain() {
        SatisfactionSettings settings = settings("complaint_rate: {exposure: orders}");

        assertThat(score(settings, "complaint_rate", settings.tally(said(Map.of("kind", "complaint")))))
                .isEqualTo(Score.NO_DATA);
    }

    @Test
    void pooling_is_a_metric_of_its_own_in_proportion_to_each_scale() {
        SatisfactionSettings settings =
                settings("pooled.all: {of: [{question: stars, scale: [1, 5]}, {question: marks, scale: [1, 10]}]}");
        Tallies tallies = settings.tally(rated("stars", 5, 1, 5)).plus(settings.tally(rated("marks", 1, 1, 10)));

        assertThat(score(settings, "pooled.all", tallies).value()).isEqualTo(50);
    }

    @Test
    void customers_are_counted_once_and_those_nobody_knows_not_at_all() {
        SatisfactionSettings settings = settings("customers: {}");
        Tallies tallies = settings.tally(by("a")).plus(settings.tally(by("b"))).plus(settings.tally(by("a")));
        tallies = tallies.plus(settings.tally(said(Map.of())));

        assertThat(score(settings, "customers", tallies).value()).isCloseTo(2, within(0.01));
        assertThat(score(settings, "customers", tallies.minus(settings.tally(by("b"))))
                        .value())
                .isCloseTo(1, within(0.01));
    }

    @Test
    void what_a_channel_scores_by_dimension_feeds_an_index_and_a_gap_on_the_scale_that_is_set() {
        SatisfactionSettings settings =
                settings("csi: {of: {delivery: {}, service: {}}, weights: {delivery: 1, service: 3}}\n"
                        + "  gap: {items: {delivery: {found: delivery, expected: delivery_expected}}, scale: [1, 5]}");
        Tallies tallies = settings.tally(new Response(
                Response.ratings(List.of(
                        new Dimension("delivery", 5, 3.0),
                        new Dimension("service", 3, null),
                        new Dimension("price", 90, null))),
                null));

        assertThat(score(settings, "csi", tallies).value()).isEqualTo(62.5);
        assertThat(score(settings, "gap", tallies).value()).isEqualTo(2);
    }

    @Test
    void what_is_set_wrong_is_said_with_what_would_be_right() {
        assertThatThrownBy(() -> settings("fcr.twice: {}"))
                .hasMessageContaining("fcr.one_touch, fcr.no_customer_reply");
        assertThatThrownBy(() -> settings("promise_kept_rate: {within: 3d}")).hasMessageContaining("within");
        assertThatThrownBy(() -> settings("complaint_rate: {}")).hasMessageContaining("complaint_rate.orders");
        assertThatThrownBy(() -> settings("pooled: {of: [{question: a, scale: [1, 5]}]}"))
                .hasMessageContaining("at least two questions");
    }

    private static SatisfactionSettings settings(String metrics) {
        return SatisfactionFile.read(ConfigFile.parse("s.yaml", "metrics:\n  " + metrics));
    }

    private static Score score(SatisfactionSettings settings, String name, Tallies tallies) {
        return settings.metrics().stream()
                .filter(tracked -> tracked.metric().name().equals(name))
                .map(tracked -> Objects.requireNonNull(
                        tracked.metric().scores(tallies, Instant.EPOCH).get(name)))
                .findFirst()
                .orElseThrow();
    }

    private static Finding finding(String metric, boolean hit, boolean isFinal, Map<String, String> facts) {
        return new Finding("solved", Instant.EPOCH, Map.of(metric, new Finding.Ruling(hit, isFinal)), facts);
    }

    private static Response nps(int answer, String survey) {
        return new Response(List.of(new Rating("nps", answer, 0, 10)), null, Map.of(), null, Map.of("survey", survey));
    }

    private static Response rated(String question, double answer, double min, double max) {
        return new Response(List.of(new Rating(question, answer, min, max)), null);
    }

    private static Response said(Map<String, String> facts) {
        return new Response(List.of(), null, Map.of(), null, facts);
    }

    private static Response by(String customer) {
        return new Response(List.of(), null, Map.of(), customer, Map.of());
    }
}
