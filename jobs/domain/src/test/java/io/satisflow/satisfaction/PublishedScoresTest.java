package io.satisflow.satisfaction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.satisflow.satisfaction.answer.Response;
import io.satisflow.satisfaction.metric.NetPromoterScore;
import io.satisflow.satisfaction.metric.Question;
import io.satisflow.satisfaction.metric.SatisfactionRate;
import io.satisflow.satisfaction.metric.Score;
import io.satisflow.satisfaction.tally.Tally;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** Scores as other systems publish them; the file lies beside the shared data and not in this repository. */
class PublishedScoresTest {
    private static final Question NPS = new Question("nps", 0, 10);

    @Test
    void satisfaction_rates_are_as_published() throws IOException {
        for (JsonNode each : cases("csat_top2")) {
            long satisfied =
                    each.at("/counts/4").asLong() + each.at("/counts/5").asLong();
            assertThat(rate(satisfied, each.get("n").asLong()).value())
                    .isCloseTo(each.get("expect").asDouble(), within(0.005));
        }
        for (JsonNode each : cases("csat")) {
            long n = each.get("pos").asLong()
                    + each.get("neu").asLong()
                    + each.get("neg").asLong();
            assertThat(rate(each.get("pos").asLong(), n).value())
                    .isCloseTo(each.get("expect").asDouble(), within(0.005));
        }
    }

    @Test
    void no_answers_are_no_data_where_others_show_zero() throws IOException {
        assertThat(cases("csat_empty")).isNotEmpty();
        assertThat(rate(0, 0)).isEqualTo(Score.NO_DATA);
    }

    @Test
    void promoter_scores_and_their_intervals_are_as_published() throws IOException {
        for (JsonNode each : cases("nps")) {
            Score score = each.has("scores") ? ofScores(each.get("scores")) : ofCounts(each);
            assertThat(score.value()).isCloseTo(each.get("expect").asDouble(), within(1e-9));
            assertInterval(score, each.get("ci95"));
        }
        for (JsonNode each : cases("nps_ci")) {
            Score score = net(
                    each.get("promoters").asLong(),
                    each.get("detractors").asLong(),
                    each.get("n").asLong());
            assertThat(score.value()).isCloseTo(each.get("nps").asDouble(), within(1e-9));
            assertInterval(score, each.get("multinomial_wald_ci95"));
        }
    }

    private static void assertInterval(Score score, JsonNode interval) {
        if (interval != null) {
            assertThat(score.low()).isCloseTo(interval.get(0).asDouble(), within(1e-6));
            assertThat(score.high()).isCloseTo(interval.get(1).asDouble(), within(1e-6));
        }
    }

    private static Score ofCounts(JsonNode counts) {
        long promoters = counts.get("promoters").asLong();
        long detractors = counts.get("detractors").asLong();
        return net(
                promoters,
                detractors,
                promoters + detractors + counts.get("passives").asLong());
    }

    private static Score ofScores(JsonNode scores) {
        NetPromoterScore nps = new NetPromoterScore("nps", NPS);
        Tally tally = Tally.NOTHING;
        for (JsonNode score : scores) {
            tally = tally.plus(nps.tally(
                    new Response(List.of(new io.satisflow.feedback.Rating("nps", score.asDouble(), 0, 10)), null)));
        }
        return Objects.requireNonNull(nps.scores(tally).get("nps"));
    }

    private static Score net(long promoters, long detractors, long n) {
        return Objects.requireNonNull(new NetPromoterScore("nps", NPS)
                .scores(new Tally(n, 0, 0, promoters, detractors))
                .get("nps"));
    }

    private static Score rate(long satisfied, long n) {
        return Objects.requireNonNull(new SatisfactionRate("csat", new Question("csat", 1, 5), 4)
                .scores(new Tally(n, 0, 0, satisfied, 0))
                .get("csat"));
    }

    private static List<JsonNode> cases(String metric) throws IOException {
        String data = System.getProperty("satisflow.data", "");
        assumeTrue(!data.isBlank(), "set -Dsatisflow.data=.../shared/data to run this on the published cases");
        Path file = Path.of(data).resolveSibling("cases").resolve("scores.json");
        assumeTrue(Files.exists(file), () -> file + " does not exist");
        List<JsonNode> cases = new ArrayList<>();
        for (JsonNode each : new ObjectMapper().readTree(file.toFile())) {
            if (each.get("metric").asText().equals(metric)) {
                cases.add(each);
            }
        }
        assertThat(cases).as("cases of %s", metric).isNotEmpty();
        return cases;
    }
}
