package io.satisflow.flink.satisfaction;

import io.satisflow.flink.satisfaction.place.SegmentSighting;
import io.satisflow.satisfaction.SatisfactionSettings;
import io.satisflow.segment.GroupingSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.functions.RichFlatMapFunction;
import org.apache.flink.util.Collector;

/**
 * Says which segments there are. Most are seen again and again: those seen of late are remembered on the heap and only
 * said again when they become known earlier. What is forgotten, also by a restart, is said twice, which changes nothing.
 */
final class SegmentSightings extends RichFlatMapFunction<ContributionState, SegmentSighting> {
    private static final int REMEMBERED = 20_000;

    private final List<GroupingSet> groupings;
    private final long tooLateAfter;
    private transient Map<String, Long> seen;

    @SuppressWarnings("NullAway.Init")
    SegmentSightings(SatisfactionSettings settings) {
        this.groupings = settings.groupings();
        this.tooLateAfter = settings.tooLateAfter().toMillis();
    }

    @Override
    public void open(OpenContext context) {
        seen = new LinkedHashMap<>(16, 0.75f, true) {
            @Override
            protected boolean removeEldestEntry(Map.Entry<String, Long> eldest) {
                return size() > REMEMBERED;
            }
        };
    }

    @Override
    public void flatMap(ContributionState contribution, Collector<SegmentSighting> out) {
        if (contribution.knownAt() - contribution.occurredAt() > tooLateAfter) {
            return;
        }
        for (int each = 0; each < groupings.size(); each++) {
            String segment = contribution.segments().get(each);
            boolean needsPlace = !groupings.get(each).dimensions().isEmpty();
            if (needsPlace && isNews(segment, contribution.knownAt())) {
                out.collect(new SegmentSighting(groupings.get(each).name(), segment, contribution.knownAt()));
            }
        }
    }

    private boolean isNews(String segment, long knownAt) {
        Long earliest = seen.get(segment);
        if (earliest != null && earliest <= knownAt) {
            return false;
        }
        seen.put(segment, knownAt);
        return true;
    }
}
