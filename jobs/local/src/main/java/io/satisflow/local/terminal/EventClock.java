package io.satisflow.local.terminal;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/** Up to when everything is there, by the marks in the topics, and how fast that moves. */
public final class EventClock {
    private static final long MEASURED_OVER_NANOS = 20_000_000_000L;
    /** Jobs commit once a second, so that marks come in jumps of about as much. */
    private static final double AHEAD_AT_MOST_MILLIS = 1500;
    /** Of life, that in silence is told every ten seconds. */
    private static final double ALONE_AT_MOST_MILLIS = 12_000;
    /** What of the distance to the marks is made up for at each look. */
    private static final double PULL = 0.1;

    private final Map<String, Long> marks = new HashMap<>();
    private final Deque<Sample> samples = new ArrayDeque<>();
    private int expected = 1;
    private Instant measuredFrom = Instant.MIN;
    private double shownMillis = Double.NEGATIVE_INFINITY;
    private long shownNanos;
    private long heardMillis = Long.MIN_VALUE;
    private long heardNanos;

    private record Sample(long nanos, long millis) {}

    /** @param places that marks are expected from */
    void expect(int places) {
        expected = places;
    }

    /** What came before was read faster than it will go on. */
    void measureFrom(Instant start) {
        measuredFrom = start;
    }

    public void heard(String place, long time) {
        marks.put(place, time);
    }

    /** Empty before the first marks of every place. */
    Optional<Instant> now() {
        return marks.size() < expected
                ? Optional.empty()
                : marks.values().stream().min(Long::compare).map(Instant::ofEpochMilli);
    }

    /**
     * Looks where time stands.
     *
     * @param nanos of the wall, from any origin
     */
    public void sample(long nanos) {
        now().ifPresent(now -> {
            move(now.toEpochMilli(), nanos);
            if (now.isBefore(measuredFrom)) {
                return;
            }
            samples.addLast(new Sample(nanos, now.toEpochMilli()));
            while (samples.getFirst().nanos() < nanos - MEASURED_OVER_NANOS) {
                samples.removeFirst();
            }
        });
    }

    /** The time to be shown: it goes at the speed that the marks have, evenly, never back, and soon stands when they do. */
    Optional<Instant> shown() {
        return now().map(now -> Double.isInfinite(shownMillis) ? now : Instant.ofEpochMilli((long) shownMillis));
    }

    /** Whether the time that is shown, which lags behind the marks where they jump, will be there in a moment. */
    boolean isToCome(Instant at) {
        boolean stands = shownNanos - heardNanos > ALONE_AT_MOST_MILLIS * 1e6;
        return !stands
                && shown().filter(at::isAfter)
                        .filter(shown -> Duration.between(shown, at).toMillis() <= behindAtMost(speed().orElse(0)))
                        .isPresent();
    }

    private static double behindAtMost(double speed) {
        return 10 * Math.max(1, speed) * AHEAD_AT_MOST_MILLIS;
    }

    private void move(long now, long nanos) {
        double speed = speed().orElse(0);
        if (now != heardMillis) {
            heardMillis = now;
            heardNanos = nanos;
        }
        if (speed > 0.4 && speed < 2) {
            double alone = Math.min((nanos - heardNanos) / 1e6, ALONE_AT_MOST_MILLIS);
            shownMillis = Math.max(shownMillis, now + alone);
            shownNanos = nanos;
            return;
        }
        double gone = shownMillis + speed * (nanos - shownNanos) / 1e6;
        double pulled = gone + PULL * (now - gone);
        boolean isFarBehind = now - gone > behindAtMost(speed);
        shownMillis = speed == 0 || isFarBehind
                ? Math.max(shownMillis, now)
                : Math.max(shownMillis, Math.min(pulled, now + speed * AHEAD_AT_MOST_MILLIS));
        shownNanos = nanos;
    }

    /** How many times faster than life; empty until that can be told. */
    public OptionalDouble speed() {
        if (samples.size() < 2) {
            return OptionalDouble.empty();
        }
        Sample first = samples.getFirst();
        Sample last = samples.getLast();
        double wallMillis = (last.nanos() - first.nanos()) / 1e6;
        return wallMillis < 1000
                ? OptionalDouble.empty()
                : OptionalDouble.of((last.millis() - first.millis()) / wallMillis);
    }
}
