package io.satisflow.flink.sla;

import io.satisflow.ledger.DeadLetter;
import io.satisflow.ledger.RecordedTicketEvent;
import io.satisflow.sla.clock.SlaEvent;
import io.satisflow.sla.policy.AppliedPolicies;
import io.satisflow.sla.policy.SlaRules;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.streaming.api.watermark.Watermark;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.streaming.util.KeyedTwoInputStreamOperatorTestHarness;
import org.jspecify.annotations.Nullable;

/** The operator of the clocks, which may be killed and restored at any moment, and all that it has said. */
final class RestartedClocks implements AutoCloseable {
    private final SlaRules rules;
    private final List<SlaEvent> said = new ArrayList<>();
    private final List<DeadLetter> refused = new ArrayList<>();
    private KeyedTwoInputStreamOperatorTestHarness<String, RecordedTicketEvent, AppliedPolicies, SlaEvent> harness;

    RestartedClocks(SlaRules rules) throws Exception {
        this.rules = rules;
        this.harness = open(rules, null);
    }

    void process(RecordedTicketEvent event) throws Exception {
        harness.processElement1(new StreamRecord<>(event, event.knownAt().toEpochMilli()));
    }

    void timeComesTo(Instant time) throws Exception {
        Watermark mark = new Watermark(time.toEpochMilli());
        harness.processWatermark1(mark);
        harness.processWatermark2(mark);
    }

    void restart() throws Exception {
        harness.prepareSnapshotPreBarrier(1);
        OperatorSubtaskState state = harness.snapshot(1, 1);
        close();
        harness = open(rules, state);
    }

    /** Ends it; what it has said and refused is known from then on. */
    @Override
    public void close() throws Exception {
        said.addAll(harness.extractOutputValues());
        var letters = harness.getSideOutput(TicketClocks.REFUSED);
        if (letters != null) {
            letters.stream().map(StreamRecord::getValue).forEach(refused::add);
        }
        harness.close();
    }

    List<SlaEvent> said() {
        return said;
    }

    List<DeadLetter> refused() {
        return refused;
    }

    private static KeyedTwoInputStreamOperatorTestHarness<String, RecordedTicketEvent, AppliedPolicies, SlaEvent> open(
            SlaRules rules, @Nullable OperatorSubtaskState state) throws Exception {
        var harness =
                new KeyedTwoInputStreamOperatorTestHarness<String, RecordedTicketEvent, AppliedPolicies, SlaEvent>(
                        new TicketClocks(rules), RecordedTicketEvent::ticket, null, Types.STRING);
        if (state != null) {
            harness.initializeState(state);
        }
        harness.open();
        return harness;
    }
}
