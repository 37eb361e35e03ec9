package io.satisflow.local.topics;

import static org.assertj.core.api.Assertions.assertThat;

import io.satisflow.flink.io.Mark;
import java.time.Instant;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class AwaitedEndsTest {
    private static final TopicPartition FIRST = new TopicPartition("dead-letters", 0);
    private static final TopicPartition SECOND = new TopicPartition("dead-letters", 1);

    private final AwaitedEnds ends = new AwaitedEnds();

    @BeforeEach
    void await_two_writers_of_two_partitions() {
        for (TopicPartition partition : new TopicPartition[] {FIRST, SECOND}) {
            ends.await(partition, "intake");
            ends.await(partition, "engine");
        }
    }

    @Test
    void all_is_there_when_each_writer_has_ended_each_partition() {
        end(FIRST, "intake");
        end(SECOND, "intake");
        end(FIRST, "engine");
        assertThat(ends.reached()).isFalse();

        end(SECOND, "engine");
        assertThat(ends.reached()).isTrue();
    }

    @Test
    void an_end_that_a_mark_beside_its_transaction_comes_to_stand_behind_is_the_end() {
        end(FIRST, "intake");
        end(SECOND, "intake");
        end(FIRST, "engine");
        end(SECOND, "engine");
        ends.see(SECOND, new Mark("engine", 10, false));

        assertThat(ends.reached()).isTrue();
    }

    @Test
    void the_time_is_that_of_whoever_is_farthest_behind_and_none_before_each_has_spoken() {
        ends.see(FIRST, new Mark("intake", 7_000, false));
        ends.see(SECOND, new Mark("intake", 5_000, false));
        ends.see(FIRST, new Mark("engine", 9_000, false));
        assertThat(ends.time()).isEmpty();
        assertThat(ends.silentWriters()).containsExactly("engine");

        end(SECOND, "engine");
        assertThat(ends.time()).contains(Instant.ofEpochMilli(5_000));
    }

    private void end(TopicPartition partition, String writer) {
        ends.see(partition, new Mark(writer, 10_000, true));
    }
}
