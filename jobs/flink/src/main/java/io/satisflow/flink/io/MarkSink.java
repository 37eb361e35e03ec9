package io.satisflow.flink.io;

import org.apache.flink.api.common.functions.FlatMapFunction;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.connector.base.DeliveryGuarantee;
import org.apache.flink.connector.kafka.sink.KafkaSink;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.util.Collector;

/**
 * Writes times as marks into every partition of topics that others fill. At once and outside of any transaction: a
 * mark that comes twice says nothing new, and one that waits for a checkpoint would be late.
 *
 * <pre>
 * times -> a mark for each partition -> topics
 * </pre>
 */
public final class MarkSink {
    private final KafkaConnection kafka;
    private final String writer;

    /** @param writer by whose name the marks go, and the steps */
    public MarkSink(KafkaConnection kafka, String writer) {
        this.kafka = kafka;
        this.writer = writer;
    }

    /** @param times epoch milliseconds; nothing that follows may be used at or before them */
    public void write(DataStream<Long> times, TopicPartitions partitions) {
        KafkaSink<Outgoing> sink = KafkaSink.<Outgoing>builder()
                .setKafkaProducerConfig(kafka.producerProperties())
                .setBootstrapServers(kafka.producerProperties().getProperty("bootstrap.servers"))
                .setRecordSerializer(new Outgoing.Serializer())
                .setDeliveryGuarantee(DeliveryGuarantee.AT_LEAST_ONCE)
                .build();
        // One subtask, so that marks of a partition come in their order.
        times.flatMap(new ForEachPartition(writer, partitions))
                .returns(TypeInformation.of(Outgoing.class))
                .name(writer + "-marks")
                .uid(writer + "-marks")
                .setParallelism(1)
                .sinkTo(sink)
                .name(writer + "-out")
                .uid(writer + "-out")
                .setParallelism(1);
    }

    private record ForEachPartition(String writer, TopicPartitions partitions)
            implements FlatMapFunction<Long, Outgoing> {

        @Override
        public void flatMap(Long time, Collector<Outgoing> out) {
            Mark mark = new Mark(writer, time, false);
            partitions.byTopic().forEach((topic, count) -> {
                for (int partition = 0; partition < count; partition++) {
                    out.collect(Outgoing.ofMark(topic, partition, mark));
                }
            });
        }
    }
}
