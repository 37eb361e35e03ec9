package io.satisflow.local.cli.option;

import java.time.DateTimeException;
import java.time.ZoneId;

/** Time zones as they are written on the command line. */
public final class ZoneText {
    private ZoneText() {}

    /** @throws UsageException when there is no such zone */
    public static ZoneId parse(String option, String text) {
        try {
            return ZoneId.of(text);
        } catch (DateTimeException e) {
            throw new UsageException(
                    "%s %s: unknown time zone; write a name of the IANA list, such as Europe/Berlin, Asia/Shanghai or UTC"
                            .formatted(option, text));
        }
    }
}
