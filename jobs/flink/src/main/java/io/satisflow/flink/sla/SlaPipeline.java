package io.satisflow.flink.sla;

import io.satisflow.flink.types.DomainTypes;
import io.satisflow.ledger.RecordedTicketEvent;
import io.satisflow.sla.clock.SlaEvent;
import io.satisflow.sla.policy.AppliedPolicies;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;

/**
 * Runs every ticket's clocks.
 *
 * <pre>
 * policies applied -+-> policy-versions -> every subtask -+
 *                   |    (also the time)                  |
 * ticket events ----+-> by ticket --------------> ticket-clocks -+-> sla events
 *                                                                +-> milestones
 *                                                                +-> refused: too late, log full, never created
 * </pre>
 */
public final class SlaPipeline {
    private SlaPipeline() {}

    /**
     * @param ticketEvents with known_at as their event time
     * @param policies that are applied while the job runs
     */
    public static SlaStreams build(
            DataStream<RecordedTicketEvent> ticketEvents, DataStream<AppliedPolicies> policies, SlaOptions options) {
        SingleOutputStreamOperator<AppliedPolicies> versions = only(
                        ticketEvents, RecordedTicketEvent.class, "ticket-time")
                .connect(policies)
                .transform("policy-versions", DomainTypes.of(AppliedPolicies.class), new PolicyVersions(options))
                .uid("policy-versions")
                .setParallelism(1);
        SingleOutputStreamOperator<SlaEvent> clocks = ticketEvents
                .keyBy(RecordedTicketEvent::ticket, Types.STRING)
                .connect(versions.broadcast())
                .transform("ticket-clocks", DomainTypes.of(SlaEvent.class), new TicketClocks(options.configured()))
                .uid("ticket-clocks");
        return new SlaStreams(
                clocks,
                clocks.getSideOutput(TicketClocks.MILESTONES),
                clocks.getSideOutput(TicketClocks.REFUSED).union(versions.getSideOutput(PolicyVersions.REFUSED)));
    }

    /** With rules that never change. */
    public static SlaStreams build(DataStream<RecordedTicketEvent> ticketEvents, SlaOptions options) {
        return build(ticketEvents, only(ticketEvents, AppliedPolicies.class, "no-policies"), options);
    }

    /** A stream of nothing, at the pace of another. */
    private static <R extends Record> DataStream<R> only(
            DataStream<RecordedTicketEvent> pace, Class<R> type, String name) {
        return pace.flatMap(new WatermarksOnly<RecordedTicketEvent, R>())
                .returns(DomainTypes.of(type))
                .name(name)
                .uid(name);
    }
}
