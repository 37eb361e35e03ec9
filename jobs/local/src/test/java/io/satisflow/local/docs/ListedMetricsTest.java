package io.satisflow.local.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whoever runs the jobs finds each metric of theirs on the page that says what it counts, and in which unit. */
class ListedMetricsTest {
    private static final Pattern METRIC = Pattern.compile("\\.(?:counter|gauge|meter|histogram)\\(\\s*\"(\\w+)\"");

    @ParameterizedTest
    @ValueSource(strings = {"docs/operations.md", "docs/zh-CN/operations.md"})
    void each_metric_that_a_job_has_is_listed(String page) {
        Set<String> metrics = metrics();
        String text = String.join("\n", Documents.lines(Documents.ROOT.resolve(page)));

        assertThat(metrics).hasSizeGreaterThan(40);
        assertThat(metrics).filteredOn(name -> !text.contains("`" + name + "`")).isEmpty();
    }

    private static Set<String> metrics() {
        try (Stream<Path> modules = Files.list(Documents.ROOT.resolve("jobs"))) {
            return modules.map(module -> module.resolve("src/main/java"))
                    .filter(Files::isDirectory)
                    .flatMap(ListedMetricsTest::sources)
                    .flatMap(source -> METRIC.matcher(source).results())
                    .map(found -> found.group(1))
                    .collect(Collectors.toCollection(TreeSet::new));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Stream<String> sources(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            return files
                    .filter(file -> file.toString().endsWith(".java"))
                    .map(file -> String.join("\n", Documents.lines(file)))
                    .toList()
                    .stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
