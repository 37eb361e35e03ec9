package io.satisflow.flink.satisfaction;

import io.satisflow.feedback.Feedback;
import io.satisflow.satisfaction.outcome.Finding;
import io.satisflow.segment.GroupingSet;
import io.satisflow.segment.Segment;
import io.satisflow.sla.Milestone;
import java.io.Serializable;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Which segments a feedback, or a milestone of a ticket, belongs to: one for each grouping. */
public final class FeedbackSegments implements Serializable {
    private static final String ATTRIBUTE = "attributes.";

    private final List<GroupingSet> groupings;

    public FeedbackSegments(List<GroupingSet> groupings) {
        this.groupings = List.copyOf(groupings);
    }

    public List<Segment> of(Feedback feedback) {
        return of(dimension -> fact(feedback, dimension));
    }

    List<Segment> of(Milestone milestone) {
        return of(milestone::fact);
    }

    List<Segment> of(Finding finding) {
        return of(finding.facts()::get);
    }

    private List<Segment> of(Function<String, @Nullable String> facts) {
        return groupings.stream().map(grouping -> grouping.segmentOf(facts)).toList();
    }

    /** Channel and language are facts of their own, everything else is an attribute. */
    static @Nullable String fact(Feedback feedback, String dimension) {
        return switch (dimension) {
            case "channel" -> feedback.channel();
            case "language" -> feedback.language();
            default ->
                feedback.attributes()
                        .get(dimension.startsWith(ATTRIBUTE) ? dimension.substring(ATTRIBUTE.length()) : dimension);
        };
    }
}
