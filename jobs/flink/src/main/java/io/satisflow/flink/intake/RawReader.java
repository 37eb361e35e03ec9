package io.satisflow.flink.intake;

import io.satisflow.channel.ChannelMapping;
import io.satisflow.channel.MappedRecord;
import io.satisflow.flink.io.Mark;
import io.satisflow.wire.DeadLetter;
import io.satisflow.wire.SourcePosition;
import io.satisflow.wire.TicketEvent;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.connector.kafka.source.reader.deserializer.KafkaRecordDeserializationSchema;
import org.apache.flink.util.Collector;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * Maps each raw record by its channel's mapping. It happens in the source, since only there has every partition a
 * watermark of its own, and the watermark needs to know when a record occurred.
 */
final class RawReader implements KafkaRecordDeserializationSchema<RawArrival> {
    private static final byte[] NOTHING = {};

    private final TreeMap<String, ChannelMapping> mappingsByTopic;

    RawReader(Map<String, ChannelMapping> mappingsByTopic) {
        this.mappingsByTopic = new TreeMap<>(mappingsByTopic);
    }

    @Override
    public void deserialize(ConsumerRecord<byte[], byte[]> record, Collector<RawArrival> out) {
        String partition = record.topic() + "-" + record.partition();
        Mark mark = Mark.of(record);
        out.collect(mark == null ? mapped(record, partition) : RawArrival.marked(partition, mark));
    }

    private RawArrival mapped(ConsumerRecord<byte[], byte[]> record, String partition) {
        ChannelMapping mapping = mappingsByTopic.get(record.topic());
        if (mapping == null) {
            throw new IllegalStateException(
                    "No channel is configured for topic %s; add one to channels, or restart intake without its state"
                            .formatted(record.topic()));
        }
        SourcePosition source = RawPosition.of(record);
        byte[] payload = record.value() == null ? NOTHING : record.value();
        MappedRecord mappedRecord = mapping.map(payload, Instant.ofEpochMilli(record.timestamp()));
        if (mappedRecord instanceof MappedRecord.Refused refused) {
            return RawArrival.refused(partition, deadLetter(mapping.channel(), source, refused));
        }
        return accepted(
                partition, (MappedRecord.Accepted) mappedRecord, new CanonicalRecords(mapping.channel(), source));
    }

    private static RawArrival accepted(String partition, MappedRecord.Accepted accepted, CanonicalRecords records) {
        List<TicketEvent> ticketEvents =
                accepted.ticketEvents().stream().map(records::toWire).toList();
        return RawArrival.accepted(
                partition,
                accepted.occurredAt().toEpochMilli(),
                accepted.feedback().map(records::toWire).orElse(null),
                ticketEvents);
    }

    private static DeadLetter deadLetter(String channel, SourcePosition source, MappedRecord.Refused refused) {
        return DeadLetter.newBuilder()
                .setChannel(channel)
                .setTopic(source.getTopic())
                .setPartition(source.getPartition())
                .setOffset(source.getOffset())
                .setRow(source.getRow())
                .setReason(refused.reason().wireName())
                .setMessage(refused.message())
                .build();
    }

    @Override
    public TypeInformation<RawArrival> getProducedType() {
        return TypeInformation.of(RawArrival.class);
    }
}
