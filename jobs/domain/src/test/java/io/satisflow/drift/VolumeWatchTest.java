package io.satisflow.drift;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.satisflow.drift.detector.Direction;
import io.satisflow.drift.normal.WeekClock;
import io.satisflow.drift.signal.DriftSignal;
import io.satisflow.drift.signal.Driver;
import io.satisflow.segment.Segment;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** How much comes in, of two channels that are silent by night. */
class VolumeWatchTest {
    private static final Instant MONDAY = Instant.parse("2026-03-02T00:00:00Z");
    private static final Duration HOUR = Duration.ofHours(1);
    private static final int DAY = 24;
    private static final int OPENS = 8;
    private static final int CLOSES = 20;

    /** So few false alarms that any would be one too many here. */
    private static final DriftRules RULES = new DriftRules(
            HOUR,
            List.of("volume"),
            new FalseAlarmBudget(1, Duration.ofDays(3000), 1),
            Map.of(),
            null,
            null,
            30,
            48,
            24,
            Duration.ofDays(30),
            WeekClock.UTC,
            Map.of());

    private final SeriesWatch watch = new SeriesWatch(RULES, Segment.ALL, "volume");
    private final Random random = new Random(11);
    private final List<DriftSignal> signals = new ArrayList<>();
    private SeriesState state = SeriesState.NEW;

    @Test
    void a_channel_that_runs_dry_is_told_though_few_are_left_and_silent_nights_are_no_news() {
        for (int hour = 0; hour < 28 * DAY; hour++) {
            count(hour, 60, 40);
        }
        assertThat(signals).isEmpty();
        for (int hour = 28 * DAY; hour < 29 * DAY && signals.isEmpty(); hour++) {
            count(hour, 16, 4);
        }

        assertThat(signals).hasSize(1);
        DriftSignal signal = signals.get(0);
        assertThat(signal.direction()).isEqualTo(Direction.DOWN);
        assertThat(signal.since()).isBetween(at(27 * DAY + OPENS), at(28 * DAY + OPENS + 1));
        assertThat(signal.drivers().get(0).name()).isEqualTo("channel=app");
        assertThat(signal.drivers().stream().mapToDouble(Driver::contribution).sum())
                .isCloseTo(signal.to() - signal.from(), within(1e-9));
    }

    private void count(int hour, int app, int phone) {
        if (hour % DAY < OPENS || hour % DAY >= CLOSES) {
            return;
        }
        double one = around(app);
        double other = around(phone);
        Map<String, Map<String, Reading>> parts = Map.of("channel=app", reading(one), "channel=phone", reading(other));
        SegmentStep step = new SegmentStep(at(hour), at(hour + 1), at(hour + 1), reading(one + other), parts);
        SeriesWatch.Turn turn = watch.next(state, step);
        state = turn.state();
        signals.addAll(turn.signals());
    }

    private double around(int mean) {
        return Math.max(1, Math.round(mean + Math.sqrt(mean) * random.nextGaussian()));
    }

    private static Map<String, Reading> reading(double count) {
        return Map.of("volume", new Reading(count, (long) count, count, count));
    }

    private static Instant at(int hour) {
        return MONDAY.plus(HOUR.multipliedBy(hour));
    }
}
