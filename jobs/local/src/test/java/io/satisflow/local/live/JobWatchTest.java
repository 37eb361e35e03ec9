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

    @Test
    void a_failure_may_be_an_accident_and_the_same_one_again_is_told_once() {
        JobWatch watch = watch(false);
        fail(watch, 1, "disk full");
        fail(watch, 1, "disk full");
        assertThat(said).isEmpty();
        fail(watch, 2, "disk full");
        fail(watch, 3, "disk full");

        assertThat(said)
                .singleElement()
                .asString()
                .contains("Job engine fails again and again", "disk full", "satisflow.log");
    }

    @Test
    void it_gives_up_on_a_cause_that_does_not_end() {
        JobWatch watch = watch(false);
        for (int times = 1; times < JobWatch.MOST; times++) {
            fail(watch, times, "disk full");
            fail(watch, 100 + times, "cause " + times);
        }

        assertThatThrownBy(() -> fail(watch, JobWatch.MOST, "disk full"))
                .isInstanceOf(LiveException.class)
                .hasMessageContaining("Job engine has failed 8 times for the same cause: disk full")
                .hasMessageContaining("--keep-trying");
    }

    @Test
    void it_never_gives_up_when_told_so() {
        JobWatch watch = watch(true);
        for (int times = 1; times < 10 * JobWatch.MOST; times++) {
            fail(watch, times, "disk full");
        }
        assertThat(said).hasSize(1);
    }

    private JobWatch watch(boolean keepsTrying) {
        return new JobWatch(keepsTrying, Path.of("satisflow.log"), said::add);
    }

    private static void fail(JobWatch watch, int minute, String cause) {
        watch.look(List.of(new JobFailure("engine", NOON.plusSeconds(60L * minute), cause)));
    }
}
