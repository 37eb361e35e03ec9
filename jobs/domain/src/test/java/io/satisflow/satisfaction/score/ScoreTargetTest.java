package io.satisflow.satisfaction.score;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Where a score should be by when. */
class ScoreTargetTest {
    private static final ScoreTarget PLAN = new ScoreTarget(
            new TreeMap<>(Map.of(
                    Instant.parse("2026-01-01T00:00:00Z"), 42.0,
                    Instant.parse("2026-07-01T00:00:00Z"), 50.0,
                    Instant.parse("2026-12-31T00:00:00Z"), 58.0)),
            ZoneOffset.UTC);

    @Test
    void a_plan_rises_from_date_to_date_and_is_level_before_and_after() {
        assertThat(PLAN.at(Instant.parse("2025-05-01T00:00:00Z"))).isEqualTo(42);
        assertThat(PLAN.at(Instant.parse("2026-01-01T00:00:00Z"))).isEqualTo(42);
        // 90.5 of 181 days
        assertThat(PLAN.at(Instant.parse("2026-04-01T12:00:00Z"))).isCloseTo(46, within(1e-9));
        assertThat(PLAN.at(Instant.parse("2026-07-01T00:00:00Z"))).isEqualTo(50);
        assertThat(PLAN.at(Instant.parse("2027-02-01T00:00:00Z"))).isEqualTo(58);
    }

    @Test
    void one_value_holds_at_all_times() {
        assertThat(ScoreTarget.always(80).at(Instant.MAX)).isEqualTo(80);
        assertThat(ScoreTarget.always(80).at(Instant.parse("1960-01-01T00:00:00Z")))
                .isEqualTo(80);
    }
}
