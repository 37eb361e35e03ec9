package io.satisflow.hook.content;

import java.util.List;

/**
 * How much is said. What does not fit in a tool's limit is said again with less.
 *
 * @param alerts that are shown
 * @param lines of each alert
 * @param bytes of each line
 */
public record Detail(int alerts, int lines, int bytes) {
    public static final Detail FULL = new Detail(10, 14, 600);
    public static final List<Detail> LEVELS = List.of(
            FULL,
            new Detail(10, 8, 300),
            new Detail(10, 3, 160),
            new Detail(5, 1, 120),
            new Detail(3, 0, 90),
            new Detail(1, 0, 60));
}
