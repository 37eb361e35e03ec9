package io.satisflow.flink.outcome;

import static org.assertj.core.api.Assertions.assertThat;

import io.satisflow.config.ConfigFile;
import io.satisflow.satisfaction.SatisfactionFile;
import io.satisflow.ticket.TicketEvent;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.api.java.functions.KeySelector;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.streaming.api.operators.KeyedProcessOperator;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.streaming.util.KeyedOneInputStreamOperatorTestHarness;
import org.jspecify.annotations.Nullable;

/** Both operators one behind the other, as in the job, begun anew or from where others stopped. */
final class OutcomesHarness implements AutoCloseable {
    static final OutcomeRules RULES = new OutcomeRules(
            SatisfactionFile.read(ConfigFile.parse("s.yaml", """
                    segments: [[]]
                    metrics:
                      fcr.one_touch: {}
                      fcr.no_customer_reply: {}
                      fcr.no_reopen_within: {}
                      fcr.no_recontact_within: {}
                      fcr.first_call: {}
                      recontact_rate: {}
                      reopen_rate: {}
                      resolution_rate: {}
                      answer_rate: {}
                      promise_kept_rate: {}
                      follow_up_rate: {}
                      follow_up_satisfied_rate: {}
                      response_rate: {}
                      collection_coverage: {}
                      repeat_complaint_rate: {same: [order]}
                      non_repeat_resolution_rate: {same: [order]}
                      problem_conversion_rate: {}
                      complaint_rate.orders: {}
                    """)).outcomes(),
            Map.of(),
            Set.of("team"),
            Duration.ofDays(10));

    private final Operator<TicketEvent> tickets;
    private final Operator<CaseNews> customers;
    private final List<ToldFinding> told = new ArrayList<>();

    OutcomesHarness() throws Exception {
        this(null, null);
    }

    private OutcomesHarness(@Nullable OperatorSubtaskState ofTickets, @Nullable OperatorSubtaskState ofCustomers)
            throws Exception {
        tickets = new Operator<>(new OutcomesOfTicket(RULES), TicketEvent::ticket, ofTickets);
        customers = new Operator<>(new OutcomesOfCustomer(RULES), CaseNews::customer, ofCustomers);
    }

    OutcomesHarness restored() throws Exception {
        OutcomesHarness next = new OutcomesHarness(tickets.snapshot(1, 1), customers.snapshot(1, 1));
        next.told.addAll(told());
        close();
        return next;
    }

    void hear(TicketEvent event) throws Exception {
        tickets.processElement(event, event.knownAt().toEpochMilli());
    }

    void hear(CaseNews complaint) throws Exception {
        customers.processElement(complaint, complaint.knownAt());
    }

    void passTimeTo(long watermark) throws Exception {
        tickets.processWatermark(watermark);
        var cases = tickets.getSideOutput(OutcomesOfTicket.CASES);
        if (cases != null) {
            for (StreamRecord<CaseNews> news = cases.poll(); news != null; news = cases.poll()) {
                hear(news.getValue());
            }
        }
        customers.processWatermark(watermark);
    }

    /** Since the beginning, in the order in which it was told. */
    List<ToldFinding> told() {
        told.addAll(tickets.extractOutputValues());
        told.addAll(customers.extractOutputValues());
        tickets.getOutput().clear();
        customers.getOutput().clear();
        return told;
    }

    /** Neither state nor a timer. */
    void assertNothingIsLeft() {
        assertThat(List.of(tickets.numKeyedStateEntries(), customers.numKeyedStateEntries()))
                .containsOnly(0);
        assertThat(List.of(tickets.numEventTimeTimers(), customers.numEventTimeTimers()))
                .containsOnly(0);
    }

    @Override
    public void close() throws Exception {
        tickets.close();
        customers.close();
    }

    private static final class Operator<T> extends KeyedOneInputStreamOperatorTestHarness<String, T, ToldFinding> {
        Operator(
                KeyedProcessFunction<String, T, ToldFinding> function,
                KeySelector<T, String> key,
                @Nullable OperatorSubtaskState snapshot)
                throws Exception {
            super(new KeyedProcessOperator<>(function), key, Types.STRING);
            setup();
            if (snapshot != null) {
                initializeState(snapshot);
            }
            open();
        }
    }
}
