package io.satisflow.flink.satisfaction;

import io.satisflow.flink.outcome.ToldFinding;
import io.satisflow.flink.satisfaction.tally.TalliesFormat;
import io.satisflow.satisfaction.SatisfactionSettings;
import io.satisflow.satisfaction.outcome.Finding;
import io.satisflow.segment.Segment;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.functions.RichFlatMapFunction;
import org.apache.flink.metrics.Counter;
import org.apache.flink.util.Collector;

/** Takes from findings of tickets and customers what counts. A later version takes the place of the earlier one. */
final class ReadFinding extends RichFlatMapFunction<ToldFinding, ContributionState> {
    private final SatisfactionSettings settings;
    private final FeedbackSegments segments;
    private transient Counter tooLate;

    @SuppressWarnings("NullAway.Init")
    ReadFinding(SatisfactionSettings settings) {
        this.settings = settings;
        this.segments = new FeedbackSegments(settings.groupings());
    }

    @Override
    public void open(OpenContext context) {
        tooLate = getRuntimeContext().getMetricGroup().counter("tooLateFindings");
    }

    @Override
    public void flatMap(ToldFinding told, Collector<ContributionState> out) {
        Finding finding = told.finding();
        long at = finding.at().toEpochMilli();
        if (told.knownAt() - at > settings.tooLateAfter().toMillis()) {
            // No window that is kept reaches back to it.
            tooLate.inc();
            return;
        }
        out.collect(new ContributionState(
                told.key(),
                finding.facts().getOrDefault("channel", ""),
                told.knownAt(),
                at,
                Math.max(at, told.knownAt()),
                TalliesFormat.write(settings.tally(finding)),
                segments.of(finding).stream().map(Segment::key).toList(),
                "",
                0,
                0,
                null,
                false));
    }
}
