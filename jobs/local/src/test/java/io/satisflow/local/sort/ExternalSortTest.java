package io.satisflow.local.sort;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExternalSortTest {
    private static final int ENTRIES = 5_000;
    private static final int MEMORY_FOR_A_FEW = 20_000;

    @TempDir
    Path folder;

    @Test
    void more_than_memory_holds_comes_in_order_as_often_as_it_is_read_and_leaves_nothing_behind() throws IOException {
        Random random = new Random(5);
        List<SortedEntry> expected = new ArrayList<>();
        List<SortedEntry> first = new ArrayList<>();
        List<SortedEntry> second = new ArrayList<>();
        try (ExternalSort sort = new ExternalSort(SortedEntry.BY_TIME, folder, MEMORY_FOR_A_FEW)) {
            for (int i = 0; i < ENTRIES; i++) {
                SortedEntry entry = new SortedEntry(random.nextInt(500), "k" + i % 7, i, new byte[] {(byte) i});
                expected.add(entry);
                sort.add(entry);
            }
            sort.forEach(first::add);
            sort.forEach(second::add);
        }
        expected.sort(SortedEntry.BY_TIME);

        assertThat(first)
                .extracting(SortedEntry::order)
                .containsExactlyElementsOf(
                        expected.stream().map(SortedEntry::order).toList());
        assertThat(second)
                .extracting(SortedEntry::key)
                .containsExactlyElementsOf(
                        expected.stream().map(SortedEntry::key).toList());
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files).isEmpty();
        }
    }
}
