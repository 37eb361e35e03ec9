package io.satisflow.flink.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.apache.flink.configuration.Configuration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RestoreTest {
    private static final String PATH = "execution.state-recovery.path";
    private static final Instant WRITTEN = Instant.parse("2026-03-02T12:00:00Z");
    private static final Duration KEPT = Duration.ofMinutes(15);

    @TempDir
    Path savepoint;

    @BeforeEach
    void metadata() throws Exception {
        Path file = Files.writeString(savepoint.resolve("_metadata"), "state");
        Files.setLastModifiedTime(file, FileTime.from(WRITTEN));
    }

    @Test
    void a_job_submitted_from_a_savepoint_that_is_older_than_open_transactions_is_told_what_may_be_missing() {
        assertThat(after(Duration.ofHours(3), savepoint.toUri().toString()))
                .contains("Job engine goes on after 3h", "kept for 15m", "before 2026-03-02T12:00:00Z may be missing");
        assertThat(after(Duration.ofHours(3), savepoint.resolve("_metadata").toString()))
                .contains("goes on after 3h");
    }

    @Test
    void one_from_a_younger_savepoint_or_from_none_is_told_nothing() {
        assertThat(after(Duration.ofMinutes(10), savepoint.toString())).isEmpty();
        assertThat(Restore.of(new Configuration())).isEmpty();
    }

    @Test
    void an_embedded_run_that_has_looked_itself_is_told_nothing_twice() {
        Map<String, String> settings = Map.of(PATH, savepoint.toString(), Restore.OUTAGE_IS_TOLD, "true");
        assertThat(Restore.of(Configuration.fromMap(settings))).isEmpty();
    }

    @Test
    void a_savepoint_that_cannot_be_looked_at_from_here_is_no_reason_to_be_silent() {
        assertThat(after(Duration.ofMinutes(1), savepoint.resolve("elsewhere").toString()))
                .contains("cannot be seen from here", "longer outage may be missing");
    }

    private static String after(Duration outage, String path) {
        return Restore.of(Configuration.fromMap(Map.of(PATH, path)))
                .flatMap(state -> state.outage("engine", WRITTEN.plus(outage), KEPT))
                .orElse("");
    }
}
