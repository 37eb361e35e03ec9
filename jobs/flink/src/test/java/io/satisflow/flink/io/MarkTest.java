package io.satisflow.flink.io;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.record.TimestampType;
import org.junit.jupiter.api.Test;

class MarkTest {

    @Test
    void a_mark_survives_the_topic() {
        for (Mark mark : new Mark[] {new Mark("intake", 1_700_000_000_123L, false), new Mark("engine", -5, true)}) {
            assertThat(Mark.of(arrived(mark.toRecord("feedback", 3)))).isEqualTo(mark);
        }
    }

    @Test
    void readers_of_the_data_see_a_record_without_a_value() {
        assertThat(new Mark("intake", 1, false).toRecord("feedback", 0).value()).isNull();
    }

    @Test
    void a_record_of_data_is_no_mark() {
        assertThat(Mark.of(arrived(new ProducerRecord<>("feedback", 0, new byte[] {1}, new byte[] {2}))))
                .isNull();
    }

    private static ConsumerRecord<byte[], byte[]> arrived(ProducerRecord<byte[], byte[]> record) {
        return new ConsumerRecord<>(
                record.topic(),
                record.partition(),
                0,
                0,
                TimestampType.LOG_APPEND_TIME,
                0,
                0,
                record.key(),
                record.value(),
                new RecordHeaders(record.headers()),
                Optional.empty());
    }
}
