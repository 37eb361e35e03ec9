package io.satisflow.drift.detector;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Stream;

/**
 * How fast promises use up what may be missed. A burn rate of 1 misses just as much as the objective allows. It is a signal
 * when a long and a short window both burn at a pair's rate: the long one says that it matters, the short one that it still
 * goes on. Beyer and others, The Site Reliability Workbook, 2018, chapter 5.
 *
 * @param whole what counts as all: 1, or 100 for per cent
 * @param objective share of promises to be kept, below the whole
 */
public record BurnRate(double whole, double objective) implements Detector<BurnRate.State> {
    private static final List<Pair> PAIRS = List.of(
            new Pair(14.4, Duration.ofHours(1), Duration.ofMinutes(5)),
            new Pair(6, Duration.ofHours(6), Duration.ofMinutes(30)),
            new Pair(1, Duration.ofDays(3), Duration.ofHours(6)));

    private static final Duration LONGEST = Duration.ofDays(3);

    public BurnRate {
        if (!(objective > 0 && objective < whole)) {
            throw new IllegalArgumentException(
                    "Expected an objective above 0 and below %s, but was %s".formatted(whole, objective));
        }
    }

    private record Pair(double rate, Duration longWindow, Duration shortWindow) {}

    /** @param missed of n promises that ended in the step */
    public record Missed(Instant to, double missed, long n) {}

    /** @param steps of the longest window, oldest first */
    public record State(List<Missed> steps) {
        public State {
            steps = steps == null ? List.of() : List.copyOf(steps);
        }
    }

    @Override
    public State start() {
        return new State(List.of());
    }

    @Override
    public State next(State state, Step step) {
        Missed missed = new Missed(step.to(), step.n() * (1 - step.value() / whole), step.n());
        Instant oldest = step.to().minus(LONGEST);
        return new State(Stream.concat(
                        state.steps.stream().filter(kept -> kept.to().isAfter(oldest)), Stream.of(missed))
                .toList());
    }

    /** The highest burn rate that a pair of windows shares, as a multiple of the pair's own rate: 1 and more is a signal. */
    @Override
    public OptionalDouble statistic(State state) {
        return PAIRS.stream()
                .mapToDouble(
                        pair -> Math.min(rate(state, pair.longWindow()), rate(state, pair.shortWindow())) / pair.rate())
                .max();
    }

    @Override
    public Optional<Direction> signal(State state) {
        return statistic(state).orElse(0) >= 1 ? Optional.of(Direction.DOWN) : Optional.empty();
    }

    /** Of a window that is shorter than a step, the last step. */
    private double rate(State state, Duration window) {
        if (state.steps.isEmpty()) {
            return 0;
        }
        Instant last = state.steps.get(state.steps.size() - 1).to();
        List<Missed> inside = state.steps.stream()
                .filter(step -> step.to().isAfter(last.minus(window)))
                .toList();
        double n = inside.stream().mapToLong(Missed::n).sum();
        double missed = inside.stream().mapToDouble(Missed::missed).sum();
        return n == 0 ? 0 : missed / n / (1 - objective / whole);
    }
}
