package io.satisflow.flink.io;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.internals.RecordHeader;
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

    @Test
    void a_mark_says_how_many_partitions_its_writer_fills_and_those_of_earlier_releases_do_not() {
        assertThat(Mark.of(arrived(new Mark("intake", 1, false, 4).toRecord("feedback", 0))))
                .isEqualTo(new Mark("intake", 1, false, 4));
        byte[] earlier = ByteBuffer.allocate(9).putLong(5).put((byte) 0).array();
        ProducerRecord<byte[], byte[]> old = new ProducerRecord<>(
                "feedback",
                0,
                "satisflow-mark/intake".getBytes(UTF_8),
                null,
                List.of(new RecordHeader("satisflow-mark", earlier)));
        assertThat(Mark.of(arrived(old))).isEqualTo(new Mark("intake", 5, false, 0));
    }

    @Test
    void time_does_not_pass_a_partition_that_was_added_after_its_reader_started() {
        new Mark("intake", 1, false, 2).requireAllRead("ticket-events", 2);
        new Mark("intake", 1, false).requireAllRead("ticket-events", 2);

        assertThatThrownBy(() -> new Mark("intake", 1, false, 3).requireAllRead("ticket-events", 2))
                .hasMessageContaining("Topic ticket-events has 3 partitions, but 2 when this job started")
                .hasMessageContaining("Start the job again from its last checkpoint");
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
