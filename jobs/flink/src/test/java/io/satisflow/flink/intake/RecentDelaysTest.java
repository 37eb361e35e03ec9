package io.satisflow.flink.intake;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RecentDelaysTest {
    private final RecentDelays delays = new RecentDelays();

    @Test
    void the_disorder_that_fits_all_but_one_of_a_hundred_is_suggested_in_whole_seconds() {
        for (int i = 1; i <= 98; i++) {
            delays.add(10 * i);
        }
        delays.add(2_300);
        delays.add(60_000);

        assertThat(delays.quantile(0.5)).isEqualTo(500);
        assertThat(delays.suggestedSeconds()).isEqualTo(3);
    }

    @Test
    void what_was_slow_long_ago_is_forgotten() {
        for (int i = 0; i < 100; i++) {
            delays.add(60_000);
        }
        for (int i = 0; i < 3_000; i++) {
            delays.add(20);
        }
        assertThat(delays.quantile(0.99)).isEqualTo(20);
        assertThat(delays.suggestedSeconds()).isOne();
    }

    @Test
    void before_anything_came_the_least_is_suggested() {
        assertThat(delays.quantile(0.99)).isZero();
        assertThat(delays.suggestedSeconds()).isOne();
    }
}
