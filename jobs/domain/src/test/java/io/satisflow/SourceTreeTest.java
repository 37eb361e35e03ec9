package io.satisflow;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What the sources of all modules keep to, so that a reader finds a way into each folder and each file. */
class SourceTreeTest {
    private static final Path ROOT = Path.of(System.getProperty("satisflow.root", "../.."));
    /** About twenty, as CONTRIBUTING.md says; some more are borne until somebody finds the noun that divides them. */
    private static final int MOST_FILES = 24;

    private static final int MOST_LINES = 310;

    @Test
    void no_package_holds_more_files_than_a_reader_can_keep_in_mind() throws IOException {
        assertThat(sources().stream().collect(Collectors.groupingBy(Path::getParent, Collectors.counting())))
                .hasSizeGreaterThan(50)
                .allSatisfy((folder, files) ->
                        assertThat(files).as("files of %s", folder).isLessThanOrEqualTo(MOST_FILES));
    }

    @Test
    void no_file_is_longer_than_some_screens() throws IOException {
        assertThat(sources())
                .allSatisfy(
                        file -> assertThat(lines(file)).as("lines of %s", file).isLessThanOrEqualTo(MOST_LINES));
    }

    /** Twins drift apart, and a reader takes one for the other. */
    @Test
    void no_class_name_stands_in_two_packages_of_the_book() throws IOException {
        Map<String, List<Path>> places;
        try (Stream<Path> files = javaFiles(ROOT.resolve("jobs/domain/src/main"))) {
            places = files.filter(file -> !file.endsWith("package-info.java"))
                    .collect(Collectors.groupingBy(file -> file.getFileName().toString()));
        }
        places.values().removeIf(same -> same.size() == 1);

        assertThat(places).isEmpty();
    }

    private static List<Path> sources() throws IOException {
        try (Stream<Path> modules = Stream.concat(Files.list(ROOT.resolve("jobs")), Stream.of(ROOT.resolve("wall")))) {
            return modules.map(module -> module.resolve("src"))
                    .filter(Files::isDirectory)
                    .flatMap(SourceTreeTest::javaFiles)
                    .toList();
        }
    }

    private static Stream<Path> javaFiles(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(".java")).toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static long lines(Path file) {
        try {
            return Files.readAllLines(file).size();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
