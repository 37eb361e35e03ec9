package io.satisflow.drift;

import io.satisflow.drift.detector.Level;
import org.jspecify.annotations.Nullable;

/** Where one part of a segment stood, before and since. */
public record PartLevels(Level before, Level since) {
    static final PartLevels NONE = new PartLevels(Level.NONE, Level.NONE);

    public PartLevels {
        before = before == null ? Level.NONE : before;
        since = since == null ? Level.NONE : since;
    }

    PartLevels withBefore(Reading reading) {
        return new PartLevels(add(before, reading), since);
    }

    PartLevels withSince(Reading reading) {
        return new PartLevels(before, add(since, reading));
    }

    PartLevels withoutSince() {
        return new PartLevels(before, Level.NONE);
    }

    private static Level add(Level level, Reading reading) {
        @Nullable Double value = reading.value();
        return value == null ? level : level.with(value, reading.n(), reading.standardError());
    }
}
