package io.satisflow.local.live.input;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.utils.Utils;

/**
 * Where the lines of one input go: all of them to one partition, so that they stay in order and the last one there
 * says how far the input has been read.
 */
record InputTarget(TopicPartition partition, RawTopicWriter writer, Delivered delivered) {

    /** @param partitions how many the topic has */
    static InputTarget of(LiveInput input, String topic, int partitions, RawTopicWriter writer) {
        byte[] name = input.name().getBytes(StandardCharsets.UTF_8);
        return new InputTarget(
                new TopicPartition(topic, Utils.toPositive(Utils.murmur2(name)) % partitions), writer, new Delivered());
    }

    void write(byte[] payload, List<Header> headers) {
        delivered.sending();
        writer.write(
                new ProducerRecord<>(partition.topic(), partition.partition(), null, null, payload, headers),
                delivered::acknowledged);
    }
}
