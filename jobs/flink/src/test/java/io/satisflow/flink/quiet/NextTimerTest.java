package io.satisflow.flink.quiet;

import static org.assertj.core.api.Assertions.assertThat;

import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.runtime.state.VoidNamespace;
import org.apache.flink.runtime.state.VoidNamespaceSerializer;
import org.apache.flink.state.rocksdb.EmbeddedRocksDBStateBackend;
import org.apache.flink.streaming.api.operators.AbstractStreamOperator;
import org.apache.flink.streaming.api.operators.InternalTimer;
import org.apache.flink.streaming.api.operators.InternalTimerService;
import org.apache.flink.streaming.api.operators.OneInputStreamOperator;
import org.apache.flink.streaming.api.operators.Triggerable;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.streaming.util.KeyedOneInputStreamOperatorTestHarness;
import org.junit.jupiter.api.Test;

/** Flink tells nobody, so this also finds out when another Flink keeps its timers otherwise. */
class NextTimerTest {
    @Test
    void the_first_of_many_timers_is_known_and_the_next_when_it_has_fired() throws Exception {
        Timed operator = new Timed();
        try (KeyedOneInputStreamOperatorTestHarness<Long, Long, Long> harness = harness(operator)) {
            harness.open();
            assertThat(operator.next.time()).isEqualTo(Long.MAX_VALUE);
            for (long time : new long[] {700, 300, 900, 500}) {
                harness.processElement(new StreamRecord<>(time));
            }

            assertThat(operator.next.time()).isEqualTo(300);
            harness.processWatermark(500);
            assertThat(operator.next.time()).isEqualTo(700);
        }
    }

    @Test
    void timers_that_a_checkpoint_brings_are_known_too() throws Exception {
        OperatorSubtaskState state;
        try (KeyedOneInputStreamOperatorTestHarness<Long, Long, Long> harness = harness(new Timed())) {
            harness.open();
            harness.processElement(new StreamRecord<>(700L));
            harness.processElement(new StreamRecord<>(300L));
            state = harness.snapshot(1, 1);
        }

        Timed operator = new Timed();
        try (KeyedOneInputStreamOperatorTestHarness<Long, Long, Long> harness = harness(operator)) {
            harness.initializeState(state);
            harness.open();

            assertThat(operator.next.time()).isEqualTo(300);
        }
    }

    private static KeyedOneInputStreamOperatorTestHarness<Long, Long, Long> harness(Timed operator) throws Exception {
        KeyedOneInputStreamOperatorTestHarness<Long, Long, Long> harness =
                new KeyedOneInputStreamOperatorTestHarness<>(operator, value -> value % 7, Types.LONG);
        harness.setStateBackend(new EmbeddedRocksDBStateBackend());
        return harness;
    }

    /** Sets a timer for each number. */
    private static final class Timed extends AbstractStreamOperator<Long>
            implements OneInputStreamOperator<Long, Long>, Triggerable<Long, VoidNamespace> {
        private transient InternalTimerService<VoidNamespace> timers;
        private transient NextTimer next;

        @Override
        public void open() throws Exception {
            super.open();
            timers = getInternalTimerService("timers", VoidNamespaceSerializer.INSTANCE, this);
            next = NextTimer.of(timers);
        }

        @Override
        public void processElement(StreamRecord<Long> element) {
            timers.registerEventTimeTimer(VoidNamespace.INSTANCE, element.getValue());
        }

        @Override
        public void onEventTime(InternalTimer<Long, VoidNamespace> timer) {}

        @Override
        public void onProcessingTime(InternalTimer<Long, VoidNamespace> timer) {}
    }
}
