package io.satisflow.local.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What becomes of a directory's state when it is copied, and when files of it are damaged. */
class StoredCheckpointsTest {
    private static final Duration SOON = Duration.ofMinutes(1);
    private static final String METADATA = "_metadata";

    @TempDir
    static Path folder;

    private static final List<String> NOTICES = new ArrayList<>();

    private static Path original;

    @BeforeAll
    static void a_run_that_was_killed() throws Exception {
        original = folder.resolve("original");
        try (EmbeddedCluster cluster = start(original)) {
            awaitMore(original, 5);
        }
    }

    @BeforeEach
    void nothing_is_said_yet() {
        NOTICES.clear();
    }

    @Test
    void a_copy_that_is_tried_out_takes_nothing_from_its_original() throws Exception {
        Path copy = copyTo("tried out");
        Map<Path, Long> untouched = sizes(original);
        try (EmbeddedCluster tried = start(copy)) {
            awaitMore(copy, 5);
            assertThat(newestFirst(copy)).as("more than one is kept").hasSizeBetween(2, 4);
        }
        assertThat(sizes(original)).isEqualTo(untouched);

        try (EmbeddedCluster cluster = start(original)) {
            awaitMore(original, 1);
        }
        assertThat(NOTICES).isEmpty();
        assertThat(CountingJob.MISCOUNTED).isEmpty();
    }

    @Test
    void where_no_checkpoint_is_whole_no_start_goes_on_until_the_files_that_it_names_are_put_back() throws Exception {
        Path run = copyTo("torn");
        Map<Path, byte[]> whole = new HashMap<>();
        for (Path checkpoint : newestFirst(run)) {
            Path metadata = checkpoint.resolve(METADATA);
            whole.put(metadata, Files.readAllBytes(metadata));
            Files.write(metadata, Arrays.copyOf(whole.get(metadata), 100));
        }
        for (int start = 1; start <= 2; start++) {
            assertThatThrownBy(() -> stored(run).newestWhole())
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("No checkpoint of job counting can be read")
                    .hasMessageContaining("Put the files back")
                    .satisfies(refused -> assertThat(whole.keySet())
                            .allSatisfy(metadata -> assertThat(refused).hasMessageContaining(metadata.toString())));
        }
        for (Map.Entry<Path, byte[]> file : whole.entrySet()) {
            Files.write(file.getKey(), file.getValue());
        }
        assertThat(stored(run).newestWhole()).isPresent();
        assertThat(NOTICES).isEmpty();
    }

    @Test
    void a_file_of_state_that_is_gone_is_named_and_the_job_goes_on_from_before_it_was_there() throws Exception {
        Path run = copyTo("incomplete");
        Path before = newestFirst(run).get(1);
        Path lost = newestStateOf(run);
        Files.delete(lost);

        assertThat(stored(run).newestWhole().orElseThrow().getPath())
                .endsWith(before.getFileName().toString());
        assertThat(NOTICES)
                .singleElement()
                .asString()
                .contains("The newest checkpoint of job counting is damaged", lost + " is missing")
                .contains("It goes on from the one before");
    }

    private static StoredCheckpoints stored(Path run) throws IOException {
        Path root = run.resolve("checkpoints");
        return new StoredCheckpoints(CountingJob.NAME, root, DirectoryFileSystem.mount(root), NOTICES::add);
    }

    private static EmbeddedCluster start(Path run) {
        EmbeddedCluster cluster = EmbeddedCluster.start(run.resolve("checkpoints"), 1, 1, NOTICES::add);
        cluster.submit(CountingJob.NAME, Duration.ofMillis(100), CountingJob::main);
        return cluster;
    }

    /** So many more checkpoints than there are. */
    private static void awaitMore(Path run, int checkpoints) {
        long before = newest(run);
        await().atMost(SOON).until(() -> newest(run) >= before + checkpoints);
    }

    private static long newest(Path run) {
        return newestFirst(run).stream()
                .map(StoredCheckpoint::in)
                .mapToLong(StoredCheckpoint::number)
                .findFirst()
                .orElse(0);
    }

    /** The folders of the checkpoints that are complete. */
    private static List<Path> newestFirst(Path run) {
        return files(run).stream()
                .filter(file -> file.endsWith(METADATA))
                .map(Path::getParent)
                .sorted(Comparator.comparing((Path checkpoint) ->
                                StoredCheckpoint.in(checkpoint).number())
                        .reversed())
                .toList();
    }

    /** A file that the newest checkpoint needs, and the one before does not. */
    private static Path newestStateOf(Path run) throws Exception {
        List<Path> checkpoints = newestFirst(run);
        Set<Path> needed = filesOf(run, checkpoints.get(0));
        needed.removeAll(filesOf(run, checkpoints.get(1)));
        needed.remove(checkpoints.get(0).resolve(METADATA));
        return needed.iterator().next();
    }

    private static Set<Path> filesOf(Path run, Path checkpoint) throws Exception {
        Path root = run.resolve("checkpoints");
        URI pointer = DirectoryFileSystem.mount(root)
                .resolve(root.relativize(checkpoint).toString());
        return new HashSet<>(
                StoredCheckpoint.in(checkpoint).wholeFiles(root, pointer).keySet());
    }

    private static Map<Path, Long> sizes(Path run) throws IOException {
        Map<Path, Long> sizes = new HashMap<>();
        for (Path file : files(run)) {
            sizes.put(file, Files.size(file));
        }
        return sizes;
    }

    /** Those of a run that works come and go meanwhile. */
    private static List<Path> files(Path run) {
        Path checkpoints = run.resolve("checkpoints");
        for (int attempt = 1; ; attempt++) {
            try (Stream<Path> files = Files.exists(checkpoints) ? Files.walk(checkpoints) : Stream.empty()) {
                return files.filter(Files::isRegularFile).toList();
            } catch (UncheckedIOException | IOException e) {
                if (attempt == 100) {
                    throw new AssertionError(e);
                }
            }
        }
    }

    /** As {@code cp -a} does. */
    private static Path copyTo(String name) throws IOException {
        Path copy = folder.resolve(name);
        try (Stream<Path> all = Files.walk(original)) {
            for (Path each : all.toList()) {
                Files.copy(each, copy.resolve(original.relativize(each)), StandardCopyOption.COPY_ATTRIBUTES);
            }
        }
        return copy;
    }
}
