package io.satisflow.flink.satisfaction.place;

import io.satisflow.flink.io.arrival.Standstill;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.MapState;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.util.Collector;

/**
 * Gives the segments of a grouping places of their own, first come first served in the order in which they become known
 * (rule T6), until there are no more; all later segments share {@code (other)}, so that a hostile attribute cannot make
 * millions of them. Places are kept for good.
 */
public final class SegmentPlaces extends KeyedProcessFunction<String, SegmentSighting, String> {
    private final int cap;
    private transient MapState<String, Long> places;
    private transient ValueState<Integer> given;
    private transient MapState<Long, SightingsState> waiting;

    @SuppressWarnings("NullAway.Init")
    public SegmentPlaces(int cap) {
        this.cap = cap;
    }

    @Override
    public void open(OpenContext context) {
        places = getRuntimeContext().getMapState(new MapStateDescriptor<>("places", Types.STRING, Types.LONG));
        given = getRuntimeContext().getState(new ValueStateDescriptor<>("given", Types.INT));
        waiting = getRuntimeContext()
                .getMapState(new MapStateDescriptor<>("waiting", Types.LONG, TypeInformation.of(SightingsState.class)));
    }

    @Override
    public void processElement(SegmentSighting sighting, Context context, Collector<String> out) throws Exception {
        if (isFull() || places.contains(sighting.segment())) {
            return;
        }
        SightingsState others = waiting.get(sighting.knownAt());
        if (others == null) {
            context.timerService().registerEventTimeTimer(sighting.knownAt());
        }
        waiting.put(sighting.knownAt(), (others == null ? SightingsState.NONE : others).with(sighting.segment()));
    }

    @Override
    public void onTimer(long timestamp, OnTimerContext context, Collector<String> out) throws Exception {
        SightingsState sightings = waiting.get(timestamp);
        if (sightings == null || Standstill.isReached(context.timerService())) {
            return;
        }
        waiting.remove(timestamp);
        for (String segment : sightings.segments().stream().sorted().toList()) {
            if (!isFull() && !places.contains(segment)) {
                places.put(segment, timestamp);
                given.update(count() + 1);
                out.collect(segment);
            }
        }
    }

    private boolean isFull() throws Exception {
        return count() >= cap;
    }

    private int count() throws Exception {
        Integer count = given.value();
        return count == null ? 0 : count;
    }
}
