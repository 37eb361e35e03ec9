package io.satisflow.flink.intake;

import static org.assertj.core.api.Assertions.assertThat;

import io.satisflow.flink.io.Mark;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.apache.flink.api.common.eventtime.Watermark;
import org.apache.flink.api.common.eventtime.WatermarkGenerator;
import org.apache.flink.api.common.eventtime.WatermarkOutput;
import org.junit.jupiter.api.Test;

class RawWatermarksTest {
    private static final Instant NOON = Instant.parse("2026-01-05T12:00:00Z");
    private static final Duration DISORDER = Duration.ofSeconds(10);

    private final Emitted emitted = new Emitted();

    @Test
    void in_a_replay_the_time_trails_the_newest_record() {
        read(IntakeTime.ofReplay(DISORDER), record(NOON), record(NOON.minusSeconds(60)), record(NOON.plusSeconds(1)));

        assertThat(emitted.times)
                .containsExactly(
                        NOON.minus(DISORDER).minusMillis(1),
                        NOON.minusSeconds(9).minusMillis(1));
    }

    @Test
    void in_a_replay_a_mark_moves_it_too_and_the_end_closes_it() {
        read(IntakeTime.ofReplay(DISORDER), mark(NOON, false), mark(NOON.plusSeconds(5), true));

        assertThat(emitted.times).startsWith(NOON, NOON.plusSeconds(5)).hasSize(3);
    }

    @Test
    void live_a_client_whose_clock_is_ahead_cannot_push_the_time() {
        read(
                IntakeTime.ofClock(DISORDER),
                record(NOON.plusSeconds(240)),
                mark(NOON, false),
                record(NOON.plusSeconds(280)));

        assertThat(emitted.times).containsExactly(NOON);
    }

    private void read(IntakeTime time, RawArrival... arrivals) {
        WatermarkGenerator<RawArrival> watermarks = RawWatermarks.of(time).createWatermarkGenerator(null);
        for (RawArrival arrival : arrivals) {
            watermarks.onEvent(arrival, 0, emitted);
            watermarks.onPeriodicEmit(emitted);
        }
    }

    private static RawArrival record(Instant occurredAt) {
        return RawArrival.accepted("raw-0", occurredAt.toEpochMilli(), 0, List.of(), List.of(), List.of());
    }

    private static RawArrival mark(Instant time, boolean end) {
        return RawArrival.marked("raw-0", new Mark("clock", time.toEpochMilli(), end));
    }

    private static final class Emitted implements WatermarkOutput {
        private final List<Instant> times = new ArrayList<>();

        @Override
        public void emitWatermark(Watermark watermark) {
            times.add(Instant.ofEpochMilli(watermark.getTimestamp()));
        }

        @Override
        public void markIdle() {
            throw new AssertionError("silence is not idleness");
        }

        @Override
        public void markActive() {}
    }
}
