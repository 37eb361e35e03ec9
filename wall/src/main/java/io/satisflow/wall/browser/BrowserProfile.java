package io.satisflow.wall.browser;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** The folder that a browser works in, which goes when it goes. */
record BrowserProfile(Path folder) {
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final Duration LOOK_EACH = Duration.ofMillis(50);

    static BrowserProfile create() throws IOException {
        return new BrowserProfile(Files.createTempDirectory("satisflow-chromium-"));
    }

    /** Ends the browser with all its processes: one that is left writes into the folder while it is deleted. */
    void end(Process process) {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
        try {
            process.waitFor(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        delete();
    }

    /** What comes up while it is being deleted is deleted the next time round. */
    void delete() {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        deleteOnce();
        while (Files.exists(folder) && System.nanoTime() < deadline) {
            try {
                Thread.sleep(LOOK_EACH.toMillis());
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
            deleteOnce();
        }
    }

    private void deleteOnce() {
        try (Stream<Path> files = Files.walk(folder)) {
            files.sorted((one, other) -> other.compareTo(one))
                    .forEach(file -> file.toFile().delete());
        } catch (IOException | UncheckedIOException e) {
            // Somebody else has deleted what was to be walked through.
        }
    }
}
