package io.satisflow.flink.intake;

import static org.assertj.core.api.Assertions.assertThat;

import io.satisflow.feedback.Feedback;
import io.satisflow.flink.io.Mark;
import io.satisflow.ledger.DeadLetter;
import io.satisflow.ledger.RecordedFeedback;
import io.satisflow.ledger.SourcePosition;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.flink.api.common.serialization.SerializerConfigImpl;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.state.rocksdb.EmbeddedRocksDBStateBackend;
import org.apache.flink.streaming.api.operators.KeyedProcessOperator;
import org.apache.flink.streaming.util.KeyedOneInputStreamOperatorTestHarness;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class StampKnownAtTest {
    private static final Instant NOON = Instant.parse("2026-01-05T12:00:00Z");
    private static final Duration DISORDER = Duration.ofSeconds(10);

    private KeyedOneInputStreamOperatorTestHarness<String, RawArrival, RecordedFeedback> harness;

    @BeforeEach
    void open() throws Exception {
        harness = newHarness();
        harness.open();
    }

    @AfterEach
    void close() throws Exception {
        harness.close();
    }

    @Test
    void a_late_record_is_known_when_its_partition_had_passed_its_time() throws Exception {
        process(
                feedback("raw-0", NOON),
                feedback("raw-0", NOON.minusSeconds(60)),
                feedback("raw-0", NOON.plusSeconds(1)));

        assertThat(knownAt()).containsExactly(NOON, NOON.minus(DISORDER), NOON.plusSeconds(1));
    }

    @Test
    void partitions_do_not_make_each_other_late() throws Exception {
        process(feedback("raw-0", NOON), feedback("raw-1", NOON.minusSeconds(3600)));

        assertThat(knownAt()).containsExactly(NOON, NOON.minusSeconds(3600));
    }

    @Test
    void the_time_of_a_partition_survives_a_restore() throws Exception {
        process(feedback("raw-0", NOON));
        OperatorSubtaskState checkpoint = harness.snapshot(1, 1);
        harness.close();

        harness = newHarness();
        harness.initializeState(checkpoint);
        harness.open();
        process(feedback("raw-0", NOON.minusSeconds(60)));

        assertThat(knownAt()).containsExactly(NOON.minus(DISORDER));
    }

    @Test
    void a_dead_letter_says_what_time_its_partition_had_come_to() throws Exception {
        process(
                refused("raw-0"),
                RawArrival.marked("raw-0", new Mark("replay", NOON.toEpochMilli(), false)),
                refused("raw-0"));

        assertThat(harness.getSideOutput(StampKnownAt.DEAD_LETTERS))
                .extracting(letter -> letter.getValue().at())
                .containsExactly(null, NOON);
    }

    @Test
    void live_a_record_is_late_when_the_clock_has_passed_its_time() throws Exception {
        reopen(IntakeTime.ofClock(DISORDER));
        process(
                feedback("raw-0", NOON.minusSeconds(60)),
                RawArrival.marked("raw-0", new Mark("clock", NOON.toEpochMilli(), false)),
                feedback("raw-0", NOON.minusSeconds(60)),
                feedback("raw-0", NOON.plusSeconds(1)));

        assertThat(knownAt()).containsExactly(NOON.minusSeconds(60), NOON.plusMillis(1), NOON.plusSeconds(1));
    }

    @Test
    void live_a_client_whose_clock_is_ahead_makes_nobody_else_late() throws Exception {
        reopen(IntakeTime.ofClock(DISORDER));
        process(feedback("raw-0", NOON.plusSeconds(280)), feedback("raw-0", NOON));

        assertThat(knownAt()).containsExactly(NOON.plusSeconds(280), NOON);
    }

    private void reopen(IntakeTime time) throws Exception {
        harness.close();
        harness = newHarness(time);
        harness.open();
    }

    private static KeyedOneInputStreamOperatorTestHarness<String, RawArrival, RecordedFeedback> newHarness()
            throws Exception {
        return newHarness(IntakeTime.ofReplay(DISORDER));
    }

    private static KeyedOneInputStreamOperatorTestHarness<String, RawArrival, RecordedFeedback> newHarness(
            IntakeTime time) throws Exception {
        KeyedOneInputStreamOperatorTestHarness<String, RawArrival, RecordedFeedback> harness =
                new KeyedOneInputStreamOperatorTestHarness<>(
                        new KeyedProcessOperator<>(new StampKnownAt(time, Set.of())),
                        RawArrival::partition,
                        Types.STRING);
        ((SerializerConfigImpl) harness.getExecutionConfig().getSerializerConfig()).setGenericTypes(false);
        harness.setStateBackend(new EmbeddedRocksDBStateBackend());
        return harness;
    }

    private void process(RawArrival... arrivals) throws Exception {
        for (RawArrival arrival : arrivals) {
            harness.processElement(arrival, 0);
        }
    }

    private List<Instant> knownAt() {
        return harness.extractOutputValues().stream()
                .map(RecordedFeedback::knownAt)
                .toList();
    }

    private static RawArrival feedback(String partition, Instant occurredAt) {
        RecordedFeedback feedback = new RecordedFeedback(
                new Feedback(
                        "1", "reviews", 0, occurredAt, null, null, null, List.of(), List.of(), null, null, Map.of()),
                occurredAt,
                new SourcePosition(partition, 0, 0));
        return RawArrival.accepted(
                partition,
                occurredAt.toEpochMilli(),
                occurredAt.toEpochMilli(),
                List.of(feedback),
                List.of(),
                List.of());
    }

    private static RawArrival refused(String partition) {
        return RawArrival.refused(
                partition, new DeadLetter(null, new SourcePosition("raw", 0, 0), "invalid_json", "", null));
    }
}
