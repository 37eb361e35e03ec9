package io.satisflow.local.cli.run;

import io.satisflow.local.cli.option.UsageException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A copy of a mapping with another zone, kept beside what the replay writes. */
final class ZonedMapping {
    private static final Pattern ZONE = Pattern.compile("(?m)^zone:.*$");
    private static final String FILE = ".mapping.yaml";

    private ZonedMapping() {}

    static Path write(Path mapping, ZoneId zone, Path directory) {
        try {
            String text = Files.readString(mapping);
            String line = "zone: \"%s\"".formatted(zone.getId());
            Matcher declared = ZONE.matcher(text);
            String zoned = declared.find()
                    ? declared.replaceFirst(Matcher.quoteReplacement(line))
                    : text.stripTrailing() + "\n" + line + "\n";
            Files.createDirectories(directory);
            return Files.writeString(directory.resolve(FILE), zoned);
        } catch (IOException e) {
            throw new UsageException("--dir %s: cannot be written: %s".formatted(directory, e.getMessage()));
        }
    }
}
