package io.satisflow.local.bench.drift;

import io.satisflow.drift.DriftRules;
import io.satisflow.drift.signal.DriftPhase;
import io.satisflow.local.bench.drift.WatchedSeries.Told;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/** Measures the shipped watch on series whose truth is known. Each trial has a seed of its own, so any can be repeated. */
final class DriftTrials {
    private static final int MONTH_DAYS = 30;

    private final DriftRules rules;
    private final SeriesKind kind;
    private final int trials;

    /** @param step length of the steps, with a budget of one false alarm a segment in 30 days */
    DriftTrials(Duration step, SeriesKind kind, int trials) {
        this.rules = DriftRules.DEFAULT.watching(step, List.of(WatchedSeries.METRIC));
        this.kind = kind;
        this.trials = trials;
    }

    /**
     * @param perMonth of a segment, from its first step on
     * @param ofFirst in the first 30 days
     * @param untouched share of segments without any
     */
    record FalseAlarms(double perMonth, double ofFirst, double untouched) {}

    /** Over some months of a stationary series. */
    FalseAlarms falseAlarms(int months) {
        int month = (int) (Duration.ofDays(MONTH_DAYS).toMillis() / rules.step().toMillis());
        int[][] counts = IntStream.range(0, trials)
                .parallel()
                .mapToObj(trial -> {
                    double[] values = kind.values(new Random(trial), month * months, rules.step());
                    int[] steps = WatchedSeries.watch(rules, values).stream()
                            .filter(told -> told.signal().phase() == DriftPhase.DRIFTED)
                            .mapToInt(Told::step)
                            .toArray();
                    return new int[] {
                        steps.length,
                        (int) Arrays.stream(steps).filter(step -> step < month).count()
                    };
                })
                .toArray(int[][]::new);
        double all = Arrays.stream(counts).mapToInt(count -> count[0]).average().orElse(0);
        double first =
                Arrays.stream(counts).mapToInt(count -> count[1]).average().orElse(0);
        double untouched = Arrays.stream(counts).filter(count -> count[0] == 0).count() / (double) trials;
        return new FalseAlarms(all / months, first, untouched);
    }

    /**
     * @param median steps from the shift to its signal, of those that were found
     * @param found share of shifts found while they lasted
     * @param secondMedian of a second shift of the same size, 5 days later
     * @param secondFound share
     * @param settled share of first shifts whose level was learnt as normal
     */
    record Delays(double median, double found, double secondMedian, double secondFound, double settled) {}

    /** @param sigmas size of the shift in standard deviations, after 15 days; down, and down again after 5 days more */
    Delays delays(double sigmas) {
        int day = (int) (Duration.ofDays(1).toMillis() / rules.step().toMillis());
        int first = 15 * day;
        int second = 20 * day;
        int end = 25 * day;
        double[][] delays = IntStream.range(0, trials)
                .parallel()
                .mapToObj(trial -> {
                    double[] values = kind.values(new Random(1_000_003L + trial), end, rules.step());
                    for (int i = first; i < end; i++) {
                        values[i] -= i >= second ? 2 * sigmas : sigmas;
                    }
                    List<Told> told = WatchedSeries.watch(rules, values);
                    return new double[] {
                        delay(told, first, second),
                        delay(told, second, end),
                        told.stream()
                                        .anyMatch(word ->
                                                word.signal().phase() == DriftPhase.SETTLED && word.step() >= first)
                                ? 1
                                : 0
                    };
                })
                .toArray(double[][]::new);
        return new Delays(
                median(delays, 0),
                share(delays, 0),
                median(delays, 1),
                share(delays, 1),
                Arrays.stream(delays).mapToDouble(delay -> delay[2]).average().orElse(0));
    }

    /** NaN when it was not found. */
    private static double delay(List<Told> told, int from, int to) {
        return told.stream()
                .filter(word -> word.signal().phase() == DriftPhase.DRIFTED
                        && word.step() >= from
                        && word.step() < to
                        && word.signal().to() < word.signal().from())
                .mapToDouble(word -> word.step() - from + 1)
                .findFirst()
                .orElse(Double.NaN);
    }

    private static double median(double[][] delays, int column) {
        double[] found = Arrays.stream(delays)
                .mapToDouble(delay -> delay[column])
                .filter(delay -> !Double.isNaN(delay))
                .sorted()
                .toArray();
        return found.length == 0 ? Double.NaN : found[found.length / 2];
    }

    private double share(double[][] delays, int column) {
        return Arrays.stream(delays)
                        .filter(delay -> !Double.isNaN(delay[column]))
                        .count()
                / (double) trials;
    }

    SeriesKind kind() {
        return kind;
    }

    Duration step() {
        return rules.step();
    }
}
