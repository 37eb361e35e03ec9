package io.satisflow.local.cli.option;

import io.satisflow.config.DurationText;
import java.time.Duration;

/** Lengths of time as they are written on the command line. */
public final class LengthText {
    private LengthText() {}

    /** @throws UsageException when it is none */
    public static Duration parse(String option, String text) {
        try {
            return DurationText.parse(text);
        } catch (IllegalArgumentException e) {
            throw new UsageException("%s %s: %s".formatted(option, text, e.getMessage()));
        }
    }
}
