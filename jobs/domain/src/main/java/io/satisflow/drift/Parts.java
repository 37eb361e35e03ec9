package io.satisflow.drift;

import io.satisflow.drift.detector.Level;
import io.satisflow.drift.signal.Driver;
import io.satisflow.segment.Segment;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Divides a change among the parts of a segment, by every dimension that it is divided by.
 *
 * <p>A mean is the sum over its parts of share times mean. Against the whole's mean before, B, part v contributes share1
 * (mean1 - B) - share0 (mean0 - B). That is (share1 - share0) (mean0 - B), its mix, and share1 (mean1 - mean0), its rate.
 * Over all parts of a dimension both together add up to the change.
 */
final class Parts {
    private static final int KEPT = 100;
    private static final int NAMED = 5;

    private Parts() {}

    /** Parts beyond those that can be kept are not told apart: they end in the remainder. */
    static Map<String, Level> with(Map<String, Level> levels, Map<String, Reading> readings) {
        if (readings.isEmpty()) {
            return levels;
        }
        Map<String, Level> next = new TreeMap<>(levels);
        new TreeMap<>(readings).forEach((name, reading) -> {
            Double value = reading.value();
            if (value != null && (next.containsKey(name) || next.size() < KEPT)) {
                next.merge(
                        name,
                        Level.NONE.with(value, reading.n(), reading.standardError()),
                        (known, added) -> known.with(value, reading.n(), reading.standardError()));
            }
        });
        return next;
    }

    /** What was known before a stretch of it began. */
    static Map<String, Level> without(Map<String, Level> levels, Map<String, Level> stretch) {
        Map<String, Level> before = new TreeMap<>(levels);
        stretch.forEach((name, level) -> before.computeIfPresent(name, (key, known) -> known.without(level)));
        before.values().removeIf(Level::isEmpty);
        return before;
    }

    /** @param before of the whole, without the stretch of the change */
    static List<Driver> drivers(Level before, Map<String, Level> partsBefore, Excursion change) {
        double moved = change.level().mean() - change.expected().mean();
        Map<String, List<Driver>> byDimension = new TreeMap<>();
        Stream.concat(partsBefore.keySet().stream(), change.parts().keySet().stream())
                .distinct()
                .sorted()
                .forEach(name -> {
                    Driver driver = driver(
                            name,
                            partsBefore.getOrDefault(name, Level.NONE),
                            change.parts().getOrDefault(name, Level.NONE),
                            before,
                            change.level());
                    byDimension
                            .computeIfAbsent(driver.dimension(), key -> new ArrayList<>())
                            .add(driver);
                });
        double rhythm = before.mean() - change.expected().mean();
        return byDimension.values().stream()
                .map(drivers -> largest(drivers, moved, rhythm))
                .sorted(Comparator.comparingDouble(drivers -> -explained(drivers, moved)))
                .flatMap(List::stream)
                .toList();
    }

    private static Driver driver(String name, Level part0, Level part1, Level whole0, Level whole1) {
        double share0 = whole0.isEmpty() ? 0 : (double) part0.n() / whole0.n();
        double share1 = whole1.isEmpty() ? 0 : (double) part1.n() / whole1.n();
        // A part that was not there before has no answers to compare: it is new in the mix.
        double mean0 = part0.isEmpty() ? part1.mean() : part0.mean();
        double rate = part1.isEmpty() ? 0 : share1 * (part1.mean() - mean0);
        return new Driver(Segment.Part.dimensionOf(name), name, (share1 - share0) * (mean0 - whole0.mean()), rate);
    }

    /** The largest part that moved with the whole. */
    private static double explained(List<Driver> drivers, double change) {
        return drivers.stream()
                .filter(driver -> driver.name().contains("="))
                .mapToDouble(driver -> driver.contribution() * Math.signum(change))
                .max()
                .orElse(0);
    }

    private static List<Driver> largest(List<Driver> drivers, double change, double rhythm) {
        String dimension = drivers.get(0).dimension();
        List<Driver> named = new ArrayList<>(drivers.stream()
                .sorted(Comparator.comparingDouble((Driver driver) -> -Math.signum(change) * driver.contribution())
                        .thenComparing(Driver::name))
                .limit(NAMED)
                .toList());
        if (Math.abs(rhythm) > 1e-9) {
            named.add(new Driver(dimension, Driver.RHYTHM, rhythm, 0));
        }
        double rest = change - named.stream().mapToDouble(Driver::contribution).sum();
        if (Math.abs(rest) > 1e-9) {
            List<Driver> left =
                    drivers.stream().filter(driver -> !named.contains(driver)).toList();
            double rate = left.stream().mapToDouble(Driver::rate).sum();
            named.add(new Driver(dimension, Driver.OTHER, rest - rate, rate));
        }
        return named;
    }
}
