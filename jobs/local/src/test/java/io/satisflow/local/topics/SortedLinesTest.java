package io.satisflow.local.topics;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SortedLinesTest {
    private static final int LINES = 5_000;

    @TempDir
    private Path folder;

    @Test
    void linesBeyondTheirMemoryComeOutAsAStableSortInMemoryWouldHaveThem() throws IOException {
        List<SortedLines.Line> lines = lines(new Random(7));
        List<SortedLines.Line> expected = new ArrayList<>(lines);
        expected.sort(Comparator.comparing(SortedLines.Line::time).thenComparing(SortedLines.Line::key));

        for (long budget : List.of(Long.MAX_VALUE, 100_000L, 10_000L)) {
            assertThat(sorted(lines, budget))
                    .as("with %d bytes", budget)
                    .containsExactlyElementsOf(
                            expected.stream().map(SortedLines.Line::text).toList());
        }
    }

    @Test
    void nothingIsLeftBehindInTheFolder() throws IOException {
        sorted(lines(new Random(8)), 10_000);

        try (Stream<Path> left = Files.list(folder)) {
            assertThat(left).isEmpty();
        }
    }

    private List<String> sorted(List<SortedLines.Line> lines, long budget) throws IOException {
        List<String> out = new ArrayList<>();
        try (SortedLines sorted = new SortedLines(folder, budget)) {
            for (SortedLines.Line line : lines) {
                sorted.add(line.time(), line.key(), line.text());
            }
            sorted.writeTo(out::add);
        }
        return out;
    }

    /** Many share time and key; those without a time come first, as the export has them. */
    private static List<SortedLines.Line> lines(Random random) {
        List<SortedLines.Line> lines = new ArrayList<>();
        for (int n = 0; n < LINES; n++) {
            Instant time = random.nextInt(20) == 0 ? Instant.MIN : Instant.ofEpochMilli(random.nextInt(40) - 20);
            lines.add(new SortedLines.Line(
                    time, "客户" + random.nextInt(5), "line %d 很慢 %s".formatted(n, "x".repeat(n % 50))));
        }
        return lines;
    }
}
