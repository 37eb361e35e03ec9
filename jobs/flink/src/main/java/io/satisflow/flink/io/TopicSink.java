package io.satisflow.flink.io;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.apache.avro.specific.SpecificRecordBase;
import org.apache.flink.api.common.functions.MapFunction;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.connector.base.DeliveryGuarantee;
import org.apache.flink.connector.kafka.sink.KafkaSink;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.kafka.common.utils.Utils;

/**
 * Everything that a job writes, in one transaction a checkpoint.
 *
 * <pre>
 * records of topic A -> encode -> by partition -> marks -+
 * records of topic B -> encode -> by partition -> marks -+-> one transactional sink
 * </pre>
 *
 * Each partition has one writer, so a mark never overtakes a record it speaks of.
 */
public final class TopicSink {
    private final KafkaConnection kafka;
    private final String job;
    private final TopicPartitions partitions;
    private final List<DataStream<Outgoing>> outputs = new ArrayList<>();

    public TopicSink(KafkaConnection kafka, String job, TopicPartitions partitions) {
        this.kafka = kafka;
        this.job = job;
        this.partitions = partitions;
    }

    public <R, T extends SpecificRecordBase> TopicSink write(Outbound<R, T> outbound, DataStream<R> records) {
        String name = kafka.names().of(outbound.topic());
        int count = partitions.of(name);
        String uid = outbound.topic().shortName();
        outputs.add(records.map(new Encode<>(name, count, outbound, kafka.writing(name, outbound.wire())))
                .returns(TypeInformation.of(Outgoing.class))
                .name(uid + "-encode")
                .uid(uid + "-encode")
                .partitionCustom((partition, subtasks) -> partition % subtasks, Outgoing::partition)
                .transform(uid + "-marks", TypeInformation.of(Outgoing.class), new MarkWriter(job, name, count))
                .uid(uid + "-marks"));
        return this;
    }

    /** Joins what was added into the one sink of the job. */
    public void build() {
        DataStream<Outgoing> first = outputs.get(0);
        @SuppressWarnings({"unchecked", "rawtypes"})
        DataStream<Outgoing>[] others = outputs.stream().skip(1).toArray(DataStream[]::new);
        KafkaSink<Outgoing> sink = KafkaSink.<Outgoing>builder()
                .setKafkaProducerConfig(kafka.producerProperties())
                .setBootstrapServers(kafka.producerProperties().getProperty("bootstrap.servers"))
                .setRecordSerializer(new Outgoing.Serializer())
                .setDeliveryGuarantee(DeliveryGuarantee.EXACTLY_ONCE)
                .setTransactionalIdPrefix(kafka.names().prefix() + "." + job)
                .build();
        first.union(others).sinkTo(sink).name("topics-out").uid("topics-out");
    }

    private record Encode<R, T extends SpecificRecordBase>(
            String topic, int partitions, Outbound<R, T> outbound, WireFormat<T> format)
            implements MapFunction<R, Outgoing> {
        @Override
        public Outgoing map(R record) {
            byte[] keyBytes = outbound.key().apply(record).getBytes(StandardCharsets.UTF_8);
            // The partition that Kafka's own producers would choose for this key.
            int partition = Utils.toPositive(Utils.murmur2(keyBytes)) % partitions;
            return new Outgoing(
                    topic, partition, keyBytes, format.encode(outbound.toWire().apply(record)), null);
        }
    }
}
