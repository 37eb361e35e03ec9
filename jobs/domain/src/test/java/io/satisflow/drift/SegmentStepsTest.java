package io.satisflow.drift;

import static org.assertj.core.api.Assertions.assertThat;

import io.satisflow.segment.Segment;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SegmentStepsTest {
    private static final Instant NINE = Instant.parse("2026-03-02T09:00:00Z");
    private static final Instant TEN = Instant.parse("2026-03-02T10:00:00Z");
    private static final Instant ELEVEN = Instant.parse("2026-03-02T11:00:00Z");

    @Test
    void a_step_waits_until_it_is_known() {
        SegmentSteps due = SegmentSteps.due(List.of(own(NINE, TEN, ELEVEN)), null, TEN);
        assertThat(due.steps()).isEmpty();
        assertThat(due.later()).hasSize(1);
    }

    @Test
    void a_correction_of_a_used_step_is_counted_and_changes_nothing() {
        SegmentSteps due = SegmentSteps.due(List.of(own(NINE, TEN, ELEVEN)), TEN, ELEVEN);
        assertThat(due.steps()).isEmpty();
        assertThat(due.corrections()).isEqualTo(1);
    }

    @Test
    void parts_go_with_the_step_of_their_whole() {
        StepArrival part = new StepArrival(Segment.ALL, "channel=app", NINE, TEN, TEN, readings());
        SegmentSteps due = SegmentSteps.due(List.of(part, own(NINE, TEN, TEN)), null, TEN);
        assertThat(due.steps()).hasSize(1);
        assertThat(due.steps().get(0).parts("csat")).containsOnlyKeys("channel=app");
    }

    @Test
    void parts_alone_are_no_step() {
        StepArrival part = new StepArrival(Segment.ALL, "channel=app", NINE, TEN, TEN, readings());
        assertThat(SegmentSteps.due(List.of(part), null, TEN).steps()).isEmpty();
    }

    private static StepArrival own(Instant from, Instant to, Instant asOf) {
        return new StepArrival(Segment.ALL, null, from, to, asOf, readings());
    }

    private static Map<String, Reading> readings() {
        return Map.of("csat", new Reading(80.0, 50, 75.0, 85.0));
    }
}
