package io.satisflow.local.cli.option;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** {@code --dir}, by what the directory is for. */
public final class DirectoryOption {
    private static final String NAME = "--dir";
    private static final String LABEL = "DIR";

    private DirectoryOption() {}

    /** One that nothing is in yet. */
    public static final class Fresh {
        @Option(names = NAME, required = true, paramLabel = LABEL, description = "for all that is kept; a fresh one")
        private Path directory;

        /** @throws UsageException when there is something in it */
        public Path path() throws IOException {
            return requireFresh(directory);
        }
    }

    /** One that may be gone on with. */
    public static final class Kept {
        @Option(
                names = NAME,
                required = true,
                paramLabel = LABEL,
                description = "for all that is kept; a fresh one, or that of a run to go on with")
        private Path directory;

        /** @throws UsageException when it is a file */
        public Path path() {
            if (Files.exists(directory) && !Files.isDirectory(directory)) {
                throw new UsageException("%s %s: this is a file, not a directory".formatted(NAME, directory));
            }
            return directory;
        }
    }

    /** One that holds what there is to be read. */
    public static final class Written {
        @Option(names = NAME, required = true, paramLabel = LABEL, description = "of a finished replay, or of a run")
        private Path directory;

        public Path path() {
            return directory;
        }
    }

    /** One that need not be named. */
    public static final class Temporary {
        @Option(
                names = NAME,
                paramLabel = LABEL,
                description = "for all that is kept; a fresh one (default: a temporary one)")
        private @Nullable Path directory;

        public boolean isNamed() {
            return directory != null;
        }

        /** Empty for a temporary one. */
        public Optional<Path> named() {
            return Optional.ofNullable(directory);
        }

        /** @throws UsageException when there is something in it */
        public Path create() throws IOException {
            return directory == null
                    ? Files.createTempDirectory("satisflow-")
                    : Files.createDirectories(requireFresh(directory)).toAbsolutePath();
        }
    }

    /** That of an engine that is running. */
    public static final class Running {
        @Option(
                names = NAME,
                paramLabel = LABEL,
                description = "of a `run` that is going on (default: the brokers of kafka.properties in the settings)")
        private @Nullable Path directory;

        public Optional<Path> path() {
            return Optional.ofNullable(directory);
        }
    }

    private static Path requireFresh(Path directory) throws IOException {
        if (Files.exists(directory) && !isEmptyFolder(directory)) {
            throw new UsageException(
                    "%s %s: not an empty folder; name a fresh one, or delete it".formatted(NAME, directory));
        }
        return directory;
    }

    private static boolean isEmptyFolder(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return false;
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.findAny().isEmpty();
        }
    }
}
