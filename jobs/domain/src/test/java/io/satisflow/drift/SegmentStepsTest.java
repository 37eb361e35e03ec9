package io.satisflow.drift;

import static org.assertj.core.api.Assertions.assertThat;

import io.satisflow.drift.detector.Direction;
import io.satisflow.segment.Segment;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
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

    @Test
    void the_texts_that_show_a_drop_are_the_lowest_in_any_order_of_arrival() {
        List<Verbatims.Text> texts = IntStream.range(0, 20)
                .mapToObj(i -> new Verbatims.Text("id" + i, NINE.plusSeconds(i), (i * 7 % 20) / 10.0 - 1, "text " + i))
                .toList();
        Verbatims forward = Verbatims.upTo(TEN);
        Verbatims backward = Verbatims.upTo(TEN);
        for (int i = 0; i < 20; i++) {
            forward = forward.with(texts.get(i));
            backward = backward.with(texts.get(19 - i));
        }
        assertThat(backward).isEqualTo(forward);
        assertThat(forward.with(texts.get(0))).as("a redelivery").isEqualTo(forward);
        assertThat(Verbatims.showing(signal(), List.of(forward)))
                .hasSize(5)
                .first()
                .isEqualTo("text 0");
    }

    private static DriftSignal signal() {
        return new DriftSignal(
                "id",
                Segment.ALL,
                "csat",
                DriftPhase.DRIFTED,
                TEN,
                Direction.DOWN,
                80,
                70,
                65,
                75,
                NINE,
                50,
                0.99,
                "ewma-1",
                List.of(),
                List.of());
    }

    private static StepArrival own(Instant from, Instant to, Instant asOf) {
        return new StepArrival(Segment.ALL, null, from, to, asOf, readings());
    }

    private static Map<String, Reading> readings() {
        return Map.of("csat", new Reading(80.0, 50, 75.0, 85.0));
    }
}
