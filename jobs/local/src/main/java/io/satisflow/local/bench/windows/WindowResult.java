package io.satisflow.local.bench.windows;

import java.util.List;

/**
 * What one kind of windows cost, on average over its two turns.
 *
 * @param cpuMicros of the whole process but for the thread that makes up the changes, for each change
 * @param perSecond changes
 * @param hours told, the same for all kinds; 0 of the floor
 * @param stateBytes of the largest checkpoint
 */
public record WindowResult(
        String label,
        boolean isFloor,
        long changes,
        int segments,
        double cpuMicros,
        double perSecond,
        long hours,
        long stateBytes) {
    private static final String EVERY = " (answers with every measure)";
    private static final double NANOS_A_MICRO = 1e3;
    private static final double NANOS_A_SECOND = 1e9;

    /** @param turns of one kind, never none */
    static WindowResult of(ChangeLoad load, List<WindowTurn> turns) {
        WindowTurn one = turns.get(0);
        double cpu = turns.stream().mapToLong(WindowTurn::cpuNanos).sum();
        double wall = turns.stream().mapToLong(WindowTurn::wallNanos).sum();
        double changes = (double) load.changes() * turns.size();
        return new WindowResult(
                one.kind().label() + (load.everyMeasure() ? EVERY : ""),
                one.kind() == BenchedWindows.FLOOR,
                load.changes(),
                load.segments(),
                cpu / changes / NANOS_A_MICRO,
                changes / wall * NANOS_A_SECOND,
                one.hours(),
                turns.stream().mapToLong(WindowTurn::stateBytes).max().orElse(0));
    }
}
