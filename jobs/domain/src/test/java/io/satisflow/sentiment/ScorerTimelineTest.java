package io.satisflow.sentiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.satisflow.sentiment.ScorerTimeline.Period;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class ScorerTimelineTest {
    private static final Instant MARCH = Instant.parse("2026-03-01T00:00:00Z");

    @Test
    void a_period_begins_at_its_first_instant() {
        ScorerTimeline timeline = new ScorerTimeline(List.of(from(Instant.MIN), from(MARCH)));

        assertThat(timeline.indexAt(Instant.EPOCH)).isZero();
        assertThat(timeline.indexAt(MARCH.minusMillis(1))).isZero();
        assertThat(timeline.indexAt(MARCH)).isEqualTo(1);
        assertThat(timeline.indexAt(MARCH.plusSeconds(1))).isEqualTo(1);
    }

    @Test
    void there_is_no_time_without_scorers_and_none_with_two() {
        assertThatThrownBy(() -> new ScorerTimeline(List.of(from(MARCH)))).hasMessageContaining("before all times");
        assertThatThrownBy(() -> new ScorerTimeline(List.of(from(Instant.MIN), from(MARCH), from(MARCH))))
                .hasMessageContaining("Two periods begin at 2026-03-01T00:00:00Z");
    }

    private static Period from(Instant from) {
        return new Period(
                from, () -> (text, language) -> Sentiment.notScored(), () -> (text, language, whole) -> List.of());
    }
}
