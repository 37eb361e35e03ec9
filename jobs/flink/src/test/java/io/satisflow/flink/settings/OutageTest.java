package io.satisflow.flink.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class OutageTest {
    private static final Instant ENDED = Instant.parse("2026-03-02T12:00:00Z");
    private static final Duration KEPT = Duration.ofDays(7);

    @Test
    void an_outage_that_outlasts_open_transactions_is_told_with_what_may_be_missing() {
        assertThat(after(Duration.ofDays(8)))
                .contains("Job engine goes on after 8d", "before 2026-03-02T12:00:00Z may be missing", "replay");
    }

    @Test
    void a_shorter_one_costs_nothing_and_is_not_told() {
        assertThat(after(KEPT)).isEmpty();
    }

    private static String after(Duration outage) {
        return new Outage("engine", ENDED, ENDED.plus(outage)).inWords(KEPT).orElse("");
    }
}
