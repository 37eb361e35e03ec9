package io.satisflow.flink.satisfaction.place;

import io.satisflow.segment.Segment;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.flink.api.common.state.BroadcastState;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.state.OperatorStateStore;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.metrics.Counter;
import org.apache.flink.metrics.Gauge;
import org.apache.flink.metrics.MetricGroup;
import org.apache.flink.util.FlinkRuntimeException;

/** The segments that have a place of their own; all others count with the others of their grouping. */
public final class GivenPlaces {
    private static final MapStateDescriptor<String, Boolean> PLACES =
            new MapStateDescriptor<>("segment-places", Types.STRING, Types.BOOLEAN);

    private final BroadcastState<String, Boolean> places;
    private final Counter folded;
    private volatile long count;

    /** With those of the checkpoint, counted. */
    public GivenPlaces(OperatorStateStore state, MetricGroup metrics) throws Exception {
        places = state.getBroadcastState(PLACES);
        for (Map.Entry<String, Boolean> ignored : places.immutableEntries()) {
            count++;
        }
        folded = metrics.counter("foldedIntoOther");
        metrics.gauge("segments", (Gauge<Long>) this::count);
    }

    /** How many. */
    public long count() {
        return count;
    }

    /** @param segment its key */
    public void give(String segment) throws Exception {
        if (!places.contains(segment)) {
            places.put(segment, true);
            count++;
        }
    }

    /** In which segments something counts that belongs to these. */
    public List<String> placed(List<String> segments) {
        List<String> placed = new ArrayList<>();
        for (String segment : segments) {
            if (segment.equals(Segment.ALL.key()) || has(segment)) {
                placed.add(segment);
            } else {
                placed.add(Segment.parse(segment).other().key());
                folded.inc();
            }
        }
        return placed;
    }

    private boolean has(String segment) {
        try {
            return places.contains(segment);
        } catch (Exception e) {
            throw new FlinkRuntimeException("the places of segments cannot be read; see the cause", e);
        }
    }
}
