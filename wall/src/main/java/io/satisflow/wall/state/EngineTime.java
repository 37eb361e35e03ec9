package io.satisflow.wall.state;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The engine's own time, by the marks in its topics: how far it is, how fast it goes, and when it was last heard of. */
public final class EngineTime {
    private static final long MEASURED_OVER_MILLIS = 15_000;
    private static final double LIFE = 1;

    private final Map<String, Long> marks = new HashMap<>();
    private final Deque<Sample> samples = new ArrayDeque<>();
    private int places = 1;
    private @Nullable Instant heardAt;

    private record Sample(long wall, long engine) {}

    /** @param partitions that marks are expected from; before all have spoken there is no time */
    public void expect(int partitions) {
        places = Math.max(1, partitions);
    }

    /** @param wall when it was heard */
    public void heard(String place, long engineMillis, Instant wall) {
        marks.put(place, engineMillis);
        heardAt = wall;
        now().ifPresent(now -> sample(wall.toEpochMilli(), now.toEpochMilli()));
    }

    private void sample(long wall, long engine) {
        samples.addLast(new Sample(wall, engine));
        while (samples.getFirst().wall() < wall - MEASURED_OVER_MILLIS) {
            samples.removeFirst();
        }
    }

    /** Up to when everything is there; empty before the engine has said so. */
    public Optional<Instant> now() {
        return marks.size() < places
                ? Optional.empty()
                : marks.values().stream().min(Long::compare).map(Instant::ofEpochMilli);
    }

    /** How long the engine has said nothing; empty when it never did. */
    public Optional<Duration> silence(Instant wall) {
        return Optional.ofNullable(heardAt).map(heard -> Duration.between(heard, wall));
    }

    /** How many times faster than life its time passes; 1 until that can be told. */
    public double speed() {
        if (samples.size() < 2) {
            return LIFE;
        }
        double wall = samples.getLast().wall() - samples.getFirst().wall();
        double speed = (samples.getLast().engine() - samples.getFirst().engine()) / Math.max(wall, 1);
        // Live, marks come in lumps; what is near life is life.
        return wall < 2_000 || (speed > 0.5 && speed < 2) ? LIFE : speed;
    }
}
