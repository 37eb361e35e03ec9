package io.satisflow.local.cli.bench;

import io.satisflow.config.DurationText;
import io.satisflow.local.cli.option.UsageException;
import java.time.Duration;

/** The length of a step as people write it. */
final class BenchSteps {
    private BenchSteps() {}

    static Duration parse(String text) {
        try {
            return DurationText.parse(text);
        } catch (IllegalArgumentException e) {
            throw new UsageException("--step %s: %s".formatted(text, e.getMessage()));
        }
    }
}
