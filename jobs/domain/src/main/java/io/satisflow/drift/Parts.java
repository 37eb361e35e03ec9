package io.satisflow.drift;

import io.satisflow.drift.detector.Level;
import io.satisflow.segment.Segment;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiFunction;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/**
 * The parts of a segment, by every dimension that it is divided by, and what each adds to a change.
 *
 * <p>A mean is the sum over its parts of share times mean. So part v contributes share1 (mean1 - before) - share0 (mean0 -
 * before), where before is the whole's mean before: better answers in it, and more or fewer of them. Over all parts of a
 * dimension this adds up to the change.
 *
 * @param byName such as {@code channel=app}
 */
public record Parts(Map<String, PartLevels> byName) {
    static final Parts NONE = new Parts(Map.of());
    private static final int KEPT = 100;
    private static final int NAMED = 5;

    public Parts {
        byName = byName == null ? new TreeMap<>() : new TreeMap<>(byName);
    }

    Parts withBefore(Map<String, Reading> readings) {
        return with(readings, PartLevels::withBefore);
    }

    Parts withSince(Map<String, Reading> readings) {
        return with(readings, PartLevels::withSince);
    }

    /** As the parts stand when the change, if it is one, begins. */
    Parts withoutSince() {
        return each(PartLevels::withoutSince);
    }

    /** The largest contributions in the dimension that explains most, and the remainder; empty when nothing is known. */
    List<Driver> drivers(Level before, Level since) {
        double change = since.mean() - before.mean();
        List<Driver> best = List.of();
        for (List<Driver> drivers : byDimension(before, since).values()) {
            if (best.isEmpty() || explained(drivers, change) > explained(best, change)) {
                best = drivers;
            }
        }
        return best.isEmpty() ? List.of() : withRemainder(best, change);
    }

    private Map<String, List<Driver>> byDimension(Level before, Level since) {
        Map<String, List<Driver>> byDimension = new TreeMap<>();
        byName.forEach((name, levels) -> {
            String dimension = Segment.Part.dimensionOf(name);
            double contribution = offset(levels.since(), since, before) - offset(levels.before(), before, before);
            byDimension.computeIfAbsent(dimension, key -> new ArrayList<>()).add(new Driver(name, contribution));
        });
        return byDimension;
    }

    private static double offset(Level part, Level whole, Level before) {
        return part.isEmpty() || whole.isEmpty() ? 0 : (part.sum() - part.n() * before.mean()) / whole.n();
    }

    /** The largest part that moved with the whole. */
    private static double explained(List<Driver> drivers, double change) {
        return drivers.stream()
                .mapToDouble(driver -> driver.contribution() * Math.signum(change))
                .max()
                .orElse(0);
    }

    private static List<Driver> withRemainder(List<Driver> drivers, double change) {
        Comparator<Driver> largestFirst =
                Comparator.comparingDouble(driver -> -Math.signum(change) * driver.contribution());
        List<Driver> named = drivers.stream()
                .sorted(largestFirst.thenComparing(Driver::name))
                .limit(NAMED)
                .collect(Collectors.toCollection(ArrayList::new));
        double rest = change - named.stream().mapToDouble(Driver::contribution).sum();
        if (Math.abs(rest) > 1e-9) {
            named.add(new Driver(Driver.OTHER, rest));
        }
        return List.copyOf(named);
    }

    /** Parts beyond those that can be kept are not told apart: they end in the remainder. */
    private Parts with(Map<String, Reading> readings, BiFunction<PartLevels, Reading, PartLevels> change) {
        Map<String, PartLevels> next = new TreeMap<>(byName);
        new TreeMap<>(readings).forEach((name, reading) -> {
            if (next.containsKey(name) || next.size() < KEPT) {
                next.put(name, change.apply(next.getOrDefault(name, PartLevels.NONE), reading));
            }
        });
        return new Parts(next);
    }

    private Parts each(UnaryOperator<PartLevels> change) {
        Map<String, PartLevels> next = new TreeMap<>(byName);
        next.replaceAll((name, levels) -> change.apply(levels));
        return new Parts(next);
    }
}
