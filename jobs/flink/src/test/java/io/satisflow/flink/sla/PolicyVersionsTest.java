package io.satisflow.flink.sla;

import static io.satisflow.flink.sla.TicketStream.at;
import static org.assertj.core.api.Assertions.assertThat;

import io.satisflow.ledger.DeadLetter;
import io.satisflow.ledger.RecordedTicketEvent;
import io.satisflow.sla.policy.AppliedPolicies;
import java.util.List;
import java.util.Optional;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.streaming.api.watermark.Watermark;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.streaming.util.TwoInputStreamOperatorTestHarness;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PolicyVersionsTest {
    private TwoInputStreamOperatorTestHarness<RecordedTicketEvent, AppliedPolicies, AppliedPolicies> harness;

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
    void policies_ahead_of_all_tickets_are_told_before_time_comes_to_them() throws Exception {
        timeComesTo("09:00");
        AppliedPolicies version = Policies.firstReplyWithin("1h", at("10:00"));
        offer(version);
        timeComesTo("11:00");

        assertThat(harness.getOutput()).containsExactly(mark("09:00"), new StreamRecord<>(version), mark("11:00"));
    }

    @Test
    void policies_that_would_change_what_has_been_said_are_refused_with_the_remedy() throws Exception {
        timeComesTo("10:00");
        offer(Policies.firstReplyWithin("1h", at("10:00")));

        assertThat(told()).isEmpty();
        assertThat(refused()).singleElement().satisfies(letter -> {
            assertThat(letter.reason()).isEqualTo("policy_too_late");
            assertThat(letter.message()).contains("2026-01-05T10:00:00Z", "apply them again, at least a minute ahead");
            assertThat(letter.source().topic()).isEqualTo("satisflow.sla-policies.v1");
        });
    }

    @Test
    void policies_stored_after_they_should_hold_are_refused_whenever_they_are_read() throws Exception {
        AppliedPolicies late = Policies.storedAt(at("10:00"), Policies.firstReplyWithin("1h", at("10:00")));
        offer(late);

        assertThat(told()).isEmpty();
        assertThat(refused()).extracting(DeadLetter::reason).containsExactly("policy_too_late");
    }

    @Test
    void policies_that_cannot_be_read_are_refused_and_those_before_go_on() throws Exception {
        offer(Policies.version(
                at("10:00"), "policies: [{name: all, targets: {first_reply: {target: 0h, time: wall}}}]"));

        assertThat(told()).isEmpty();
        assertThat(refused()).singleElement().satisfies(letter -> {
            assertThat(letter.reason()).isEqualTo("policy_invalid");
            assertThat(letter.message()).contains("policies[0].targets.first_reply", "apply them again");
        });
    }

    @Test
    void policies_nested_far_too_deeply_are_refused_too_also_those_that_are_there_at_the_start() throws Exception {
        AppliedPolicies nested = Policies.version(at("10:00"), "[".repeat(20_000) + "]".repeat(20_000));
        offer(nested);
        assertThat(refused()).extracting(DeadLetter::reason).containsExactly("policy_invalid");
        harness.close();

        harness = newHarness(nested);
        harness.open();
        AppliedPolicies good = Policies.firstReplyWithin("1h", at("10:00"));
        offer(good);
        assertThat(told()).containsExactly(good);
    }

    @Test
    void what_the_topic_held_at_the_start_is_known_before_any_time_passes_and_is_told_once() throws Exception {
        AppliedPolicies version = Policies.firstReplyWithin("1h", at("10:00"));
        harness.close();
        harness = newHarness(version);
        harness.open();
        timeComesTo("09:00");
        offer(version);

        assertThat(harness.getOutput()).containsExactly(new StreamRecord<>(version), mark("09:00"));
    }

    @Test
    void after_a_restart_all_that_holds_is_told_again_and_what_was_refused_stays_refused() throws Exception {
        AppliedPolicies accepted = Policies.firstReplyWithin("1h", at("10:00"));
        AppliedPolicies late = Policies.firstReplyWithin("3h", at("10:30"));
        offer(accepted);
        timeComesTo("11:00");
        offer(late);
        OperatorSubtaskState checkpoint = harness.snapshot(1, 1);
        harness.close();

        harness = newHarness(accepted, late);
        harness.initializeState(checkpoint);
        harness.open();
        timeComesTo("11:30");

        assertThat(harness.getOutput()).containsExactly(new StreamRecord<>(accepted), mark("11:30"));
        assertThat(refused()).isEmpty();
    }

    @Test
    void settings_edited_while_no_job_ran_hold_from_where_time_stood_and_those_before_until_then() throws Exception {
        AppliedPolicies first = settings("1h");
        AppliedPolicies second = settings("3h");
        harness.close();
        harness = configured(first);
        harness.open();
        timeComesTo("10:00");
        assertThat(told()).as("what is configured need not be told").isEmpty();

        restartWith(second);
        timeComesTo("10:30");
        AppliedPolicies edited = second.from(at("10:00").plusMillis(1));
        assertThat(harness.getOutput())
                .containsExactly(new StreamRecord<>(first), new StreamRecord<>(edited), mark("10:30"));

        restartWith(second);
        timeComesTo("11:00");
        assertThat(told()).as("nobody has edited them since").containsExactly(first, edited);

        restartWith(first);
        timeComesTo("11:30");
        assertThat(told()).containsExactly(first, edited, first.from(at("11:00").plusMillis(1)));
    }

    private static TwoInputStreamOperatorTestHarness<RecordedTicketEvent, AppliedPolicies, AppliedPolicies> newHarness(
            AppliedPolicies... knownAtStart) throws Exception {
        return new TwoInputStreamOperatorTestHarness<>(
                new PolicyVersions(new SlaOptions(TicketRules.TWO_HOURS, List.of(knownAtStart))));
    }

    private static TwoInputStreamOperatorTestHarness<RecordedTicketEvent, AppliedPolicies, AppliedPolicies> configured(
            AppliedPolicies settings) throws Exception {
        return new TwoInputStreamOperatorTestHarness<>(
                new PolicyVersions(new SlaOptions(TicketRules.TWO_HOURS, Optional.of(settings), List.of())));
    }

    private static AppliedPolicies settings(String target) {
        return AppliedPolicies.configured(
                Policies.firstReplyWithin(target, at("00:00")).texts());
    }

    private void restartWith(AppliedPolicies settings) throws Exception {
        OperatorSubtaskState checkpoint = harness.snapshot(1, 1);
        harness.close();
        harness = configured(settings);
        harness.initializeState(checkpoint);
        harness.open();
    }

    private void offer(AppliedPolicies version) throws Exception {
        harness.processElement2(new StreamRecord<>(version));
    }

    private void timeComesTo(String time) throws Exception {
        harness.processWatermark1(mark(time));
    }

    private static Watermark mark(String time) {
        return new Watermark(at(time).toEpochMilli());
    }

    private List<AppliedPolicies> told() {
        return harness.extractOutputValues();
    }

    private List<DeadLetter> refused() {
        var output = harness.getSideOutput(PolicyVersions.REFUSED);
        return output == null
                ? List.of()
                : output.stream().map(StreamRecord::getValue).toList();
    }
}
