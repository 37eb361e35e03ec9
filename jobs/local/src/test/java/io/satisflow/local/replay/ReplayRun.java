package io.satisflow.local.replay;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.satisflow.local.cli.CommandLineRun;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** What a replay left behind. */
public record ReplayRun(Path directory) {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    /** Replays in this process, and expects it to end well. */
    public static ReplayRun of(String channel, Path file, Path directory, String... more) {
        List<Object> arguments =
                new ArrayList<>(List.of("replay", "--channel", channel, "--file", file, "--dir", directory));
        arguments.addAll(List.of(more));
        CommandLineRun run = CommandLineRun.of(arguments.toArray());
        assertThat(run.exitCode()).as(run.err()).isZero();
        return new ReplayRun(directory);
    }

    public JsonNode summary() {
        return read(directory.resolve("summary.json"));
    }

    public List<JsonNode> topic(String name) {
        try {
            return Files.readAllLines(directory.resolve("topics").resolve(name + ".jsonl")).stream()
                    .map(ReplayRun::parse)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public String bytesOf(String topic) {
        try {
            return Files.readString(directory.resolve("topics").resolve(topic + ".jsonl"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static JsonNode read(Path file) {
        try {
            return MAPPER.readTree(file.toFile());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static JsonNode parse(String line) {
        try {
            return MAPPER.readTree(line);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
