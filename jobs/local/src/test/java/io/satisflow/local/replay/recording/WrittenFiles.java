package io.satisflow.local.replay.recording;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.satisflow.channel.ChannelMapping;
import io.satisflow.channel.ChannelMappingFile;
import io.satisflow.channel.record.FileFormat;
import io.satisflow.config.ConfigFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Files of a test, and the rows that are read from them. */
final class WrittenFiles {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private final Path folder;

    WrittenFiles(Path folder) {
        this.folder = folder;
    }

    private static ChannelMapping mapping() {
        return ChannelMappingFile.read(
                ConfigFile.parse("t.yaml", "channel: t\nkind: survey\nid: /id\noccurred_at: /at\ntext: /note\n"));
    }

    static List<RecordedRow> rows(Path file, FileFormat format) {
        List<RecordedRow> rows = new ArrayList<>();
        try {
            Recording.of(file, Optional.of(mapping()), format).forEach(rows::add);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return rows;
    }

    static JsonNode json(RecordedRow row) {
        try {
            return MAPPER.readTree(row.payload());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Path write(String name, byte[] content) {
        try {
            return Files.write(folder.resolve(name), content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Path write(String name, String content) {
        return write(name, content.getBytes(StandardCharsets.UTF_8));
    }
}
