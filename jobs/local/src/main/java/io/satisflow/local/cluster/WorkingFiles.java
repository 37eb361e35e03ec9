package io.satisflow.local.cluster;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Map;
import java.util.stream.Stream;

/** Where the cluster works: RocksDB's files and the like, of use to this process alone. Those of earlier ones are deleted. */
final class WorkingFiles {
    private final Path folder;

    private WorkingFiles(Path folder) {
        this.folder = folder;
    }

    static WorkingFiles in(Path folder) {
        WorkingFiles files = new WorkingFiles(folder.toAbsolutePath());
        files.delete();
        return files;
    }

    /** Flink takes a list of folders, so one whose name has a separator in it cannot be told. */
    Map<String, String> settings() {
        String name = folder.toString();
        boolean cannotBeTold = name.contains(",") || name.contains(File.pathSeparator);
        return cannotBeTold ? Map.of() : Map.of("io.tmp.dirs", name);
    }

    void delete() {
        if (!Files.isDirectory(folder)) {
            return;
        }
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("The working files of an earlier run cannot be deleted: " + folder, e);
        }
    }
}
