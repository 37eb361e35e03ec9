package io.satisflow.flink.outcome;

import io.satisflow.customer.CustomerErasure;
import io.satisflow.flink.types.DomainTypes;
import io.satisflow.ledger.RecordedTicketEvent;
import io.satisflow.ledger.ScoredFeedback;
import io.satisflow.ticket.TicketEvent;
import java.util.Optional;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;

/**
 * Finds out what became of tickets and of customers.
 *
 * <pre>
 * ticket events --------------------+-> by ticket -> ticket-outcomes -+---------------------------------+-> findings
 * feedback -+-> ratings-of-tickets -+                                 | cases                           |
 *           +-> complaints ------------------------------------------+-> by customer -> customer-outcomes
 * </pre>
 *
 * Always part of the job, so that a run that goes on may measure it or leave it.
 */
public final class OutcomePipeline {
    private OutcomePipeline() {}

    /**
     * @param scored feedback, with known_at as its event time
     * @param ticketEvents with known_at as theirs
     * @param erasures of customers, where they may be forgotten
     */
    public static DataStream<ToldFinding> build(
            DataStream<ScoredFeedback> scored,
            DataStream<RecordedTicketEvent> ticketEvents,
            Optional<DataStream<CustomerErasure>> erasures,
            OutcomeRules rules) {
        DataStream<TicketEvent> events = ticketEvents
                .filter(recorded -> !rules.isEmpty())
                .name("outcome-events")
                .uid("outcome-events")
                .map(RecordedTicketEvent::event)
                .returns(DomainTypes.of(TicketEvent.class))
                .name("events-of-tickets")
                .uid("events-of-tickets");
        DataStream<TicketEvent> words = scored.flatMap(new ReadTicketWord(rules))
                .returns(DomainTypes.of(TicketEvent.class))
                .name("ratings-of-tickets")
                .uid("ratings-of-tickets");
        SingleOutputStreamOperator<ToldFinding> ofTickets = events.union(words)
                .keyBy(TicketEvent::ticket, Types.STRING)
                .process(new OutcomesOfTicket(rules))
                .returns(DomainTypes.of(ToldFinding.class))
                .name("ticket-outcomes")
                .uid("ticket-outcomes");
        DataStream<CaseNews> cases = scored.flatMap(new ReadComplaint(rules))
                .returns(DomainTypes.of(CaseNews.class))
                .name("complaints")
                .uid("complaints")
                .union(ofTickets.getSideOutput(OutcomesOfTicket.CASES));
        DataStream<ToldFinding> ofCustomers = withErasures(cases, erasures)
                .keyBy(CaseNews::customer, Types.STRING)
                .process(new OutcomesOfCustomer(rules))
                .returns(DomainTypes.of(ToldFinding.class))
                .name("customer-outcomes")
                .uid("customer-outcomes");
        return ofTickets.union(ofCustomers);
    }

    private static DataStream<CaseNews> withErasures(
            DataStream<CaseNews> cases, Optional<DataStream<CustomerErasure>> erasures) {
        return erasures.map(each -> cases.union(each.map(CaseNews::erasure)
                        .returns(DomainTypes.of(CaseNews.class))
                        .name("forgotten-customers")
                        .uid("forgotten-customers")))
                .orElse(cases);
    }
}
