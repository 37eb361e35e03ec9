package io.satisflow.calendar;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;

/** The working periods of one local day, in their order; none on a day off. */
public record DayHours(List<WorkingPeriod> periods) implements Serializable {
    public static final DayHours NONE = new DayHours(List.of());
    public static final DayHours ROUND_THE_CLOCK = of("00:00-24:00");

    /** @throws IllegalArgumentException when two periods overlap: nobody works the same hour twice */
    public DayHours {
        periods = periods.stream().sorted().toList();
        for (int next = 1; next < periods.size(); next++) {
            if (periods.get(next - 1).overlaps(periods.get(next))) {
                throw new IllegalArgumentException("%s and %s overlap; write them as one period, or apart"
                        .formatted(periods.get(next - 1), periods.get(next)));
            }
        }
    }

    /** @param periods such as {@code 08:00-12:00} */
    public static DayHours of(String... periods) {
        return new DayHours(List.of(periods).stream().map(WorkingPeriod::parse).toList());
    }

    public boolean isEmpty() {
        return periods.isEmpty();
    }

    /** These hours without the breaks that fall into them. */
    public DayHours without(DayHours breaks) {
        List<WorkingPeriod> left = periods;
        for (WorkingPeriod pause : breaks.periods) {
            left = left.stream().flatMap(period -> cut(period, pause).stream()).toList();
        }
        return new DayHours(left);
    }

    private static List<WorkingPeriod> cut(WorkingPeriod period, WorkingPeriod pause) {
        if (!period.overlaps(pause)) {
            return List.of(period);
        }
        List<WorkingPeriod> pieces = new ArrayList<>();
        if (period.from() < pause.from()) {
            pieces.add(new WorkingPeriod(period.from(), pause.from()));
        }
        if (pause.to() < period.to()) {
            pieces.add(new WorkingPeriod(pause.to(), period.to()));
        }
        return pieces;
    }
}
