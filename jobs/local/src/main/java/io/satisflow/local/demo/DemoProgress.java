package io.satisflow.local.demo;

import io.satisflow.local.terminal.TerminalState;
import java.io.PrintWriter;
import java.util.Locale;
import java.util.Optional;

/** Tells how long things took, on standard error: the screen is for results. */
public final class DemoProgress {
    private final PrintWriter out;
    private final long beganNanos = System.nanoTime();
    private long startedNanos = beganNanos;

    public DemoProgress(PrintWriter out) {
        this.out = out;
    }

    void starting() {
        out.println("Starting broker, cluster and jobs.");
    }

    /** @param wall where it is to be seen in a browser; empty for no wall */
    void started(Optional<String> wall) {
        wall.ifPresent(address -> out.printf("Wall: %s%n", address));
        startedNanos = System.nanoTime();
        out.printf(Locale.ROOT, "Started in %.1f s; loading the month before.%n", seconds(beganNanos, startedNanos));
    }

    void loaded(long records) {
        long now = System.nanoTime();
        out.printf(
                Locale.ROOT,
                "Loaded and computed 30 days, %,d records, in %.1f s; from here on it is live.%n",
                records,
                seconds(startedNanos, now));
    }

    void ended(TerminalState state) {
        out.printf(
                Locale.ROOT,
                "Done: %,d committed records read, %d warnings and %d broken promises since the start, %d dead letters.%n",
                state.records(),
                state.warnings(),
                state.breaches(),
                state.deadLetters());
    }

    private static double seconds(long from, long to) {
        return (to - from) / 1e9;
    }
}
