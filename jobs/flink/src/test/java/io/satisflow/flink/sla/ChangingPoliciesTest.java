package io.satisflow.flink.sla;

import static io.satisflow.flink.sla.TicketStream.at;
import static io.satisflow.flink.sla.TicketStream.created;
import static io.satisflow.flink.sla.TicketStream.reply;
import static io.satisflow.flink.sla.TicketStream.status;
import static org.assertj.core.api.Assertions.assertThat;

import io.satisflow.flink.io.wire.SlaRecords;
import io.satisflow.ledger.RecordedTicketEvent;
import io.satisflow.sla.clock.SlaEvent;
import io.satisflow.sla.policy.AppliedPolicies;
import io.satisflow.sla.policy.SlaRules;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.runtime.state.hashmap.HashMapStateBackend;
import org.apache.flink.state.rocksdb.EmbeddedRocksDBStateBackend;
import org.apache.flink.streaming.api.watermark.Watermark;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.streaming.util.KeyedTwoInputStreamOperatorTestHarness;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Policies that take effect while tickets are open, in RocksDB. */
class ChangingPoliciesTest {
    private static final int MORE_THAN_A_SLICE = 2500;

    private KeyedTwoInputStreamOperatorTestHarness<String, RecordedTicketEvent, AppliedPolicies, SlaEvent> harness;

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
    void an_open_ticket_follows_at_the_very_instant_at_which_policies_take_effect() throws Exception {
        process(created("T1", "09:00"));
        timeComesTo("09:10");
        apply(Policies.firstReplyWithin("90m", at("09:40")));

        timeComesTo("09:39:59.999");
        assertThat(said()).containsExactly("T1 09:00:00 activate");
        timeComesTo("09:40:00.000");
        assertThat(said()).last().isEqualTo("T1 09:40:00 apply_policy");
        timeComesTo("23:00");
        assertThat(said())
                .containsExactly(
                        "T1 09:00:00 activate",
                        "T1 09:40:00 apply_policy",
                        "T1 10:00:00 warn",
                        "T1 10:30:00.001 breach");
    }

    @Test
    void a_ticket_that_opens_after_policies_were_announced_follows_as_well() throws Exception {
        timeComesTo("08:00");
        apply(Policies.firstReplyWithin("90m", at("09:40")));
        process(created("T1", "09:00"));
        timeComesTo("23:00");

        assertThat(said()).contains("T1 09:40:00 apply_policy", "T1 10:30:00.001 breach");
    }

    @Test
    void what_is_used_up_already_is_breached_when_policies_take_effect() throws Exception {
        process(created("T1", "09:00"));
        timeComesTo("09:10");
        apply(Policies.firstReplyWithin("40m", at("10:00")));
        timeComesTo("10:00");

        assertThat(harness.extractOutputValues())
                .last()
                .satisfies(event -> assertThat(event.reason()).isEqualTo("breached_on_apply"));
    }

    @Test
    void records_come_through_while_open_tickets_are_prepared() throws Exception {
        openMany();
        apply(Policies.firstReplyWithin("90m", at("09:40")));
        int before = harness.numEventTimeTimers();

        pause();
        int afterOneSlice = harness.numEventTimeTimers();
        process(reply("T7", "09:20"));
        timeComesTo("09:20");

        assertThat(afterOneSlice - before).as("prepared in one slice").isBetween(1, MORE_THAN_A_SLICE - 1);
        assertThat(said()).last().isEqualTo("T7 09:20:00 fulfil");
    }

    @Test
    void no_ticket_is_forgotten_when_time_comes_before_all_are_prepared() throws Exception {
        openMany();
        apply(Policies.firstReplyWithin("90m", at("09:40")));
        timeComesTo("09:40");

        assertThat(said().stream().filter(word -> word.endsWith("09:40:00 apply_policy")))
                .hasSize(MORE_THAN_A_SLICE);
    }

    @Test
    void a_restart_amid_the_preparation_loses_no_ticket() throws Exception {
        openMany();
        AppliedPolicies version = Policies.firstReplyWithin("90m", at("09:40"));
        apply(version);
        pause();
        OperatorSubtaskState checkpoint = harness.snapshot(1, 1);
        harness.close();

        harness = newHarness();
        harness.initializeState(checkpoint);
        harness.open();
        apply(version);
        timeComesTo("09:40");

        assertThat(said()).hasSize(MORE_THAN_A_SLICE).allMatch(word -> word.endsWith("09:40:00 apply_policy"));
    }

    @Test
    void policies_that_hold_already_prepare_nothing_again_after_a_restart() throws Exception {
        process(created("T1", "09:00"));
        timeComesTo("09:10");
        AppliedPolicies version = Policies.firstReplyWithin("90m", at("09:40"));
        apply(version);
        timeComesTo("09:50");
        int timersBefore = harness.numEventTimeTimers();
        OperatorSubtaskState checkpoint = harness.snapshot(1, 1);
        harness.close();

        harness = newHarness();
        harness.initializeState(checkpoint);
        harness.open();
        apply(version);
        int timers = harness.numEventTimeTimers();
        timeComesTo("23:00");

        assertThat(timers).isEqualTo(timersBefore);
        assertThat(said()).containsExactly("T1 10:00:00 warn", "T1 10:30:00.001 breach");
    }

    @Test
    void forgotten_tickets_leave_no_timer_for_policies_to_come() throws Exception {
        harness.close();
        harness = newHarness();
        // The only backend whose entries the harness can count.
        harness.setStateBackend(new HashMapStateBackend());
        harness.open();
        process(created("T1", "09:00"), reply("T1", "09:10"), status("T1", "09:20", "solved"));
        timeComesTo("09:30");
        Instant nextYear = at("09:00").plus(Duration.ofDays(365));
        apply(Policies.firstReplyWithin("90m", nextYear));
        pause();

        timeComesTo(at("09:20")
                .plus(SlaRules.FORGET_AFTER)
                .plus(SlaRules.REMEMBER_FOR)
                .plusSeconds(1));

        assertThat(harness.numKeyedStateEntries()).isZero();
        assertThat(harness.numEventTimeTimers()).isZero();
    }

    private void openMany() throws Exception {
        for (int ticket = 0; ticket < MORE_THAN_A_SLICE; ticket++) {
            process(created("T" + ticket, "09:00"));
        }
        timeComesTo("09:10");
    }

    private static KeyedTwoInputStreamOperatorTestHarness<String, RecordedTicketEvent, AppliedPolicies, SlaEvent>
            newHarness() throws Exception {
        KeyedTwoInputStreamOperatorTestHarness<String, RecordedTicketEvent, AppliedPolicies, SlaEvent> harness =
                new KeyedTwoInputStreamOperatorTestHarness<>(
                        new TicketClocks(TicketRules.TWO_HOURS), RecordedTicketEvent::ticket, null, Types.STRING);
        harness.setStateBackend(new EmbeddedRocksDBStateBackend());
        return harness;
    }

    private void process(RecordedTicketEvent... events) throws Exception {
        for (RecordedTicketEvent event : events) {
            harness.processElement1(new StreamRecord<>(event));
        }
    }

    private void apply(AppliedPolicies version) throws Exception {
        harness.processElement2(new StreamRecord<>(version));
    }

    private void timeComesTo(String time) throws Exception {
        timeComesTo(at(time));
    }

    private void timeComesTo(Instant time) throws Exception {
        Watermark mark = new Watermark(time.toEpochMilli());
        harness.processWatermark2(mark);
        harness.processWatermark1(mark);
        for (int slice = 0; slice < MORE_THAN_A_SLICE / 1000; slice++) {
            pause();
        }
    }

    /** Lets one slice of what is done in slices be done. */
    private void pause() throws Exception {
        harness.setProcessingTime(harness.getProcessingTime() + 5);
    }

    private List<String> said() {
        return harness.extractOutputValues().stream()
                .map(SlaRecords::toWire)
                .map(event -> "%s %s %s"
                        .formatted(
                                event.getTicket(),
                                event.getAt().toString().substring(11).replace("Z", ""),
                                event.getEvent()))
                .toList();
    }
}
