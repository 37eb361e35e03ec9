package io.satisflow.local.bench;

import java.lang.management.ManagementFactory;

/** How much of a processor this thread has had since this was made. Other programs on the machine do not count. */
public final class CpuClock {
    private static final double NANOSECONDS = 1e9;

    private final long start = now();

    public double seconds() {
        return (now() - start) / NANOSECONDS;
    }

    private static long now() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }
}
