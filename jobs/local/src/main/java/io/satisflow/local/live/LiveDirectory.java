package io.satisflow.local.live;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.satisflow.local.engine.DirectoryLock;
import io.satisflow.local.live.input.LiveException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * The directory of a live run, held by one process at a time. It remembers the prefix of the topics: under another one
 * the jobs would begin anew beside what they have computed.
 */
final class LiveDirectory implements AutoCloseable {
    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final String REMEMBERED = "live.json";
    private static final String OF_A_REPLAY = "replay.json";
    private static final String PREFIX = "prefix";

    private final Path directory;
    private final DirectoryLock lock;

    private LiveDirectory(Path directory, DirectoryLock lock) {
        this.directory = directory;
        this.lock = lock;
    }

    /** @throws LiveException when it cannot be used, with the remedy */
    static LiveDirectory open(Path directory, String prefix) {
        try {
            Files.createDirectories(directory);
            DirectoryLock lock = DirectoryLock.take(directory)
                    .orElseThrow(
                            () -> refusal(directory, "is in use by another Satisflow; stop that first, or choose"));
            LiveDirectory opened = new LiveDirectory(directory, lock);
            opened.remember(prefix);
            return opened;
        } catch (IOException e) {
            throw new LiveException(
                    "The directory %s cannot be written: %s (%s); choose another one with --dir"
                            .formatted(directory, e.getMessage(), e.getClass().getSimpleName()),
                    e);
        }
    }

    /** Whether an earlier process ran its jobs here. */
    boolean isTakenUp() {
        return Files.isDirectory(directory.resolve("checkpoints"));
    }

    /** What is not any more as the last run here had it, in sentences. */
    List<String> changesTo(NamedSettings now) throws IOException {
        return NamedSettings.rememberedIn(directory)
                .map(before -> new SettingsChanges(before, now).inSentences())
                .orElse(List.of());
    }

    void remember(NamedSettings now, RecordedSettings startedWith) throws IOException {
        now.rememberIn(directory);
        startedWith.rememberIn(directory);
    }

    private void remember(String prefix) throws IOException {
        Path file = directory.resolve(REMEMBERED);
        if (Files.exists(file)) {
            JsonNode earlier = MAPPER.readTree(file.toFile()).path(PREFIX);
            if (!earlier.asText().equals(prefix)) {
                throw refusal(
                        directory,
                        "was begun with topics.prefix %s, not %s; set it back, or choose"
                                .formatted(earlier.asText(), prefix));
            }
            return;
        }
        refuseWhatIsNotOurs();
        Path part = directory.resolve("." + REMEMBERED);
        MAPPER.writeValue(part.toFile(), MAPPER.createObjectNode().put(PREFIX, prefix));
        Files.move(part, file);
    }

    private void refuseWhatIsNotOurs() throws IOException {
        if (Files.exists(directory.resolve(OF_A_REPLAY))) {
            throw refusal(directory, "holds a replay; choose");
        }
        try (Stream<Path> entries = Files.list(directory)) {
            if (!entries.map(entry -> entry.getFileName().toString()).allMatch(LiveDirectory::isOfNoConsequence)) {
                throw refusal(directory, "holds other files and no live run; choose");
            }
        }
    }

    /** Locks, unfinished files, and the log, which is opened before the directory is. */
    private static boolean isOfNoConsequence(String name) {
        return name.startsWith(".") || name.endsWith(".log");
    }

    private static LiveException refusal(Path directory, String what) {
        return new LiveException("The directory %s %s another one with --dir".formatted(directory, what));
    }

    @Override
    public void close() throws IOException {
        lock.close();
    }
}
