package io.satisflow.local.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.satisflow.local.cluster.JobFailure;
import io.satisflow.local.live.input.LiveException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class JobWatchTest {
    private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");

    private final List<String> said = new ArrayList<>();
    private long free = Long.MAX_VALUE;

    @Test
    void a_failure_may_be_an_accident_and_the_same_one_again_is_told_once() {
        JobWatch watch = watch(false);
        fail(watch, 1, "leader lost");
        fail(watch, 1, "leader lost");
        assertThat(said).isEmpty();
        fail(watch, 2, "leader lost");
        fail(watch, 3, "leader lost");

        assertThat(said)
                .singleElement()
                .asString()
                .contains("Job engine fails again and again", "leader lost", "satisflow.log");
    }

    @Test
    void it_gives_up_on_a_cause_that_does_not_end() {
        JobWatch watch = watch(false);
        for (int times = 1; times < JobWatch.MOST; times++) {
            fail(watch, times, "leader lost");
            fail(watch, 100 + times, "cause " + times);
        }

        assertThatThrownBy(() -> fail(watch, JobWatch.MOST, "leader lost"))
                .isInstanceOf(LiveException.class)
                .hasMessageContaining("Job engine has failed 8 times for the same cause: leader lost")
                .hasMessageContaining("--keep-trying");
    }

    @Test
    void it_never_gives_up_when_told_so() {
        JobWatch watch = watch(true);
        for (int times = 1; times < 10 * JobWatch.MOST; times++) {
            fail(watch, times, "leader lost");
        }
        assertThat(said).hasSize(1);
    }

    @Test
    void a_full_disk_ends_it_at_the_first_failure_whatever_that_is_called() {
        free = JobWatch.LEAST_FREE_BYTES - 1;
        assertThatThrownBy(() -> fail(watch(false), 1, "Exceeded checkpoint tolerable failure threshold"))
                .isInstanceOf(LiveException.class)
                .hasMessageContaining("The disk is full (63 MB left), and job engine failed")
                .hasMessageContaining("Free some space");

        free = Long.MAX_VALUE;
        assertThatThrownBy(() -> fail(watch(false), 1, "java.io.IOException: No space left on device"))
                .isInstanceOf(LiveException.class);
    }

    @Test
    void on_a_full_disk_it_goes_on_when_told_so() {
        free = 0;
        JobWatch watch = watch(true);
        fail(watch, 1, "No space left on device");
        fail(watch, 2, "No space left on device");
        assertThat(said).hasSize(1);
    }

    private JobWatch watch(boolean keepsTrying) {
        return new JobWatch(keepsTrying, Path.of("satisflow.log"), () -> free, said::add);
    }

    private static void fail(JobWatch watch, int minute, String cause) {
        watch.look(List.of(new JobFailure("engine", NOON.plusSeconds(60L * minute), cause)));
    }
}
