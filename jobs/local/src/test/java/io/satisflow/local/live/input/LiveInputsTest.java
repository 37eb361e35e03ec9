package io.satisflow.local.live.input;

import static org.assertj.core.api.Assertions.assertThat;

import io.satisflow.flink.io.TopicPartitions;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class LiveInputsTest {
    @Test
    void a_run_that_is_being_stopped_lets_no_time_pass() throws Exception {
        RawTopics nowhere =
                new RawTopics(Map.of("bootstrap.servers", "127.0.0.1:1"), List.of(), new TopicPartitions(Map.of()));
        LiveInputs inputs = LiveInputs.start(List.of(), nowhere, notice -> {});
        assertThat(inputs.deliveredUntil()).isEqualTo(Long.MAX_VALUE);

        inputs.noMore();
        long stopped = inputs.deliveredUntil();
        assertThat(stopped).isBetween(0L, System.currentTimeMillis());

        inputs.close();
        assertThat(inputs.deliveredUntil()).isEqualTo(stopped);
    }
}
