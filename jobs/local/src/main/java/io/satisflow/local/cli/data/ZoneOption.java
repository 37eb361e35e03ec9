package io.satisflow.local.cli.data;

import io.satisflow.local.cli.option.UsageException;
import java.time.DateTimeException;
import java.time.ZoneId;
import picocli.CommandLine.Option;

/** {@code --zone}: by whose days results are sorted. */
final class ZoneOption {
    @Option(
            names = "--zone",
            defaultValue = "UTC",
            paramLabel = "ZONE",
            description = "where days begin and in which times are shown, such as Asia/Shanghai (default: UTC)")
    private String zone;

    /** @throws UsageException when there is no such zone */
    ZoneId zone() {
        try {
            return ZoneId.of(zone);
        } catch (DateTimeException e) {
            throw new UsageException(
                    "--zone %s: no such time zone; expected one such as Europe/Berlin".formatted(zone));
        }
    }
}
