package io.satisflow.local.bench.drift;

import io.satisflow.drift.DriftRules;
import io.satisflow.drift.detector.Detector;
import io.satisflow.drift.detector.EwmaChart;
import io.satisflow.drift.detector.ShewhartChart;
import io.satisflow.drift.detector.Step;
import io.satisflow.drift.detector.TabularCusum;
import io.satisflow.drift.signal.DriftPhase;
import io.satisflow.local.bench.drift.WatchedSeries.Told;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Tables of what the watch and plain charts do on series whose truth is known. */
public final class DriftBench {
    private static final double[] SHIFTS = {0.25, 0.5, 1, 1.5, 2, 3};
    private static final int RUNS = 400;
    private static final int LONGEST_RUN = 20_000;

    private final Duration step;
    private final int segments;
    private final int shifts;
    private final Consumer<String> out;

    public DriftBench(Duration step, int segments, int shifts, Consumer<String> out) {
        this.step = step;
        this.segments = segments;
        this.shifts = shifts;
        this.out = out;
    }

    public void falseAlarms() {
        say("False alarms of %d stationary segments, steps of %s, budget 1 a segment in 30 days", segments, step);
        say("%-15s %14s %22s", "series", "a month", "segments without any");
        for (SeriesKind kind : SeriesKind.values()) {
            DriftTrials.FalseAlarms alarms = new DriftTrials(step, kind, segments).falseAlarms(1);
            say("%-15s %14.2f %21.0f%%", kind.title(), alarms.perMonth(), 100 * alarms.untouched());
        }
    }

    public void delays() {
        say("%nSteps until a shift is told (median; share found within 5 days), and of a second one 5 days later");
        say("%-15s %8s %14s %14s %10s", "series", "sigma", "first", "second", "learnt");
        for (SeriesKind kind : SeriesKind.values()) {
            for (double sigmas : SHIFTS) {
                DriftTrials.Delays delays = new DriftTrials(step, kind, shifts).delays(sigmas);
                say(
                        "%-15s %8.2f %7.0f (%3.0f%%) %7.0f (%3.0f%%) %9.0f%%",
                        kind.title(),
                        sigmas,
                        delays.median(),
                        100 * delays.found(),
                        delays.secondMedian(),
                        100 * delays.secondFound(),
                        100 * delays.settled());
            }
        }
    }

    /** Of three incidents each: a fall that lasts, one of a day, and a slow slide. */
    public void incidents() {
        say("%nScripted incidents: a lasting fall, a day's fall, a slide over two days; 2 sigma each, within 45 days");
        say("%-15s %12s %12s", "series", "precision", "recall");
        for (SeriesKind kind : SeriesKind.values()) {
            int[] counts = IntStream.range(0, shifts)
                    .parallel()
                    .mapToObj(trial -> incidents(kind, trial))
                    .reduce(new int[3], (one, other) ->
                            new int[] {one[0] + other[0], one[1] + other[1], one[2] + other[2]});
            say(
                    "%-15s %12.2f %12.2f",
                    kind.title(), counts[0] / (double) Math.max(1, counts[0] + counts[1]), counts[2] / (3.0 * shifts));
        }
    }

    /** Alarms at an incident, alarms elsewhere, and incidents that were found. */
    private int[] incidents(SeriesKind kind, int trial) {
        int day = (int) (Duration.ofDays(1).toMillis() / step.toMillis());
        double[] values = kind.values(new Random(77_000L + trial), 45 * day, step);
        int[] starts = {15 * day, 25 * day, 35 * day};
        for (int i = 0; i < values.length; i++) {
            double slide = Math.max(0, Math.min(1, (i - starts[2]) / (2.0 * day)));
            boolean dayLong = i >= starts[1] && i < starts[1] + day;
            values[i] -= 2 * ((i >= starts[0] ? 1 : 0) + (dayLong ? 1 : 0) + slide);
        }
        DriftRules rules = DriftRules.DEFAULT.watching(step, List.of(WatchedSeries.METRIC));
        boolean[] found = new boolean[starts.length];
        int[] counts = new int[3];
        for (Told told : WatchedSeries.watch(rules, values)) {
            if (told.signal().phase() == DriftPhase.DRIFTED) {
                int at = -1;
                for (int i = 0; i < starts.length; i++) {
                    // The end of the day's fall is a change too.
                    at = told.step() >= starts[i] && told.step() < starts[i] + 4 * day ? i : at;
                }
                counts[at < 0 ? 1 : 0]++;
                if (at >= 0) {
                    found[at] = true;
                }
            }
        }
        for (boolean one : found) {
            counts[2] += one ? 1 : 0;
        }
        return counts;
    }

    public void runLengths() {
        say("%nAverage run lengths of plain charts with known mean and deviation, %d runs", RUNS);
        say("%-26s %12s %12s %12s", "chart", "in control", "1 sigma", "2 sigma");
        runLengths("cusum k 0.5 h 5", new TabularCusum(0, 0.5, 5));
        runLengths("ewma lambda 0.2 L 3", EwmaChart.of(0, 0.2, 1, 3));
        runLengths("shewhart 3 sigma", new ShewhartChart(0, 3));
    }

    private <S> void runLengths(String name, Detector<S> detector) {
        say("%-26s %12.0f %12.1f %12.1f", name, runLength(detector, 0), runLength(detector, 1), runLength(detector, 2));
    }

    private <S> double runLength(Detector<S> detector, double shift) {
        return IntStream.range(0, RUNS)
                .parallel()
                .map(run -> {
                    Random random = new Random(run);
                    S state = detector.start();
                    int steps = 0;
                    do {
                        state = detector.next(state, at(steps, shift + random.nextGaussian()));
                        steps++;
                    } while (steps < LONGEST_RUN && detector.signal(state).isEmpty());
                    return steps;
                })
                .average()
                .orElse(0);
    }

    private Step at(int index, double value) {
        Instant from = Instant.EPOCH.plus(step.multipliedBy(index));
        return new Step(from, from.plus(step), from.plus(step), value, 1, 0);
    }

    /** Real streams, counted only: where their labels lie is not part of a copy of the series. */
    public void numenta(Path data) throws IOException {
        try (Stream<Path> files = Files.walk(data, 4)) {
            for (Path file : files.filter(DriftBench::isNumenta).sorted().toList()) {
                double[] values = Files.readAllLines(file).stream()
                        .skip(1)
                        .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(',') + 1)))
                        .toArray();
                Duration length = file.toString().contains("nyc_taxi") ? Duration.ofMinutes(30) : Duration.ofMinutes(5);
                DriftRules rules = DriftRules.DEFAULT.watching(length, List.of(WatchedSeries.METRIC));
                long drifts = WatchedSeries.watch(rules, values).stream()
                        .filter(told -> told.signal().phase() == DriftPhase.DRIFTED)
                        .count();
                say("%-40s %8d steps %6d drifts", file.getFileName(), values.length, drifts);
            }
        }
    }

    private static boolean isNumenta(Path file) {
        String name = file.toString();
        return name.endsWith(".csv") && (name.contains("realTweets") || name.endsWith("nyc_taxi.csv"));
    }

    private void say(String line, Object... values) {
        out.accept(String.format(Locale.ROOT, line, values));
    }
}
