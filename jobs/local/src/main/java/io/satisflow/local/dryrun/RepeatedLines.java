package io.satisflow.local.dryrun;

import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;

/** Shows the first lines of each kind, and counts the rest: a file may hold a hundred thousand rows with the same fault. */
public final class RepeatedLines {
    private static final int SHOWN = 5;

    private final Consumer<String> out;
    private final Map<String, Integer> counts = new TreeMap<>();

    public RepeatedLines(Consumer<String> out) {
        this.out = out;
    }

    /** @param kind what lines have in common, in a word */
    public void add(String kind, String line) {
        if (counts.merge(kind, 1, Integer::sum) <= SHOWN) {
            out.accept(line);
        }
    }

    /** Says how many were not shown. */
    public void finish() {
        counts.forEach((kind, count) -> {
            if (count > SHOWN) {
                out.accept("... and %,d more: %s".formatted(count - SHOWN, kind));
            }
        });
    }
}
