package io.satisflow.local.cli.option;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;

/** Instants as they are written on the command line. */
public final class InstantText {
    private InstantText() {}

    /** @throws UsageException when it is not ISO-8601 with a zone */
    public static Instant parse(String option, String text) {
        try {
            return text.contains("[")
                    ? ZonedDateTime.parse(text).toInstant()
                    : OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeException e) {
            throw new UsageException(
                    "%s %s: write a time with its zone, such as 2026-03-27T16:30:00Z, 2026-03-27T16:30+01:00 or 2026-03-27T16:30+01:00[Europe/Berlin]"
                            .formatted(option, text));
        }
    }
}
