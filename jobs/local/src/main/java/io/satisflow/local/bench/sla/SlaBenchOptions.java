package io.satisflow.local.bench.sla;

import java.nio.file.Path;

/**
 * What is measured.
 *
 * @param updates of open tickets
 * @param reopenings of tickets that were closed months before; 0 leaves closing and reopening out
 * @param skew the Zipf exponent by which updates choose their ticket
 * @param cacheMegabytes for RocksDB's blocks and write buffers together
 * @param lazyAlone whether the engine's clocks are measured without the others beside them, once both were seen to agree
 * @param directory for state and checkpoints; emptied after each run
 */
public record SlaBenchOptions(
        long updates, long reopenings, double skew, int cacheMegabytes, boolean lazyAlone, Path directory) {

    /** Promises broken in the storm: those of a tenth of the tickets, within reason. */
    long breaches(long tickets) {
        return Math.max(1000, Math.min(tickets / 2, 300_000));
    }
}
