package io.satisflow.local.replay.recording;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import java.util.zip.ZipInputStream;

/**
 * The one file in an archive, as tools pack their exports.
 *
 * @param name as it stands in the archive
 */
record ZippedFile(String name) {
    /** What makes a workbook of an archive. */
    private static final String WORKBOOK = "[Content_Types].xml";

    private static final List<String> ENDINGS = List.of(".csv", ".tsv", ".txt", ".json", ".jsonl", ".ndjson", ".xlsx");

    /**
     * @return empty when the file is no archive, or a workbook
     * @throws ReplayException when it holds several files, or none, that could be meant
     */
    static Optional<ZippedFile> in(Path path) throws IOException {
        if (!path.getFileName().toString().toLowerCase(Locale.ROOT).endsWith(".zip")) {
            return Optional.empty();
        }
        try (ZipFile archive = new ZipFile(path.toFile())) {
            if (archive.getEntry(WORKBOOK) != null) {
                return Optional.empty();
            }
            List<String> names = archive.stream()
                    .filter(entry -> !entry.isDirectory() && !entry.getName().startsWith("__MACOSX/"))
                    .map(ZipEntry::getName)
                    .filter(name -> ENDINGS.stream().anyMatch(name.toLowerCase(Locale.ROOT)::endsWith))
                    .toList();
            if (names.size() != 1) {
                throw new ReplayException("%s holds %s that can be read; unpack it and name the one that is meant"
                        .formatted(path, names.isEmpty() ? "no file" : "several files (%s)".formatted(names)));
            }
            if (names.get(0).toLowerCase(Locale.ROOT).endsWith(".xlsx")) {
                throw new ReplayException("%s holds a workbook; unpack it first".formatted(path));
            }
            return Optional.of(new ZippedFile(names.get(0)));
        } catch (ZipException e) {
            throw new ReplayException("%s is no archive that can be read: %s".formatted(path, e.getMessage()), e);
        }
    }

    /** Passes over what stands before it in the archive. */
    InputStream open(InputStream archive) {
        ZipInputStream in = new ZipInputStream(archive);
        try {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                if (entry.getName().equals(name)) {
                    return in;
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        throw new IllegalStateException("%s is gone from its archive".formatted(name));
    }
}
