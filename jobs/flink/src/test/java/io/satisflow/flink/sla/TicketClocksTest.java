package io.satisflow.flink.sla;

import static io.satisflow.flink.sla.TicketStream.at;
import static io.satisflow.flink.sla.TicketStream.created;
import static io.satisflow.flink.sla.TicketStream.known;
import static io.satisflow.flink.sla.TicketStream.reply;
import static io.satisflow.flink.sla.TicketStream.status;
import static org.assertj.core.api.Assertions.assertThat;

import io.satisflow.flink.io.wire.SlaRecords;
import io.satisflow.ledger.DeadLetter;
import io.satisflow.ledger.RecordedTicketEvent;
import io.satisflow.sla.clock.SlaEvent;
import io.satisflow.sla.policy.AppliedPolicies;
import io.satisflow.sla.policy.SlaPolicies;
import io.satisflow.sla.policy.SlaRules;
import java.time.Duration;
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

class TicketClocksTest {
    private static final Duration DORMANT = Duration.ofDays(7);
    private static final Duration FORGOTTEN = Duration.ofDays(400);

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
    void a_warning_and_a_breach_come_at_their_instants_and_not_before() throws Exception {
        process(created("T1", "09:00"));

        timeComesTo("10:29:59.999");
        assertThat(said()).containsExactly("09:00:00 activate");
        timeComesTo("10:30:00.000");
        assertThat(said()).containsExactly("09:00:00 activate", "10:30:00 warn");
        timeComesTo("11:00:00.000");
        assertThat(said()).hasSize(2);
        timeComesTo("11:00:00.001");
        assertThat(said()).last().isEqualTo("11:00:00.001 breach");
    }

    @Test
    void a_reply_at_exactly_due_is_in_time() throws Exception {
        process(created("T1", "09:00"), reply("T1", "11:00"));
        timeComesTo("23:00");

        assertThat(said()).containsExactly("09:00:00 activate", "10:30:00 warn", "11:00:00 fulfil");
    }

    @Test
    void nothing_happens_before_the_time_of_an_event_has_come() throws Exception {
        process(created("T1", "09:00"));

        assertThat(said()).isEmpty();
        timeComesTo("08:59:59.999");
        assertThat(said()).isEmpty();
    }

    @Test
    void events_that_arrive_in_another_order_end_in_the_same_words() throws Exception {
        process(
                status("T1", "09:30", "open"),
                reply("T1", "09:40"),
                status("T1", "09:10", "pending"),
                created("T1", "09:00"));
        timeComesTo("23:00");

        assertThat(said()).containsExactly("09:00:00 activate", "09:10:00 pause", "09:30:00 resume", "09:40:00 fulfil");
    }

    @Test
    void a_late_reply_takes_the_breach_back() throws Exception {
        process(created("T1", "09:00"), known(reply("T1", "10:00"), "12:00"));
        timeComesTo("12:00");

        assertThat(said())
                .containsExactly(
                        "09:00:00 activate",
                        "10:30:00 warn",
                        "11:00:00.001 breach",
                        "10:30:00 retract warn",
                        "11:00:00.001 retract breach",
                        "10:00:00 fulfil");
    }

    @Test
    void a_pause_needs_no_new_timer() throws Exception {
        process(created("T1", "09:00"));
        timeComesTo("09:00");
        assertThat(harness.numEventTimeTimers()).isEqualTo(1);

        process(status("T1", "10:00", "pending"), status("T1", "10:20", "open"));
        timeComesTo("10:20");
        assertThat(said()).containsExactly("09:00:00 activate", "10:00:00 pause", "10:20:00 resume");
        assertThat(harness.numEventTimeTimers())
                .as("the old timer for the warning at 10:30 fires early and is set again")
                .isLessThanOrEqualTo(2);
        timeComesTo("10:50");
        assertThat(said()).last().isEqualTo("10:50:00 warn");
    }

    @Test
    void timers_and_state_return_to_zero_when_tickets_are_forgotten() throws Exception {
        for (int ticket = 0; ticket < 20; ticket++) {
            process(
                    created("T" + ticket, "09:00"),
                    status("T" + ticket, "09:10", "pending"),
                    status("T" + ticket, "09:20", "open"),
                    reply("T" + ticket, "09:30"),
                    status("T" + ticket, "10:00", "solved"));
        }
        timeComesTo("10:00");
        assertThat(harness.numKeyedStateEntries()).isEqualTo(20);

        timeComesTo(at("10:00").plus(DORMANT).toEpochMilli());
        assertThat(harness.numKeyedStateEntries()).as("what is needed to go on").isEqualTo(20);
        timeComesTo(at("10:00").plus(FORGOTTEN).toEpochMilli());
        assertThat(harness.numKeyedStateEntries()).isZero();
        assertThat(harness.numEventTimeTimers()).isZero();
    }

    @Test
    void after_the_end_of_a_replay_time_stands_still() throws Exception {
        process(created("T1", "09:00"));
        timeComesTo("09:30");

        timeComesTo(Long.MAX_VALUE);

        assertThat(said()).containsExactly("09:00:00 activate");
    }

    @Test
    void a_redelivered_event_counts_once() throws Exception {
        process(created("T1", "09:00"), created("T1", "09:00"), reply("T1", "09:30"), reply("T1", "09:30"));
        timeComesTo("23:00");

        assertThat(said()).containsExactly("09:00:00 activate", "09:30:00 fulfil");
        assertThat(refused()).isEmpty();
    }

    @Test
    void what_is_told_of_a_dormant_ticket_after_months_of_its_past_becomes_a_dead_letter_with_its_position()
            throws Exception {
        process(created("T1", "09:00"), reply("T1", "09:30"), status("T1", "10:00", "solved"));
        timeComesTo(at("10:00").plus(DORMANT).toEpochMilli());
        RecordedTicketEvent late = known(status("T1", "09:10", "pending"), "23:00");
        process(late, reply("T1", "09:30"));
        timeComesTo(at("10:00").plus(DORMANT).plusSeconds(1).toEpochMilli());

        assertThat(refused()).singleElement().satisfies(letter -> {
            assertThat(letter.reason()).isEqualTo("too_late");
            assertThat(letter.source().offset()).isEqualTo(late.source().offset());
            assertThat(letter.message()).contains("ticket T1", "sla.forget_after");
        });
    }

    @Test
    void clocks_go_on_where_a_checkpoint_in_rocksdb_left_them() throws Exception {
        harness.close();
        harness = newHarness();
        harness.setStateBackend(new EmbeddedRocksDBStateBackend());
        harness.open();
        process(created("T1", "09:00"), created("T2", "09:15"));
        timeComesTo("10:40");
        assertThat(said()).hasSize(3);
        OperatorSubtaskState checkpoint = harness.snapshot(1, 1);
        harness.close();

        harness = newHarness();
        harness.setStateBackend(new EmbeddedRocksDBStateBackend());
        harness.initializeState(checkpoint);
        harness.open();
        process(reply("T2", "11:30"));
        timeComesTo("12:00");

        assertThat(said())
                .as("between tickets there is no order")
                .containsExactlyInAnyOrder(
                        "10:45:00 warn", "11:00:00.001 breach", "11:15:00.001 breach", "11:30:00 fulfil");
    }

    @Test
    void a_policy_that_a_restart_changes_holds_from_the_ticket_s_next_moment() throws Exception {
        process(created("T1", "09:00"));
        timeComesTo("09:10");
        restartUnder(TicketRules.promising("4h"));
        timeComesTo("14:00");

        assertThat(said()).containsExactly("12:30:00 warn", "13:00:00.001 breach");
    }

    @Test
    void clocks_of_a_policy_that_was_taken_out_of_the_settings_are_cancelled_with_an_event() throws Exception {
        assertThat(
                        saidAfterRestartUnder(
                                "policies: [{name: vip, when: {priority: urgent}, targets: {first_reply: {target: 1h, time: wall}}}]"))
                .containsExactly("09:10:00.001 cancel");
    }

    @Test
    void a_policy_that_is_new_in_the_settings_or_renamed_takes_open_clocks_over_with_an_event() throws Exception {
        assertThat(saidAfterRestartUnder(
                        Policies.firstReplyWithin("1h", at("00:00")).policies().replace("quicker", "renamed")))
                .containsExactly("09:10:00.001 apply_policy", "09:30:00 warn", "10:00:00.001 breach");
    }

    /** A ticket that was created at nine is promised an answer until eleven; at ten past nine the policies are edited. */
    private List<String> saidAfterRestartUnder(String policies) throws Exception {
        AppliedPolicies before =
                settings(Policies.firstReplyWithin("2h", at("00:00")).policies());
        AppliedPolicies after = settings(policies);
        SlaRules none = new SlaRules(new SlaPolicies(List.of()));
        restartUnder(before.toRules(none).rules());
        process(created("T1", "09:00"));
        timeComesTo("09:10");
        restartUnder(after.toRules(none).rules());
        harness.processElement2(new StreamRecord<>(before));
        harness.processElement2(new StreamRecord<>(after.from(at("09:10").plusMillis(1))));
        timeComesTo("14:00");
        harness.setProcessingTime(1000);
        return said();
    }

    private static AppliedPolicies settings(String policies) {
        return AppliedPolicies.configured(
                Policies.version(at("00:00"), policies).texts());
    }

    private void restartUnder(SlaRules rules) throws Exception {
        OperatorSubtaskState checkpoint = harness.snapshot(1, 1);
        harness.close();
        harness = newHarness(rules);
        harness.initializeState(checkpoint);
        harness.open();
    }

    private static KeyedTwoInputStreamOperatorTestHarness<String, RecordedTicketEvent, AppliedPolicies, SlaEvent>
            newHarness() throws Exception {
        return newHarness(TicketRules.TWO_HOURS);
    }

    private static KeyedTwoInputStreamOperatorTestHarness<String, RecordedTicketEvent, AppliedPolicies, SlaEvent>
            newHarness(SlaRules rules) throws Exception {
        return new KeyedTwoInputStreamOperatorTestHarness<>(
                new TicketClocks(rules), RecordedTicketEvent::ticket, null, Types.STRING);
    }

    private void process(RecordedTicketEvent... events) throws Exception {
        for (RecordedTicketEvent event : events) {
            harness.processElement1(new StreamRecord<>(event, event.knownAt().toEpochMilli()));
        }
    }

    private void timeComesTo(String time) throws Exception {
        timeComesTo(at(time).toEpochMilli());
    }

    private void timeComesTo(long epochMillis) throws Exception {
        Watermark mark = new Watermark(epochMillis);
        harness.processWatermark1(mark);
        harness.processWatermark2(mark);
    }

    private List<String> said() {
        return harness.extractOutputValues().stream()
                .map(SlaRecords::toWire)
                .map(event -> "%s %s%s"
                        .formatted(
                                event.getAt().toString().substring(11).replace("Z", ""),
                                event.getEvent(),
                                event.getRetracts() == null ? "" : " " + event.getRetracts()))
                .toList();
    }

    private List<DeadLetter> refused() {
        var output = harness.getSideOutput(TicketClocks.REFUSED);
        return output == null
                ? List.of()
                : output.stream().map(StreamRecord::getValue).toList();
    }
}
