package io.satisflow.local.docs;

import io.satisflow.local.cli.CommandLineRun;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The Markdown that readers find: in the root, in docs/ and beside what it explains. */
final class Documents {
    static final Path ROOT = CommandLineRun.HOME.toAbsolutePath().normalize();

    private Documents() {}

    static List<Path> all() {
        try (Stream<Path> root = Files.list(ROOT);
                Stream<Path> docs = Files.walk(ROOT.resolve("docs"));
                Stream<Path> docker = Files.walk(ROOT.resolve("docker"));
                Stream<Path> config = Files.walk(ROOT.resolve("config"))) {
            return Stream.of(root, docs, docker, config)
                    .flatMap(files -> files)
                    .filter(file -> file.toString().endsWith(".md"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static List<String> lines(Path file) {
        try {
            return Files.readAllLines(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Without what stands in fences. */
    static List<String> prose(Path file) {
        return linesOf(file, false);
    }

    /** What stands in fences, or is indented as code. */
    static List<String> code(Path file) {
        List<String> code = new ArrayList<>(linesOf(file, true));
        prose(file).stream().filter(line -> line.startsWith("    ")).forEach(code::add);
        return code;
    }

    private static List<String> linesOf(Path file, boolean inFences) {
        List<String> kept = new ArrayList<>();
        boolean fenced = false;
        for (String line : lines(file)) {
            if (line.strip().startsWith("```")) {
                fenced = !fenced;
            } else if (fenced == inFences) {
                kept.add(line);
            }
        }
        return kept;
    }
}
