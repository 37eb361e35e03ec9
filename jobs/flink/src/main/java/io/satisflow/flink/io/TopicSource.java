package io.satisflow.flink.io;

import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Properties;
import org.apache.avro.specific.SpecificRecordBase;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.connector.kafka.source.KafkaSource;
import org.apache.flink.connector.kafka.source.enumerator.initializer.OffsetsInitializer;
import org.apache.flink.connector.kafka.source.reader.deserializer.KafkaRecordDeserializationSchema;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.util.Collector;
import org.apache.flink.util.function.SerializableFunction;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** Reads topics from their beginning, committed records only; where to go on after a restart is in the checkpoint. */
public final class TopicSource {
    private final StreamExecutionEnvironment environment;
    private final KafkaConnection kafka;
    private final String job;

    public TopicSource(StreamExecutionEnvironment environment, KafkaConnection kafka, String job) {
        this.environment = environment;
        this.kafka = kafka;
        this.job = job;
    }

    /**
     * The records of one of our own topics, in event time.
     *
     * @param knownAt from when a record may be used
     */
    public <T extends SpecificRecordBase> DataStream<T> read(
            Topic topic, TopicPartitions partitions, Class<T> type, SerializableFunction<T, Instant> knownAt) {
        String name = kafka.names().of(topic);
        WatermarkStrategy<Arrival<T>> byMark = WatermarkStrategy.<Arrival<T>>forGenerator(
                        context -> new MarkWatermarks<>())
                .withTimestampAssigner((arrival, timestamp) -> arrival.time);
        String uid = topic.shortName() + "-in";
        KafkaRecordDeserializationSchema<Arrival<T>> reader = new ArrivalReader<>(new WireFormat<>(type), knownAt);
        return read(uid, partitions.only(List.of(name)), reader, byMark)
                .flatMap(new RecordsOnly<T>())
                .returns(TypeInformation.of(type))
                .name(topic.shortName() + "-records")
                .uid(topic.shortName() + "-records");
    }

    /**
     * Whatever topics hold, as the reader understands it.
     *
     * @param partitions of every topic to read; the source gets no more subtasks
     *     than the smallest has partitions, since one without a partition would hold the watermark back for ever
     */
    public <R> DataStream<R> read(
            String uid,
            TopicPartitions partitions,
            KafkaRecordDeserializationSchema<R> reader,
            WatermarkStrategy<R> watermarks) {
        Properties properties = kafka.consumerProperties();
        KafkaSource<R> source = KafkaSource.<R>builder()
                .setProperties(properties)
                .setBootstrapServers(properties.getProperty("bootstrap.servers"))
                .setGroupId(kafka.names().prefix() + "." + job)
                .setClientIdPrefix(kafka.names().prefix() + "." + job + "." + uid)
                .setTopics(List.copyOf(partitions.byTopic().keySet()))
                .setStartingOffsets(OffsetsInitializer.earliest())
                .setDeserializer(reader)
                .build();
        int parallelism = Math.min(environment.getParallelism(), partitions.smallest());
        return environment
                .fromSource(source, watermarks, uid)
                .setParallelism(parallelism)
                .uid(uid);
    }

    private static final class ArrivalReader<T extends SpecificRecordBase>
            implements KafkaRecordDeserializationSchema<Arrival<T>> {
        private final WireFormat<T> format;
        private final SerializableFunction<T, Instant> knownAt;

        ArrivalReader(WireFormat<T> format, SerializableFunction<T, Instant> knownAt) {
            this.format = format;
            this.knownAt = knownAt;
        }

        @Override
        public void deserialize(ConsumerRecord<byte[], byte[]> record, Collector<Arrival<T>> out) throws IOException {
            Mark mark = Mark.of(record);
            if (mark != null) {
                out.collect(Arrival.ofMark(mark));
            } else if (record.value() != null) {
                T value = format.decode(record.value());
                out.collect(Arrival.ofRecord(value, knownAt.apply(value).toEpochMilli()));
            }
        }

        @Override
        public TypeInformation<Arrival<T>> getProducedType() {
            return Arrival.typeOf(format.type());
        }
    }
}
