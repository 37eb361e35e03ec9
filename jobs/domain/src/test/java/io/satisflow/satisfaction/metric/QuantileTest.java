package io.satisflow.satisfaction.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.satisflow.satisfaction.tally.Tally;
import io.satisflow.sla.Milestone;
import io.satisflow.sla.clock.Clock;
import io.satisflow.sla.clock.TimeBasis;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** How long most waited, not only how long they waited on average. */
class QuantileTest {
    private static final ClockTime REPLIES = new ClockTime("first_reply_time", Clock.FIRST_REPLY, TimeBasis.WALL);

    @Test
    void what_an_earlier_release_counted_without_a_histogram_is_withheld_and_stops_nothing() {
        Tally told = REPLIES.tally(reply(1_000)).plus(REPLIES.tally(reply(2_000)));
        Tally without = new Tally(
                told.n(),
                told.sum(),
                told.squares(),
                told.favourable(),
                told.unfavourable(),
                Tally.NOTHING.histogram());

        assertThat(Quantile.MEDIAN.of(without).value()).isNull();
        assertThat(Quantile.MEDIAN.of(without.plus(told)).value()).isNull();
        assertThat(Quantile.MEDIAN.of(told).value()).isNotNull();
    }

    @Test
    void quantiles_are_within_two_percent_of_the_sorted_times_from_a_second_to_a_month() {
        for (long seed = 0; seed < 300; seed++) {
            Random random = new Random(seed);
            List<Long> millis = new ArrayList<>();
            Tally tally = Tally.NOTHING;
            for (int i = 0; i < 100 + random.nextInt(400); i++) {
                long taken = (long) Math.exp(random.nextDouble() * Math.log(30 * 86_400_000.0));
                millis.add(taken);
                tally = tally.plus(REPLIES.tally(reply(taken)));
            }
            millis.sort(null);
            for (Map.Entry<String, Double> share :
                    Map.of(".p50", 0.5, ".p90", 0.9, ".p99", 0.99).entrySet()) {
                int rank = (int) Math.ceil(share.getValue() * millis.size() - 1e-9);
                double truth = millis.get(rank - 1) / 1000.0;
                assertThat(value(tally, share.getKey())).isCloseTo(truth, within(0.02 * truth));
            }
        }
    }

    @Test
    void what_is_taken_back_leaves_no_trace() {
        Tally all = Tally.NOTHING;
        Tally kept = Tally.NOTHING;
        for (int i = 1; i <= 1000; i++) {
            all = all.plus(REPLIES.tally(reply(i * 977L)));
            kept = i % 3 == 0 ? kept.plus(REPLIES.tally(reply(i * 977L))) : kept;
        }

        assertThat(all.minus(all.minus(kept))).isEqualTo(kept);
        assertThat(all.minus(all).isNothing()).isTrue();
    }

    @Test
    void the_last_percent_is_told_from_a_hundred_on() {
        Tally tally = Tally.NOTHING;
        for (int i = 0; i < 99; i++) {
            tally = tally.plus(REPLIES.tally(reply(60_000)));
        }
        assertThat(REPLIES.scores(tally).get("first_reply_time.p99")).isEqualTo(Score.withheld(99));

        Tally hundred = tally.plus(REPLIES.tally(reply(3_600_000)));
        assertThat(value(hundred, ".p99")).isCloseTo(60, within(1.2));
    }

    @Test
    void an_interval_of_a_median_lies_between_ranks_and_few_have_none() {
        Tally few = Tally.NOTHING;
        for (int i = 0; i < 5; i++) {
            few = few.plus(REPLIES.tally(reply(60_000)));
        }
        assertThat(score(few, ".p50").low()).isNull();

        // Of a hundred values the 95 % interval of the median runs from the 40th to the 61st.
        Tally hundred = Tally.NOTHING;
        for (int i = 1; i <= 100; i++) {
            hundred = hundred.plus(REPLIES.tally(reply(i * 60_000L)));
        }
        assertThat(score(hundred, ".p50").low()).isCloseTo(40 * 60, within(40 * 60 * 0.02));
        assertThat(score(hundred, ".p50").high()).isCloseTo(61 * 60, within(61 * 60 * 0.02));
    }

    @Test
    void an_answer_at_once_took_no_time() {
        Tally tally = REPLIES.tally(reply(0)).plus(REPLIES.tally(reply(0)));

        assertThat(value(tally, ".p50")).isZero();
    }

    private static double value(Tally tally, String quantile) {
        return Objects.requireNonNull(score(tally, quantile).value());
    }

    private static Score score(Tally tally, String quantile) {
        return Objects.requireNonNull(REPLIES.scores(tally).get("first_reply_time" + quantile));
    }

    private static Milestone reply(long millis) {
        return new Milestone(
                "T1",
                Clock.FIRST_REPLY,
                1,
                Milestone.Kind.DONE,
                Instant.EPOCH,
                Instant.EPOCH,
                true,
                true,
                Duration.ZERO,
                Duration.ofMillis(millis),
                Map.of());
    }
}
