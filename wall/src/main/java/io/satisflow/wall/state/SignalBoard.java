package io.satisflow.wall.state;

import io.satisflow.wire.DriftSignal;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** When scores moved; of each drift the last word. */
public final class SignalBoard {
    private static final int MOST = 2_000;

    private final Map<String, DriftSignal> signals = new LinkedHashMap<>();

    void heard(DriftSignal signal) {
        signals.remove(signal.getId());
        signals.put(signal.getId(), signal);
        if (signals.size() > MOST) {
            signals.remove(signals.keySet().iterator().next());
        }
    }

    /** @param segment its key */
    public List<DriftSignal> signals(String segment, String metric, Instant from, Instant to) {
        return signals.values().stream()
                .filter(signal -> signal.getMetric().equals(metric)
                        && SegmentKeys.of(signal.getSegment()).equals(segment)
                        && !signal.getAt().isBefore(from)
                        && !signal.getSince().isAfter(to))
                .toList();
    }
}
