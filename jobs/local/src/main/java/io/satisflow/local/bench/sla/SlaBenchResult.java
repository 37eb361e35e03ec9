package io.satisflow.local.bench.sla;

import io.satisflow.local.bench.Lateness;
import io.satisflow.local.bench.Meter;
import io.satisflow.local.bench.Meter.Phase;
import io.satisflow.local.bench.Meter.Reading;
import java.util.Comparator;
import java.util.List;
import org.apache.flink.runtime.checkpoint.AbstractCheckpointStats;
import org.apache.flink.runtime.checkpoint.CheckpointStatsStatus;

/**
 * What one run showed.
 *
 * @param openCpuMicros CPU for each event while the tickets were opened, of everything but the source
 * @param updateCpuMicros the same for each update
 * @param clocksCpuMicros for each update, of the thread that runs the clocks alone
 * @param updatesPerSecond on the wall
 * @param breachCpuMicros CPU for each breach of the storm
 * @param breaches told in the storm and before
 * @param lateMillis the most by which a breach was told late in event time
 * @param lagMillis at 50, 99 and 100 %, from the moment at which a breach's time had come until it was told
 * @param closeCpuMicros CPU for each closing, until the ticket was dormant
 * @param reopenCpuMicros CPU for each message on a ticket that was closed months before; 0 when there was none
 * @param quietCheckpointMillis the longest checkpoint that ran while tickets were updated; 0 when none did
 * @param stormCheckpointMillis the longest checkpoint that ran in the storm; 0 when none did
 * @param stateMegabytes the full size of the last complete checkpoint
 * @param words said
 * @param digest of all that was said
 */
record SlaBenchResult(
        BenchedClocks clocks,
        TicketLoad load,
        double openCpuMicros,
        double updateCpuMicros,
        double clocksCpuMicros,
        double updatesPerSecond,
        double breachCpuMicros,
        long breaches,
        long lateMillis,
        List<Double> lagMillis,
        double closeCpuMicros,
        double reopenCpuMicros,
        long quietCheckpointMillis,
        long stormCheckpointMillis,
        double stateMegabytes,
        long words,
        long digest) {
    private static final double NANOS_PER_MICRO = 1e3;
    private static final double NANOS_PER_SECOND = 1e9;
    private static final double BYTES_PER_MEGABYTE = 1 << 20;

    static SlaBenchResult of(
            BenchedClocks clocks, TicketLoad load, Meter meter, List<AbstractCheckpointStats> checkpoints) {
        Reading started = meter.reading(Phase.STARTED);
        Reading opened = meter.reading(Phase.OPENED);
        Reading updated = meter.reading(Phase.UPDATED);
        Reading broken = meter.reading(Phase.BROKEN);
        Reading slept = meter.reading(Phase.SLEPT);
        Reading reopened = meter.reading(Phase.REOPENED);
        Lateness lateness = meter.lateness();
        return new SlaBenchResult(
                clocks,
                load,
                cpuMicros(started, opened, load.tickets()),
                cpuMicros(opened, updated, load.updates()),
                (updated.clocksCpuNanos() - opened.clocksCpuNanos()) / NANOS_PER_MICRO / load.updates(),
                load.updates() * NANOS_PER_SECOND / (updated.wallNanos() - opened.wallNanos()),
                cpuMicros(updated, broken, load.breaches()),
                lateness.count(),
                lateness.eventTimeMillis(),
                List.of(lateness.lagMillis(0.5), lateness.lagMillis(0.99), lateness.lagMillis(1)),
                cpuMicros(broken, slept, load.tickets()),
                cpuMicros(slept, reopened, load.reopenings()),
                longestCheckpoint(checkpoints, opened, updated),
                longestCheckpoint(checkpoints, updated, broken),
                stateMegabytes(checkpoints),
                reopened.words(),
                reopened.digest());
    }

    private static double cpuMicros(Reading from, Reading to, long events) {
        return (to.otherCpuNanos() - from.otherCpuNanos()) / NANOS_PER_MICRO / Math.max(1, events);
    }

    private static long longestCheckpoint(List<AbstractCheckpointStats> checkpoints, Reading from, Reading to) {
        return checkpoints.stream()
                .filter(checkpoint -> checkpoint.getStatus() == CheckpointStatsStatus.COMPLETED)
                .filter(checkpoint -> checkpoint.getLatestAckTimestamp() >= from.epochMillis()
                        && checkpoint.getTriggerTimestamp() <= to.epochMillis())
                .mapToLong(AbstractCheckpointStats::getEndToEndDuration)
                .max()
                .orElse(0);
    }

    private static double stateMegabytes(List<AbstractCheckpointStats> checkpoints) {
        return checkpoints.stream()
                        .filter(checkpoint -> checkpoint.getStatus() == CheckpointStatsStatus.COMPLETED)
                        .max(Comparator.comparingLong(AbstractCheckpointStats::getCheckpointId))
                        .map(AbstractCheckpointStats::getStateSize)
                        .orElse(0L)
                / BYTES_PER_MEGABYTE;
    }
}
