package io.satisflow.local.cli.run;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.slf4j.LoggerFactory;

/** A folder that a command makes, and takes away again when nothing has come of it. */
final class MadeFolder {
    private final Path folder;
    private final boolean isNew;

    private MadeFolder(Path folder, boolean isNew) {
        this.folder = folder;
        this.isNew = isNew;
    }

    /** To be asked before the command begins. */
    static MadeFolder at(Path folder) {
        return new MadeFolder(folder, !Files.exists(folder));
    }

    /** Whatever was there before the command stays. */
    void deleteIfNew() {
        if (isNew) {
            delete(folder);
        }
    }

    /** @return whether it is gone */
    static boolean delete(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            files.sorted((one, other) -> other.compareTo(one))
                    .forEach(file -> file.toFile().delete());
        } catch (IOException | UncheckedIOException e) {
            LoggerFactory.getLogger(MadeFolder.class).warn("{} could not be walked through", folder, e);
        }
        return !Files.exists(folder);
    }
}
