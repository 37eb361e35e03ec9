package io.satisflow.drift.detector;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/**
 * ADWIN: a window that grows while its values look alike and drops its older part when the two parts differ by more than
 * chance allows. Bifet and Gavalda, Learning from time-changing data with adaptive windowing, 2007: the bound of section 4
 * with the window's variance, on an exponential histogram. The bound is made for values that span 1.
 *
 * @param delta how sure it is: 0.002 cuts by chance in 2 windows of 1000
 * @param minimum values before anything is cut
 */
public record Adwin(double delta, int minimum) implements Detector<Adwin.State> {
    /** Buckets of one size; one more, and the two oldest are merged. */
    private static final int SAME_SIZE = 5;

    /** Fewer values on one side of a cut say nothing. */
    private static final long FEWEST = 5;

    public Adwin {
        if (!(delta > 0 && delta < 1)) {
            throw new IllegalArgumentException("Expected delta between 0 and 1, but was " + delta);
        }
    }

    /** @param squares sum of the squared distances from the mean */
    public record Bucket(long count, double mean, double squares) {
        static final Bucket EMPTY = new Bucket(0, 0, 0);

        Bucket with(Bucket other) {
            if (count == 0) {
                return other;
            }
            long both = count + other.count;
            double distance = other.mean - mean;
            return new Bucket(
                    both,
                    mean + distance * other.count / both,
                    squares + other.squares + distance * distance * count * other.count / both);
        }
    }

    /**
     * @param buckets oldest first, their sizes falling
     * @param cut which way the newer part differed, when the last value made a cut; else null
     */
    public record State(List<Bucket> buckets, @Nullable Direction cut) {
        Bucket window() {
            return buckets.stream().reduce(Bucket.EMPTY, Bucket::with);
        }
    }

    @Override
    public State start() {
        return new State(List.of(), null);
    }

    @Override
    public State next(State state, Step step) {
        List<Bucket> buckets = new ArrayList<>(state.buckets);
        buckets.add(new Bucket(1, step.value(), 0));
        compress(buckets);
        Direction direction = null;
        Optional<Direction> cut = cut(buckets);
        while (cut.isPresent()) {
            direction = direction == null ? cut.get() : direction;
            buckets.remove(0);
            cut = cut(buckets);
        }
        return new State(List.copyOf(buckets), direction);
    }

    private static void compress(List<Bucket> buckets) {
        long size = 1;
        int end = buckets.size();
        while (end > SAME_SIZE) {
            int first = end;
            while (first > 0 && buckets.get(first - 1).count == size) {
                first--;
            }
            if (end - first <= SAME_SIZE) {
                return;
            }
            buckets.set(first, buckets.get(first).with(buckets.remove(first + 1)));
            size *= 2;
            end = first + 1;
        }
    }

    /** Which way the newer part differs, at any of the places where the window may be cut. */
    private Optional<Direction> cut(List<Bucket> buckets) {
        Bucket window = new State(buckets, null).window();
        if (window.count < minimum) {
            return Optional.empty();
        }
        double variance = window.squares / window.count;
        double sureness = Math.log(2 * Math.log(window.count) / delta);
        Bucket older = Bucket.EMPTY;
        for (Bucket bucket : buckets.subList(0, buckets.size() - 1)) {
            older = older.with(bucket);
            long newer = window.count - older.count;
            if (older.count < FEWEST || newer < FEWEST) {
                continue;
            }
            double newerMean = (window.mean * window.count - older.mean * older.count) / newer;
            double inverse = 1.0 / older.count + 1.0 / newer;
            double bound = Math.sqrt(2 * inverse * variance * sureness) + 2.0 / 3 * inverse * sureness;
            if (Math.abs(newerMean - older.mean) > bound) {
                return Optional.of(Direction.of(newerMean - older.mean));
            }
        }
        return Optional.empty();
    }

    /** The mean of the window, after any cut. */
    @Override
    public OptionalDouble statistic(State state) {
        return OptionalDouble.of(state.window().mean);
    }

    @Override
    public Optional<Direction> signal(State state) {
        return Optional.ofNullable(state.cut);
    }
}
