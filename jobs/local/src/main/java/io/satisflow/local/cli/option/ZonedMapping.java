package io.satisflow.local.cli.option;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A copy of a mapping with another zone, kept beside what the replay writes. */
public final class ZonedMapping {
    private static final Pattern ZONE = Pattern.compile("(?m)^zone:.*$");
    private static final String FILE = ".mapping.yaml";

    private ZonedMapping() {}

    /** What the mapping would say with this zone. */
    public static String text(Path mapping, ZoneId zone) throws IOException {
        String text = Files.readString(mapping);
        // UTC by itself is what drafts guess; this was said.
        String line = "zone: \"%s\"".formatted(zone.getId().equals("UTC") ? "Etc/UTC" : zone.getId());
        Matcher declared = ZONE.matcher(text);
        return declared.find()
                ? declared.replaceFirst(Matcher.quoteReplacement(line))
                : text.stripTrailing() + "\n" + line + "\n";
    }

    /** Writes it where the jobs can read it. */
    public static Path write(Path mapping, ZoneId zone, Path directory) {
        try {
            Files.createDirectories(directory);
            return Files.writeString(directory.resolve(FILE), text(mapping, zone));
        } catch (IOException e) {
            throw new UsageException("--dir %s: cannot be written: %s".formatted(directory, e.getMessage()));
        }
    }
}
