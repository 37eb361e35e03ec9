package io.satisflow.flink.sla;

import static io.satisflow.flink.sla.TicketStream.at;
import static io.satisflow.flink.sla.TicketStream.created;
import static io.satisflow.flink.sla.TicketStream.reply;
import static org.assertj.core.api.Assertions.assertThat;

import io.satisflow.ledger.RecordedTicketEvent;
import io.satisflow.sla.clock.SlaEvent;
import io.satisflow.sla.policy.AppliedPolicies;
import java.util.ArrayList;
import java.util.List;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.state.rocksdb.EmbeddedRocksDBStateBackend;
import org.apache.flink.streaming.api.watermark.Watermark;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.streaming.util.KeyedTwoInputStreamOperatorTestHarness;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** More tickets have their moment at once than are moved on in one go, in RocksDB. */
class TimeInSlicesTest {
    /** Two slices and a half. */
    private static final int TICKETS = 5000;

    private static final AppliedPolicies VERSION = Policies.firstReplyWithin("90m", at("09:40"));

    private KeyedTwoInputStreamOperatorTestHarness<String, RecordedTicketEvent, AppliedPolicies, SlaEvent> harness;

    @BeforeEach
    void open() throws Exception {
        harness = newHarness();
        harness.open();
        for (int ticket = 0; ticket < TICKETS; ticket++) {
            process(created("T" + ticket, "09:00"));
        }
        mark("09:10");
    }

    @AfterEach
    void close() throws Exception {
        harness.close();
    }

    @Test
    void a_storm_of_breaches_holds_the_watermark_until_all_is_said() throws Exception {
        mark("11:30");
        assertThat(said("breach")).hasSizeBetween(1, TICKETS - 1);
        assertThat(marks()).last().isEqualTo(at("09:10").toEpochMilli());

        pauses();
        assertThat(said("breach")).hasSize(TICKETS).doesNotHaveDuplicates();
        assertThat(marks()).last().isEqualTo(at("11:30").toEpochMilli());
    }

    @Test
    void records_and_later_watermarks_come_in_meanwhile() throws Exception {
        mark("11:30");
        process(reply("T7", "11:40"));
        mark("11:45");
        pauses();

        assertThat(said("breach")).hasSize(TICKETS).doesNotHaveDuplicates();
        assertThat(said("fulfil")).containsExactly("T7");
        assertThat(marks()).last().isEqualTo(at("11:45").toEpochMilli());
    }

    @Test
    void a_checkpoint_amid_the_storm_tells_each_breach_once() throws Exception {
        mark("11:30");
        List<String> before = said("breach");
        restore();
        mark("11:30");
        pauses();

        List<String> all = new ArrayList<>(before);
        all.addAll(said("breach"));
        assertThat(all).hasSize(TICKETS).doesNotHaveDuplicates();
    }

    @Test
    void policies_that_wake_all_open_tickets_let_a_checkpoint_through_and_lose_none() throws Exception {
        harness.processElement2(new StreamRecord<>(VERSION));
        mark("09:40");
        pause();
        pause();
        pause();
        List<String> before = said("apply_policy");
        assertThat(before).hasSizeLessThan(TICKETS);

        restore();
        harness.processElement2(new StreamRecord<>(VERSION));
        mark("09:40");
        pauses();

        List<String> all = new ArrayList<>(before);
        all.addAll(said("apply_policy"));
        assertThat(all).hasSize(TICKETS).doesNotHaveDuplicates();
    }

    @Test
    void the_end_of_a_replay_waits_for_what_is_due_before_it() throws Exception {
        mark("11:30");
        Watermark end = Watermark.MAX_WATERMARK;
        harness.processWatermark1(end);
        harness.processWatermark2(end);

        assertThat(said("breach")).hasSize(TICKETS).doesNotHaveDuplicates();
        assertThat(marks()).last().isEqualTo(end.getTimestamp());
    }

    private void restore() throws Exception {
        harness.prepareSnapshotPreBarrier(1);
        OperatorSubtaskState checkpoint = harness.snapshot(1, 1);
        harness.close();
        harness = newHarness();
        harness.initializeState(checkpoint);
        harness.open();
    }

    private static KeyedTwoInputStreamOperatorTestHarness<String, RecordedTicketEvent, AppliedPolicies, SlaEvent>
            newHarness() throws Exception {
        KeyedTwoInputStreamOperatorTestHarness<String, RecordedTicketEvent, AppliedPolicies, SlaEvent> harness =
                new KeyedTwoInputStreamOperatorTestHarness<>(
                        new TicketClocks(TicketRules.TWO_HOURS), RecordedTicketEvent::ticket, null, Types.STRING);
        harness.setStateBackend(new EmbeddedRocksDBStateBackend());
        return harness;
    }

    private void process(RecordedTicketEvent event) throws Exception {
        harness.processElement1(new StreamRecord<>(event));
    }

    private void mark(String time) throws Exception {
        Watermark mark = new Watermark(at(time).toEpochMilli());
        harness.processWatermark2(mark);
        harness.processWatermark1(mark);
    }

    private void pauses() throws Exception {
        for (int slice = 0; slice < 20; slice++) {
            pause();
        }
    }

    /** Lets one slice be done. */
    private void pause() throws Exception {
        harness.setProcessingTime(harness.getProcessingTime() + 5);
    }

    private List<String> said(String word) {
        return harness.extractOutputValues().stream()
                .filter(event -> event.type().wireName().equals(word))
                .map(SlaEvent::ticket)
                .toList();
    }

    private List<Long> marks() {
        return harness.getOutput().stream()
                .filter(Watermark.class::isInstance)
                .map(mark -> ((Watermark) mark).getTimestamp())
                .toList();
    }
}
