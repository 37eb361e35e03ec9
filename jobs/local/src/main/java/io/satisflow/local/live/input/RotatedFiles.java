package io.satisflow.local.live.input;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** What log rotation has made of a file: {@code feed.jsonl.1}, {@code feed.jsonl-20260302} beside {@code feed.jsonl}. */
final class RotatedFiles {
    private static final List<String> COMPRESSED = List.of(".gz", ".bz2", ".xz", ".zst");

    private RotatedFiles() {}

    /** Oldest first; those that are compressed are left out. */
    static List<Path> of(Path path) throws IOException {
        Path folder = path.getParent();
        if (folder == null || !Files.isDirectory(folder)) {
            return List.of();
        }
        Map<Path, FileTime> written = new TreeMap<>();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.filter(each -> isRotated(each, path)).toList()) {
                written.put(file, Files.getLastModifiedTime(file));
            }
        }
        return written.entrySet().stream()
                .sorted(Comparator.comparing(Map.Entry::getValue))
                .map(Map.Entry::getKey)
                .toList();
    }

    private static boolean isRotated(Path file, Path path) {
        String name = String.valueOf(file.getFileName());
        return name.length() > String.valueOf(path.getFileName()).length()
                && name.startsWith(String.valueOf(path.getFileName()))
                && COMPRESSED.stream().noneMatch(name::endsWith)
                && Files.isRegularFile(file);
    }
}
