package io.satisflow.drift.detector;

import java.util.Locale;

/** Which way a value has moved. */
public enum Direction {
    UP,
    DOWN;

    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Direction of(double change) {
        return change < 0 ? DOWN : UP;
    }
}
