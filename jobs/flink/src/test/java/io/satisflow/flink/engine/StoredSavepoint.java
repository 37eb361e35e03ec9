package io.satisflow.flink.engine;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

/** A savepoint in one small file. */
final class StoredSavepoint {
    private StoredSavepoint() {}

    static void pack(Path savepoint, Path file) throws IOException {
        Files.createDirectories(file.toAbsolutePath().getParent());
        try (Stream<Path> parts = Files.list(savepoint);
                ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
            zip.setLevel(9);
            for (Path part : parts.sorted().toList()) {
                ZipEntry entry = new ZipEntry(part.getFileName().toString());
                // The same savepoint gives the same file.
                entry.setTime(0);
                zip.putNextEntry(entry);
                Files.copy(part, zip);
            }
        }
    }

    /** @return the folder, for {@code execution.state-recovery.path} */
    static Path unpack(Path file, Path folder) throws IOException {
        Path savepoint = Files.createDirectories(folder.resolve("savepoint"));
        try (ZipInputStream zip = new ZipInputStream(Files.newInputStream(file))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                Files.copy(zip, savepoint.resolve(Path.of(entry.getName()).getFileName()));
            }
        }
        return savepoint;
    }

    /** All that stands in it, as far as it is text. */
    static String text(Path savepoint) throws IOException {
        StringBuilder all = new StringBuilder();
        try (Stream<Path> parts = Files.list(savepoint)) {
            for (Path part : parts.toList()) {
                all.append(new String(Files.readAllBytes(part), StandardCharsets.ISO_8859_1));
            }
        }
        return all.toString();
    }

    /** Savepoints of all releases. */
    static List<Path> all() throws IOException {
        // Tests of every module run in the root of the checkout.
        Path module = Path.of(System.getProperty("satisflow.root", "../.."), "jobs", "flink");
        Path folder = Files.isDirectory(module) ? module : Path.of("");
        try (Stream<Path> files = Files.list(folder.resolve("src/test/savepoints"))) {
            return files.filter(file -> file.toString().endsWith(".zip"))
                    .sorted()
                    .toList();
        }
    }
}
