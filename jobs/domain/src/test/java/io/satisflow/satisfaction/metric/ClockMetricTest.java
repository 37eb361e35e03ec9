package io.satisflow.satisfaction.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.satisflow.config.ConfigFile;
import io.satisflow.satisfaction.SatisfactionFile;
import io.satisflow.satisfaction.SatisfactionSettings;
import io.satisflow.satisfaction.answer.Response;
import io.satisflow.satisfaction.score.TrackedMetric;
import io.satisflow.satisfaction.tally.Tallies;
import io.satisflow.satisfaction.tally.Tally;
import io.satisflow.sla.Milestone;
import io.satisflow.sla.Milestone.Kind;
import io.satisflow.sla.clock.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** How long tickets take, and how many promises are kept. */
class ClockMetricTest {
    private static final SatisfactionSettings SETTINGS = SatisfactionFile.read(ConfigFile.parse("s.yaml", """
            metrics:
              volume: {}
              first_reply_time: {}
              first_reply_time.office: {time: business}
              clock_time.stage.analyse: {}
              sla_attainment.first_reply: {}
            """));

    @Test
    void the_mean_time_is_in_seconds_and_has_students_interval() {
        Tallies tallies = sum(done(true, 600, 300), done(true, 1200, 900), done(false, 1800, 900));

        Score mean = score(tallies, "first_reply_time");
        assertThat(mean.value()).isEqualTo(1200);
        assertThat(mean.n()).isEqualTo(3);
        // t of 2 degrees of freedom 4.302653, standard deviation 600
        assertThat(mean.low()).isEqualTo(0);
        assertThat(mean.high()).isCloseTo(1200 + 4.302653 * 600 / Math.sqrt(3), within(0.01));
        assertThat(score(tallies, "first_reply_time.office").value()).isCloseTo(700, within(1e-9));
    }

    @Test
    void a_broken_promise_is_missed_once_also_when_it_is_done_at_last() {
        Tallies tallies =
                sum(done(true, 600, 600), done(true, 60, 60), done(true, 60, 60), broken(), done(false, 9000, 1));

        Score attained = score(tallies, "sla_attainment.first_reply");
        assertThat(attained.value()).isEqualTo(75);
        assertThat(attained.n()).isEqualTo(4);
        // Wilson's interval of 3 in 4
        assertThat(attained.low()).isCloseTo(30.06, within(0.01));
        assertThat(attained.high()).isCloseTo(95.44, within(0.01));
    }

    @Test
    void milestones_are_no_feedback_and_feedback_is_no_milestone() {
        assertThat(sum(done(true, 1, 1)).of("volume").n()).isZero();
        assertThat(SETTINGS.tally(new Response(List.of(), null)).byMetric()).containsOnlyKeys("volume");
        assertThat(score(Tallies.NOTHING, "first_reply_time")).isEqualTo(Score.NO_DATA);
        assertThat(score(Tallies.NOTHING, "sla_attainment.first_reply")).isEqualTo(Score.NO_DATA);
    }

    @Test
    void each_clock_counts_for_itself() {
        assertThat(sum(done(true, 600, 600)).of("clock_time.stage.analyse")).isEqualTo(Tally.NOTHING);
        assertThat(SETTINGS.isMeasured(milestone(Clock.STAGE_ANALYSE, Kind.DONE, true, 1, 1)))
                .isTrue();
        assertThat(SETTINGS.isMeasured(milestone(Clock.NEXT_REPLY, Kind.DONE, true, 1, 1)))
                .isFalse();
    }

    @Test
    void times_of_up_to_a_month_add_up_to_the_millisecond_and_can_be_taken_away_again() {
        Random random = new Random(3);
        Tallies tallies = Tallies.NOTHING;
        Tallies half = Tallies.NOTHING;
        long millis = 0;
        for (int each = 0; each < 20_000; each++) {
            long wall = random.nextLong(Duration.ofDays(30).toMillis());
            Milestone milestone = new Milestone(
                    "T1",
                    Clock.FIRST_REPLY,
                    1,
                    Kind.DONE,
                    Instant.EPOCH,
                    Instant.EPOCH,
                    true,
                    true,
                    Duration.ZERO,
                    Duration.ofMillis(wall),
                    Map.of());
            tallies = tallies.plus(SETTINGS.tally(milestone));
            if (each % 2 == 0) {
                half = half.plus(SETTINGS.tally(milestone));
                millis += wall;
            }
        }
        Tallies left = tallies.minus(tallies.minus(half));

        assertThat(left).isEqualTo(half);
        assertThat(score(left, "first_reply_time").value()).isCloseTo(millis / 1000.0 / 10_000, within(1e-6));
    }

    private static Score score(Tallies tallies, String metric) {
        return SETTINGS.metrics().stream()
                .map(TrackedMetric::metric)
                .map(each -> each.scores(tallies, Instant.EPOCH).get(metric))
                .filter(Objects::nonNull)
                .findFirst()
                .orElseThrow();
    }

    private static Tallies sum(Milestone... milestones) {
        Tallies sum = Tallies.NOTHING;
        for (Milestone milestone : milestones) {
            sum = sum.plus(SETTINGS.tally(milestone));
        }
        return sum;
    }

    private static Milestone done(boolean inTime, int wall, int consumed) {
        return milestone(Clock.FIRST_REPLY, Kind.DONE, inTime, wall, consumed);
    }

    private static Milestone broken() {
        return milestone(Clock.FIRST_REPLY, Kind.BROKEN, false, 3600, 3600);
    }

    private static Milestone milestone(Clock clock, Kind kind, boolean inTime, int wall, int consumed) {
        return new Milestone(
                "T1",
                clock,
                1,
                kind,
                Instant.EPOCH,
                Instant.EPOCH,
                true,
                inTime,
                Duration.ofSeconds(consumed),
                Duration.ofSeconds(wall),
                Map.of());
    }
}
