package io.satisflow.flink.satisfaction;

import io.satisflow.customer.CustomerErasure;
import io.satisflow.flink.outcome.OutcomePipeline;
import io.satisflow.flink.outcome.ToldFinding;
import io.satisflow.flink.satisfaction.period.PeriodsOfSegment;
import io.satisflow.flink.satisfaction.place.SegmentPlaces;
import io.satisflow.flink.satisfaction.place.SegmentSighting;
import io.satisflow.flink.satisfaction.tally.CombinedChanges;
import io.satisflow.flink.satisfaction.tally.SegmentChange;
import io.satisflow.flink.satisfaction.window.WindowsOfSegment;
import io.satisflow.flink.types.DomainTypes;
import io.satisflow.ledger.RecordedTicketEvent;
import io.satisflow.ledger.ScoredFeedback;
import io.satisflow.satisfaction.SatisfactionSettings;
import io.satisflow.satisfaction.score.ScoreRow;
import io.satisflow.sla.Milestone;
import java.util.Optional;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;

/**
 * Keeps rolling windows of satisfaction for every segment.
 *
 * <pre>
 * milestones -> milestone-contributions -+
 * ticket events -> {@link OutcomePipeline} -> finding-contributions -+
 * scored feedback -> ticket-texts -> by ticket -> ticket-recovery -+
 *       +-> contributions ---------------+-> segment-sightings -> by grouping -> segment-places
 *                                        |                                          | to all
 *                                        +-> by feedback ---------------> feedback-identity -+-> too late
 *                                                                                   |
 *                                       combined-changes -> by segment -> segment-windows, -periods -+-> steps -> now
 *                                                                                              +-> panes
 * </pre>
 *
 * Contributions carry sums, no texts. A segment gets its place in the order in which segments become known, and every
 * contribution is held until it is known, so that by then all places up to that time are given.
 */
public final class SatisfactionPipeline {
    private SatisfactionPipeline() {}

    /**
     * @param scored with known_at as their event time
     * @param milestones of tickets, with as_of as their event time
     * @param ticketEvents with known_at as theirs
     */
    public static SatisfactionStreams build(
            DataStream<ScoredFeedback> scored,
            DataStream<Milestone> milestones,
            DataStream<RecordedTicketEvent> ticketEvents,
            SatisfactionOptions options) {
        return build(scored, milestones, ticketEvents, Optional.empty(), options);
    }

    /**
     * The same where customers may be forgotten.
     *
     * @param erasures with the time up to which as theirs
     */
    public static SatisfactionStreams build(
            DataStream<ScoredFeedback> scored,
            DataStream<Milestone> milestones,
            DataStream<RecordedTicketEvent> ticketEvents,
            Optional<DataStream<CustomerErasure>> erasures,
            SatisfactionOptions options) {
        SatisfactionSettings settings = options.settings();
        DataStream<ContributionState> contributions = contributions(scored, milestones, settings)
                .union(findings(OutcomePipeline.build(scored, ticketEvents, erasures, options.outcomes()), settings));
        SingleOutputStreamOperator<SegmentChange> changes = contributions
                .keyBy(ContributionState::feedback, Types.STRING)
                .connect(places(contributions, settings))
                .transform("feedback-identity", TypeInformation.of(SegmentChange.class), new FeedbackIdentity(settings))
                .uid("feedback-identity");
        DataStream<SegmentChange> combined = combined(changes, settings);
        SingleOutputStreamOperator<ScoreRow> windows = windows(combined, settings);
        DataStream<ScoreRow> periods = combined.keyBy(SegmentChange::segment, Types.STRING)
                .process(new PeriodsOfSegment(settings))
                .returns(DomainTypes.of(ScoreRow.class))
                .name("segment-periods")
                .uid("segment-periods");
        DataStream<ScoreRow> told = windows.union(periods);
        DataStream<ScoreRow> now = told.filter(row -> row.audience().isOfPresent())
                .name("satisfaction-now")
                .uid("satisfaction-now");
        DataStream<ScoreRow> steps = told.filter(row -> row.audience().isOfSteps())
                .name("satisfaction-steps")
                .uid("satisfaction-steps");
        return new SatisfactionStreams(
                now,
                steps,
                windows.getSideOutput(WindowsOfSegment.PANES),
                changes.getSideOutput(FeedbackIdentity.TOO_LATE));
    }

    /** Fewer changes that come to the same. */
    public static SingleOutputStreamOperator<SegmentChange> combined(
            DataStream<SegmentChange> changes, SatisfactionSettings settings) {
        return changes.transform(
                        "combined-changes",
                        TypeInformation.of(SegmentChange.class),
                        new CombinedChanges(settings.cell()))
                .uid("combined-changes");
    }

    /**
     * The rolling windows alone.
     *
     * @param changes of segments, with known_at as their event time
     */
    public static SingleOutputStreamOperator<ScoreRow> windows(
            DataStream<SegmentChange> changes, SatisfactionSettings settings) {
        return changes.keyBy(SegmentChange::segment, Types.STRING)
                .transform(
                        "segment-windows",
                        DomainTypes.of(ScoreRow.class),
                        new WindowsOfSegment(settings, StoredSegments::new))
                .uid("segment-windows");
    }

    private static DataStream<ContributionState> contributions(
            DataStream<ScoredFeedback> scored, DataStream<Milestone> milestones, SatisfactionSettings settings) {
        SingleOutputStreamOperator<ContributionState> ofTickets = milestones
                .flatMap(new ReadMilestone(settings))
                .returns(TypeInformation.of(ContributionState.class))
                .name("milestone-contributions")
                .uid("milestone-contributions");
        DataStream<ScoredFeedback> saidFirst = scored.filter(
                        each -> !each.feedback().isRepeat())
                .name("said-first")
                .uid("said-first");
        return saidFirst
                .map(new ReadContribution(settings))
                .returns(TypeInformation.of(ContributionState.class))
                .name("contributions")
                .uid("contributions")
                .union(ofTickets, recoveries(saidFirst, settings));
    }

    private static DataStream<ContributionState> findings(DataStream<ToldFinding> told, SatisfactionSettings settings) {
        return told.flatMap(new ReadFinding(settings))
                .returns(TypeInformation.of(ContributionState.class))
                .name("finding-contributions")
                .uid("finding-contributions");
    }

    /** Always part of the job, so that a run that goes on may measure it or leave it. */
    private static DataStream<ContributionState> recoveries(
            DataStream<ScoredFeedback> saidFirst, SatisfactionSettings settings) {
        return saidFirst
                .flatMap(new ReadTicketText(settings))
                .returns(TypeInformation.of(TicketTextState.class))
                .name("ticket-texts")
                .uid("ticket-texts")
                .keyBy(TicketTextState::ticket, Types.STRING)
                .process(new RecoveryOfTicket(settings))
                .returns(TypeInformation.of(ContributionState.class))
                .name("ticket-recovery")
                .uid("ticket-recovery");
    }

    private static DataStream<String> places(
            DataStream<ContributionState> contributions, SatisfactionSettings settings) {
        return contributions
                .flatMap(new SegmentSightings(settings))
                .returns(TypeInformation.of(SegmentSighting.class))
                .name("segment-sightings")
                .uid("segment-sightings")
                .keyBy(SegmentSighting::grouping, Types.STRING)
                .process(new SegmentPlaces(settings.cap()))
                .returns(Types.STRING)
                .name("segment-places")
                .uid("segment-places")
                .broadcast();
    }
}
