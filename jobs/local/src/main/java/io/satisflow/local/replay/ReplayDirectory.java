package io.satisflow.local.replay;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.satisflow.local.engine.DirectoryLock;
import io.satisflow.local.replay.recording.ReplayException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.stream.Stream;

/**
 * The directory of one replay, held by one process at a time. It remembers what it replays, so that a run which was
 * cut off goes on, and another file does not get mixed into it.
 */
final class ReplayDirectory implements AutoCloseable {
    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final String REMEMBERED = "replay.json";

    private final Path directory;
    private final DirectoryLock lock;

    private ReplayDirectory(Path directory, DirectoryLock lock) {
        this.directory = directory;
        this.lock = lock;
    }

    /** @throws ReplayException when it cannot be used, with the remedy */
    static ReplayDirectory open(ReplayOptions options) {
        Path directory = options.directory();
        try {
            boolean fresh = isEmpty(directory);
            Files.createDirectories(directory);
            ReplayDirectory opened = new ReplayDirectory(directory, lock(directory));
            opened.remember(describe(options), fresh);
            return opened;
        } catch (IOException e) {
            throw new ReplayException(
                    "The directory %s cannot be written: %s; choose another one with --dir"
                            .formatted(directory, describe(e)),
                    e);
        }
    }

    /** Whether an earlier process began here; to be asked before {@link #open}. */
    static boolean isTakenUp(Path directory) {
        return Files.exists(directory.resolve(REMEMBERED));
    }

    /** Whether a summary was written here. */
    boolean isFinished() {
        return Files.exists(directory.resolve("summary.json"));
    }

    private static boolean isEmpty(Path directory) throws IOException {
        if (!Files.isDirectory(directory)) {
            return true;
        }
        try (Stream<Path> entries = Files.list(directory)) {
            return entries.map(entry -> entry.getFileName().toString())
                    .allMatch(name -> name.startsWith(".") || name.endsWith(".log"));
        }
    }

    private static DirectoryLock lock(Path directory) throws IOException {
        return DirectoryLock.take(directory)
                .orElseThrow(() -> new ReplayException(
                        "The directory %s is in use by another Satisflow; wait for it, or choose another one with --dir"
                                .formatted(directory)));
    }

    private void remember(ObjectNode replay, boolean fresh) throws IOException {
        Path file = directory.resolve(REMEMBERED);
        if (Files.exists(file)) {
            JsonNode earlier = MAPPER.readTree(file.toFile());
            if (!earlier.equals(replay)) {
                throw new ReplayException("The directory %s holds another replay (%s); choose a fresh one with --dir"
                        .formatted(directory, earlier));
            }
        } else if (Files.exists(directory.resolve("live.json"))) {
            throw new ReplayException(
                    "The directory %s holds a live run; choose a fresh one with --dir".formatted(directory));
        } else if (fresh) {
            Path part = directory.resolve("." + REMEMBERED);
            MAPPER.writeValue(part.toFile(), replay);
            Files.move(part, file);
        } else {
            throw new ReplayException("The directory %s holds other files and no replay; choose a fresh one with --dir"
                    .formatted(directory));
        }
    }

    private static ObjectNode describe(ReplayOptions options) throws IOException {
        ObjectNode replay = MAPPER.createObjectNode();
        replay.put("channel", String.valueOf(options.channel().getFileName()));
        replay.put("file", String.valueOf(options.file().getFileName()));
        replay.put("sha256", sha256(options.file()));
        options.until().ifPresent(until -> replay.put("until", until.toString()));
        options.brokers().ifPresent(brokers -> replay.put("brokers", brokers));
        return replay;
    }

    private static String sha256(Path file) throws IOException {
        MessageDigest digest;
        try {
            digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
        try (InputStream in = new DigestInputStream(Files.newInputStream(file), digest)) {
            in.transferTo(OutputStream.nullOutputStream());
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    /** The JDK's file errors have only the file for a message; their class says the rest. */
    private static String describe(IOException e) {
        return "%s (%s)".formatted(e.getMessage(), e.getClass().getSimpleName());
    }

    @Override
    public void close() throws IOException {
        lock.close();
    }
}
