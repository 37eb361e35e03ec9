package io.satisflow.flink.io;

import java.time.Duration;
import java.util.Collection;
import java.util.Map;
import java.util.TreeSet;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.functions.RichFlatMapFunction;
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
        times.flatMap(new ForEachPartition(writer, kafka, partitions.byTopic().keySet()))
                .returns(TypeInformation.of(Outgoing.class))
                .name(writer + "-marks")
                .uid(writer + "-marks")
                .setParallelism(1)
                .sinkTo(sink)
                .name(writer + "-out")
                .uid(writer + "-out")
                .setParallelism(1);
    }

    /** Partitions are counted anew now and then: one that nobody marks would hold time up without a word. */
    private static final class ForEachPartition extends RichFlatMapFunction<Long, Outgoing> {
        private static final long COUNT_AGAIN_NANOS = Duration.ofSeconds(10).toNanos();

        private final String writer;
        private final KafkaConnection kafka;
        private final TreeSet<String> topics;
        private transient Map<String, Integer> partitions;
        private transient long countedAt;

        @SuppressWarnings("NullAway.Init")
        ForEachPartition(String writer, KafkaConnection kafka, Collection<String> topics) {
            this.writer = writer;
            this.kafka = kafka;
            this.topics = new TreeSet<>(topics);
        }

        @Override
        public void open(OpenContext context) {
            count();
        }

        private void count() {
            partitions = new TopicAdmin(kafka).count(topics).byTopic();
            countedAt = System.nanoTime();
        }

        @Override
        public void flatMap(Long time, Collector<Outgoing> out) {
            if (System.nanoTime() - countedAt > COUNT_AGAIN_NANOS) {
                count();
            }
            partitions.forEach((topic, count) -> {
                Mark mark = new Mark(writer, time, false, count);
                for (int partition = 0; partition < count; partition++) {
                    out.collect(Outgoing.ofMark(topic, partition, mark));
                }
            });
        }
    }
}
