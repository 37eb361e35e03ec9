package io.satisflow.wall.state;

import io.satisflow.wire.TimelineMark;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Releases, incidents and whatever else people put on the line of time. */
public final class TimelineBoard {
    private static final int MOST = 5_000;

    private final Map<String, TimelineMark> marks = new LinkedHashMap<>();

    void heard(TimelineMark mark) {
        marks.put(mark.getId(), mark);
        if (marks.size() > MOST) {
            marks.remove(marks.keySet().iterator().next());
        }
    }

    void removed(String id) {
        marks.remove(id);
    }

    /** In the order of time. */
    public List<TimelineMark> marks(Instant from, Instant to) {
        return new ArrayList<>(marks.values())
                .stream()
                        .filter(mark ->
                                !mark.getAt().isBefore(from) && !mark.getAt().isAfter(to))
                        .sorted(Comparator.comparing(TimelineMark::getAt))
                        .toList();
    }
}
