package io.satisflow.local.sample;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The made-up weeks in a folder, with settings that measure all of it. */
public final class SampleFolder {
    private static final List<String> FILES = List.of("satisflow.yaml", "channels/desk.yaml", "policies.yaml");

    private SampleFolder() {}

    /** @return how many records it holds */
    public static int write(Path folder, int weeks) throws IOException {
        // Beside the settings, where --channel looks for a mapping.
        Files.createDirectories(folder.resolve("channels"));
        for (String file : FILES) {
            try (InputStream text = SampleFolder.class.getResourceAsStream(file)) {
                if (text == null) {
                    throw new IllegalStateException("%s is missing from this build".formatted(file));
                }
                Files.write(folder.resolve(file), text.readAllBytes());
            }
        }
        List<DeskRecord> records = HelpDeskWeeks.of(weeks);
        try (BufferedWriter lines = Files.newBufferedWriter(folder.resolve("desk.jsonl"))) {
            for (int i = 0; i < records.size(); i++) {
                lines.write(records.get(i).line(i + 1));
                lines.newLine();
            }
        }
        return records.size();
    }
}
