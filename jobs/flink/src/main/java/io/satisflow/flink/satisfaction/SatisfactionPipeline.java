package io.satisflow.flink.satisfaction;

import io.satisflow.flink.satisfaction.place.SegmentPlaces;
import io.satisflow.flink.satisfaction.place.SegmentSighting;
import io.satisflow.flink.types.DomainTypes;
import io.satisflow.ledger.ScoredFeedback;
import io.satisflow.satisfaction.SatisfactionSettings;
import io.satisflow.satisfaction.window.ScoreRow;
import io.satisflow.sla.Milestone;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.datastream.BroadcastStream;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;

/**
 * Keeps rolling windows of satisfaction for every segment.
 *
 * <pre>
 * milestones -> milestone-contributions -+
 * scored feedback -> contributions ------+-> segment-sightings -> by grouping -> segment-places
 *                                        |                                          | to all
 *                                        +-> by feedback ---------------> feedback-identity -+-> too late
 *                                                                                   |
 *                                                               by segment -> segment-windows -+-> steps -> now
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
     */
    public static SatisfactionStreams build(
            DataStream<ScoredFeedback> scored, DataStream<Milestone> milestones, SatisfactionOptions options) {
        SatisfactionSettings settings = options.settings();
        DataStream<ContributionState> contributions = contributions(scored, milestones, settings);
        SingleOutputStreamOperator<SegmentChange> changes = contributions
                .keyBy(ContributionState::feedback, Types.STRING)
                .connect(places(contributions, settings))
                .process(new FeedbackIdentity(settings))
                .returns(TypeInformation.of(SegmentChange.class))
                .name("feedback-identity")
                .uid("feedback-identity");
        SingleOutputStreamOperator<ScoreRow> steps = changes.keyBy(SegmentChange::segment, Types.STRING)
                .process(new WindowsOfSegment(settings))
                .returns(DomainTypes.of(ScoreRow.class))
                .name("segment-windows")
                .uid("segment-windows");
        DataStream<ScoreRow> now =
                steps.filter(ScoreRow::isPresent).name("satisfaction-now").uid("satisfaction-now");
        return new SatisfactionStreams(
                now,
                steps,
                steps.getSideOutput(WindowsOfSegment.PANES),
                changes.getSideOutput(FeedbackIdentity.TOO_LATE));
    }

    private static DataStream<ContributionState> contributions(
            DataStream<ScoredFeedback> scored, DataStream<Milestone> milestones, SatisfactionSettings settings) {
        SingleOutputStreamOperator<ContributionState> ofTickets = milestones
                .flatMap(new ReadMilestone(settings))
                .returns(TypeInformation.of(ContributionState.class))
                .name("milestone-contributions")
                .uid("milestone-contributions");
        return scored.filter(each -> !each.feedback().isRepeat())
                .name("said-first")
                .uid("said-first")
                .map(new ReadContribution(settings))
                .returns(TypeInformation.of(ContributionState.class))
                .name("contributions")
                .uid("contributions")
                .union(ofTickets);
    }

    private static BroadcastStream<String> places(
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
                .broadcast(FeedbackIdentity.PLACES);
    }
}
