package io.satisflow.local.cli.option;

import io.satisflow.channel.FileFormatFile;
import io.satisflow.channel.record.FileFormat;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** What is said of one file, over what its mapping says of all. */
public final class FileOptions {

    @Option(
            names = "--zone",
            paramLabel = "ZONE",
            description = "of times in this file that tell none, such as Asia/Shanghai; over zone: of the mapping")
    private @Nullable String zone;

    @Option(
            names = "--encoding",
            paramLabel = "NAME",
            description = "of this file, such as GB18030 or windows-1252 (default: its byte order mark, else UTF-8)")
    private @Nullable String encoding;

    @Option(
            names = "--delimiter",
            paramLabel = "SIGN",
            description = "between the cells of this file, such as ; or tab (default: the one its rows show)")
    private @Nullable String delimiter;

    public Optional<ZoneId> zone() {
        try {
            return Optional.ofNullable(zone).map(ZoneId::of);
        } catch (DateTimeException e) {
            throw new UsageException(
                    "--zone %s: unknown time zone; write a name of the IANA list, such as Europe/Berlin, Asia/Shanghai or UTC"
                            .formatted(zone));
        }
    }

    public FileFormat over(FileFormat ofMapping) {
        try {
            return ofMapping.with(
                    Optional.ofNullable(encoding).map(FileFormatFile::encoding),
                    Optional.ofNullable(delimiter).map(FileFormatFile::delimiter));
        } catch (IllegalArgumentException e) {
            throw new UsageException("--encoding, --delimiter: " + e.getMessage());
        }
    }
}
