package io.satisflow.local.bench;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;

/**
 * What the operators of a bench run tell its runner, which shares their JVM. Each run has a meter of its own, found by
 * the run's name.
 */
public final class Meter {
    private static final Map<String, Meter> BY_RUN = new ConcurrentHashMap<>();

    /** Nanoseconds at which the source let a watermark go, by the watermark. */
    private final ConcurrentSkipListMap<Long, Long> watermarksSent = new ConcurrentSkipListMap<>();

    private final Map<Phase, Reading> readings = new ConcurrentHashMap<>();
    private final Lateness lateness = new Lateness();
    private volatile long sourceCpuNanos;

    /** The point up to which everything has been worked off. */
    public enum Phase {
        STARTED,
        OPENED,
        UPDATED,
        BROKEN,
        CLOSED,
        SLEPT,
        REOPENED,
        /** All that a bench without phases has. */
        WORKED_OFF
    }

    /**
     * How a run stood.
     *
     * @param wallNanos on the clock of {@link System#nanoTime()}
     * @param epochMillis on the clock by which checkpoints are dated
     * @param clocksCpuNanos of the thread that runs the clocks
     * @param otherCpuNanos of the whole process but for the thread that makes up the events: clocks, RocksDB's own
     *     threads, checkpoints, garbage collection
     * @param words said so far, and their digest, which does not depend on the order between tickets
     */
    public record Reading(
            long wallNanos, long epochMillis, long clocksCpuNanos, long otherCpuNanos, long words, long digest) {}

    public static Meter of(String run) {
        return BY_RUN.computeIfAbsent(run, name -> new Meter());
    }

    public static void forget(String run) {
        BY_RUN.remove(run);
    }

    public void watermarkSent(long watermark) {
        watermarksSent.put(watermark, System.nanoTime());
    }

    public void sourceCpu(long nanos) {
        sourceCpuNanos = nanos;
    }

    /** How long ago the time of this instant came, in nanoseconds. */
    public long lagOf(long epochMillis) {
        Map.Entry<Long, Long> watermark = watermarksSent.ceilingEntry(epochMillis);
        return watermark == null ? 0 : System.nanoTime() - watermark.getValue();
    }

    public void read(Phase phase, long words, long digest) {
        long process = ((OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean()).getProcessCpuTime();
        readings.put(
                phase,
                new Reading(
                        System.nanoTime(),
                        System.currentTimeMillis(),
                        threadCpuNanos(),
                        process - sourceCpuNanos,
                        words,
                        digest));
    }

    public Lateness lateness() {
        return lateness;
    }

    public boolean hasRead(Phase phase) {
        return readings.containsKey(phase);
    }

    public Reading reading(Phase phase) {
        Reading reading = readings.get(phase);
        if (reading == null) {
            throw new IllegalStateException("the bench ended before it was " + phase);
        }
        return reading;
    }

    public static long threadCpuNanos() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }
}
