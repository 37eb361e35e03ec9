package io.satisflow.drift;

import static org.assertj.core.api.Assertions.assertThat;

import io.satisflow.drift.signal.DriftPhase;
import io.satisflow.drift.signal.DriftSignal;
import io.satisflow.segment.Segment;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Segments that have enough answers in few steps only. */
class QuietSeriesTest {
    private static final Instant MONDAY = Instant.parse("2026-03-02T00:00:00Z");
    private static final Duration STEP = Duration.ofMinutes(10);
    private static final int DAY = 144;

    /** Of 144 steps of a day so many are measured. */
    private static final int MEASURED = 8;

    private final SeriesWatch watch =
            new SeriesWatch(DriftRules.DEFAULT.watching(STEP, List.of("csat")), Segment.ALL, "csat");
    private final Random random = new Random(5);
    private final List<DriftSignal> signals = new ArrayList<>();
    private SeriesState state = SeriesState.NEW;

    @Test
    void a_fall_of_a_quiet_segment_is_told_after_a_few_measured_steps() {
        for (int step = 0; step < 21 * DAY; step++) {
            measure(step, 80);
        }
        // One false alarm a month is allowed.
        assertThat(told()).isLessThan(3);
        signals.clear();
        int measured = 0;
        for (int step = 21 * DAY; step < 23 * DAY && told() == 0; step++) {
            measured += measure(step, 70) ? 1 : 0;
        }
        assertThat(told()).isOne();
        assertThat(measured)
                .as("steps with enough answers, until a fall of two sigma is told")
                .isLessThan(8);
    }

    @Test
    void limits_are_as_narrow_as_the_few_steps_of_a_month_allow() {
        for (int step = 0; step < 21 * DAY; step++) {
            measure(step, 80);
        }
        double share = state.normal().pace().share(STEP);
        assertThat(share).isBetween(0.9 * MEASURED / DAY, 1.1 * MEASURED / DAY);
        DriftRules rules = DriftRules.DEFAULT.watching(STEP, List.of("csat"));
        DriftChart.Cusum chart = (DriftChart.Cusum) rules.chart("csat", state.normal());
        double stepsOfMonth = 30.0 * MEASURED;
        assertThat(FalseAlarmBudget.cusumRunLength(chart.decision(), chart.slack()))
                .isBetween(0.7 * stepsOfMonth, stepsOfMonth);
    }

    @Test
    void a_silent_night_of_a_quiet_segment_is_not_told_as_no_data_and_three_days_are() {
        for (int step = 0; step < 21 * DAY; step++) {
            measure(step, 80);
        }
        int step = 21 * DAY;
        for (; state.drift() == null; step++) {
            measure(step, 60);
        }
        Instant last = state.measuredTo().orElseThrow();
        assertThat(watch.silentFrom(state).orElseThrow())
                .isBetween(last.plus(Duration.ofDays(2)), last.plus(Duration.ofDays(4)));
    }

    @Test
    void nothing_is_said_before_three_days_and_48_steps_are_known() {
        for (int step = 0; step < 5 * DAY; step++) {
            measure(step, step < 3 * DAY ? 80 : 40);
        }
        assertThat(signals).as("40 steps").isEmpty();
    }

    private long told() {
        return signals.stream()
                .filter(signal -> signal.phase() == DriftPhase.DRIFTED)
                .count();
    }

    /** @return whether the step had answers enough */
    private boolean measure(int step, double level) {
        boolean enough = step % (DAY / MEASURED) == 0;
        Instant from = MONDAY.plus(STEP.multipliedBy(step));
        Instant to = from.plus(STEP);
        Reading reading = new Reading(level + 5 * random.nextGaussian(), enough ? 40 : 3, null, null);
        SeriesWatch.Turn turn = watch.next(state, new SegmentStep(from, to, to, Map.of("csat", reading), Map.of()));
        state = turn.state();
        signals.addAll(turn.signals());
        return enough;
    }
}
