package io.satisflow.flink.io;

import org.apache.flink.connector.kafka.sink.KafkaRecordSerializationSchema;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jspecify.annotations.Nullable;

/**
 * A record on its way to one partition of one topic.
 *
 * @param value null for a mark
 * @param mark null for a record of data
 */
public record Outgoing(
        String topic,
        int partition,
        byte @Nullable [] key,
        byte @Nullable [] value,
        @Nullable Mark mark) {

    static Outgoing ofMark(String topic, int partition, Mark mark) {
        return new Outgoing(topic, partition, null, null, mark);
    }

    /** No timestamp: brokers stamp the time of arrival, event time lives in the payload only. */
    static final class Serializer implements KafkaRecordSerializationSchema<Outgoing> {
        @Override
        public ProducerRecord<byte[], byte[]> serialize(
                Outgoing outgoing, KafkaSinkContext context, @Nullable Long timestamp) {
            return outgoing.mark == null
                    ? new ProducerRecord<>(outgoing.topic, outgoing.partition, null, outgoing.key, outgoing.value)
                    : outgoing.mark.toRecord(outgoing.topic, outgoing.partition);
        }
    }
}
