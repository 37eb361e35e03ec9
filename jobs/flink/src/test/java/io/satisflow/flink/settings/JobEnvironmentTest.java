package io.satisflow.flink.settings;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class JobEnvironmentTest {

    @Test
    void a_job_that_would_never_commit_anything_is_refused_with_the_line_to_add() {
        assertThatThrownBy(JobEnvironment::committing)
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("nothing that the job writes would ever be committed")
                .hasMessageContaining("-D execution.checkpointing.interval=1s");
    }
}
