package io.satisflow.local.bench.windows;

import io.satisflow.local.bench.Meter.Reading;

/**
 * One run of one kind of windows.
 *
 * @param stateBytes of the largest checkpoint
 */
record WindowTurn(BenchedWindows kind, Reading start, Reading end, long stateBytes) {
    /** In nanoseconds, of the whole process but for the thread that makes up the changes. */
    long cpuNanos() {
        return end.otherCpuNanos() - start.otherCpuNanos();
    }

    long wallNanos() {
        return end.wallNanos() - start.wallNanos();
    }

    long hours() {
        return end.words();
    }

    long digest() {
        return end.digest();
    }
}
