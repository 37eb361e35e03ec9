package io.satisflow.flink.satisfaction;

import io.satisflow.flink.satisfaction.tally.TalliesFormat;
import io.satisflow.satisfaction.SatisfactionSettings;
import io.satisflow.segment.Segment;
import io.satisflow.sla.Milestone;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.functions.RichFlatMapFunction;
import org.apache.flink.metrics.Counter;
import org.apache.flink.util.Collector;

/**
 * Takes from milestones of tickets what counts. A later version takes the place of the earlier one, as an edit of feedback
 * does; one that no longer stands adds nothing in its place.
 */
final class ReadMilestone extends RichFlatMapFunction<Milestone, ContributionState> {
    /** No key of feedback begins so: a channel has a name. */
    private static final String KEY = "/milestone/";

    private final SatisfactionSettings settings;
    private final FeedbackSegments segments;
    private transient Counter tooLate;

    @SuppressWarnings("NullAway.Init")
    ReadMilestone(SatisfactionSettings settings) {
        this.settings = settings;
        this.segments = new FeedbackSegments(settings.groupings());
    }

    @Override
    public void open(OpenContext context) {
        tooLate = getRuntimeContext().getMetricGroup().counter("tooLateMilestones");
    }

    @Override
    public void flatMap(Milestone milestone, Collector<ContributionState> out) {
        if (!settings.isMeasured(milestone)) {
            return;
        }
        long at = milestone.at().toEpochMilli();
        long asOf = milestone.asOf().toEpochMilli();
        if (asOf - at > settings.tooLateAfter().toMillis()) {
            // The ticket's event was not refused, so there is no dead letter: its clocks have used it.
            tooLate.inc();
            return;
        }
        String channel = milestone.fact("channel");
        out.collect(new ContributionState(
                KEY + milestone.id(),
                channel == null ? "" : channel,
                asOf,
                at,
                asOf,
                TalliesFormat.write(settings.tally(milestone)),
                segments.of(milestone).stream().map(Segment::key).toList(),
                "",
                0,
                0,
                null,
                false));
    }
}
