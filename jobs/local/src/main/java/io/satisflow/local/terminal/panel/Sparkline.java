package io.satisflow.local.terminal.panel;

import java.util.Collection;
import java.util.stream.Collectors;

/** A series as a row of bars, the newest on the right. */
final class Sparkline {
    private static final String BARS = "▁▂▃▄▅▆▇█";

    private Sparkline() {}

    /** @param low what the lowest bar stands for */
    static String of(Collection<Double> values, double low, double high, int columns) {
        return values.stream()
                .skip(Math.max(0, values.size() - columns))
                .map(value -> String.valueOf(bar((value - low) / (high - low))))
                .collect(Collectors.joining());
    }

    private static char bar(double share) {
        int index = (int) (share * BARS.length());
        return BARS.charAt(Math.max(0, Math.min(BARS.length() - 1, index)));
    }
}
