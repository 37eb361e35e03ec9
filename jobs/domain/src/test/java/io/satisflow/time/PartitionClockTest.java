package io.satisflow.time;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Random;
import org.junit.jupiter.api.Test;

class PartitionClockTest {
    private static final Duration TEN_SECONDS = Duration.ofSeconds(10);
    private static final Instant NOON = Instant.parse("2026-01-05T12:00:00Z");

    @Test
    void a_record_in_order_is_known_when_it_occurred() {
        PartitionClock clock = PartitionClock.BEFORE_ANYTHING.afterRecord(NOON);

        assertThat(clock.knownAt(NOON.plusSeconds(1), TEN_SECONDS)).isEqualTo(NOON.plusSeconds(1));
    }

    @Test
    void a_record_a_little_out_of_order_is_not_late() {
        PartitionClock clock = PartitionClock.BEFORE_ANYTHING.afterRecord(NOON);

        assertThat(clock.knownAt(NOON.minusSeconds(10), TEN_SECONDS)).isEqualTo(NOON.minusSeconds(10));
    }

    @Test
    void a_late_record_is_known_only_when_the_others_of_its_time_have_passed() {
        PartitionClock clock = PartitionClock.BEFORE_ANYTHING.afterRecord(NOON);

        assertThat(clock.knownAt(NOON.minusSeconds(3600), TEN_SECONDS)).isEqualTo(NOON.minusSeconds(10));
    }

    @Test
    void a_record_behind_a_mark_is_known_just_after_it() {
        PartitionClock clock = PartitionClock.BEFORE_ANYTHING.afterMark(NOON);

        assertThat(clock.knownAt(NOON, TEN_SECONDS)).isEqualTo(NOON.plusMillis(1));
        assertThat(clock.knownAt(NOON.plusSeconds(5), TEN_SECONDS)).isEqualTo(NOON.plusSeconds(5));
    }

    @Test
    void no_record_is_known_at_or_before_the_watermark_that_the_same_partition_gave() {
        Random random = new Random(7);
        PartitionClock clock = PartitionClock.BEFORE_ANYTHING;
        Instant watermark = Instant.MIN;
        for (int i = 0; i < 5_000; i++) {
            Instant occurredAt = NOON.plusSeconds(i - random.nextInt(60));
            assertThat(clock.knownAt(occurredAt, TEN_SECONDS))
                    .isAfter(watermark)
                    .isAfterOrEqualTo(occurredAt);
            clock = clock.afterRecord(occurredAt);
            Instant passed = clock.reached().orElseThrow().minus(TEN_SECONDS).minusMillis(1);
            watermark = passed.isAfter(watermark) ? passed : watermark;
        }
    }

    @Test
    void before_anything_no_time_is_reached() {
        assertThat(PartitionClock.BEFORE_ANYTHING.reached()).isEmpty();
        assertThat(PartitionClock.BEFORE_ANYTHING.afterMark(NOON).reached()).contains(NOON);
        assertThat(PartitionClock.BEFORE_ANYTHING.afterRecord(NOON).reached()).contains(NOON);
        assertThat(PartitionClock.BEFORE_ANYTHING
                        .afterRecord(NOON)
                        .afterMark(NOON.plusSeconds(1))
                        .reached())
                .contains(NOON.plusSeconds(1));
    }
}
