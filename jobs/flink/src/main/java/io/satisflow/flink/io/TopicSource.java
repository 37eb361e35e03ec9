package io.satisflow.flink.io;

import io.satisflow.alerts.control.AlertControl;
import io.satisflow.customer.CustomerErasure;
import io.satisflow.flink.io.arrival.Arrival;
import io.satisflow.flink.io.arrival.ForeignRecord;
import io.satisflow.flink.io.arrival.MarkWatermarks;
import io.satisflow.flink.io.arrival.NeverWaitedFor;
import io.satisflow.flink.io.arrival.RecordsOnly;
import io.satisflow.flink.io.arrival.Untimed;
import io.satisflow.flink.quiet.HeardRecords;
import io.satisflow.ledger.DeadLetter;
import io.satisflow.sla.policy.AppliedPolicies;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import org.apache.avro.specific.SpecificRecordBase;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.connector.kafka.source.KafkaSource;
import org.apache.flink.connector.kafka.source.KafkaSourceBuilder;
import org.apache.flink.connector.kafka.source.enumerator.initializer.OffsetsInitializer;
import org.apache.flink.connector.kafka.source.reader.deserializer.KafkaRecordDeserializationSchema;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.util.Collector;
import org.apache.flink.util.function.SerializableFunction;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;

/**
 * Reads topics from their beginning, committed records only; where to go on after a restart is in the checkpoint. What is no
 * record of ours stops nothing: it is among the {@link #foreign()} ones.
 */
public final class TopicSource {
    /** How long a broker holds a question on which nothing has come yet; a job that ends waits for its answer. */
    private static final String QUIET_WAIT_MILLIS = "2000";

    private final StreamExecutionEnvironment environment;
    private final KafkaConnection kafka;
    private final String job;
    private final List<DataStream<DeadLetter>> foreign = new ArrayList<>();
    private boolean endsWithWhatIsThere;

    public TopicSource(StreamExecutionEnvironment environment, KafkaConnection kafka, String job) {
        this.environment = environment;
        this.kafka = kafka;
        this.job = job;
    }

    /** From here on, what is read ends where the topics end when the job starts, and so does the job. */
    public TopicSource untilTheirEnds() {
        endsWithWhatIsThere = true;
        return this;
    }

    /** The records of one of our own topics, in event time. */
    public <R extends Record> DataStream<R> read(Inbound<?, R> inbound, TopicPartitions partitions) {
        SingleOutputStreamOperator<R> records = read(inbound, partitions, byMarks());
        foreign.add(records.getSideOutput(RecordsOnly.FOREIGN));
        return records;
    }

    /** What was found on the topics that were read so far and is no record of theirs, each with its place and the remedy. */
    public DataStream<DeadLetter> foreign() {
        DataStream<DeadLetter> first = foreign.get(0);
        for (DataStream<DeadLetter> more : foreign.subList(1, foreign.size())) {
            first = first.union(more);
        }
        return first;
    }

    /** The policies that people apply. Nobody writes the time into their topic. */
    public DataStream<AppliedPolicies> readPolicies(TopicPartitions partitions) {
        SingleOutputStreamOperator<AppliedPolicies> versions = read(Inbound.SLA_POLICIES, partitions, byMarks());
        foreign.add(versions.getSideOutput(RecordsOnly.FOREIGN)
                .assignTimestampsAndWatermarks(WatermarkStrategy.forGenerator(context -> new Untimed<>()))
                .name("foreign-policies")
                .uid("foreign-policies"));
        return versions;
    }

    /** What people say to alerts. */
    public DataStream<AlertControl> readControls(TopicPartitions partitions) {
        return readSayings(Inbound.ALERT_CONTROLS, partitions);
    }

    /** Who is to be forgotten. */
    public DataStream<CustomerErasure> readErasures(TopicPartitions partitions) {
        return readSayings(Inbound.CUSTOMER_ERASURES, partitions);
    }

    /** Nobody writes the time into such a topic, and its silence holds nobody up. */
    private <R extends Record> DataStream<R> readSayings(Inbound<?, R> inbound, TopicPartitions partitions) {
        SingleOutputStreamOperator<R> sayings = read(
                inbound,
                partitions,
                WatermarkStrategy.<Arrival<R>>forGenerator(context -> new NeverWaitedFor<>())
                        .withTimestampAssigner((arrival, timestamp) -> arrival.time));
        foreign.add(sayings.getSideOutput(RecordsOnly.FOREIGN));
        return sayings;
    }

    private static <R> WatermarkStrategy<Arrival<R>> byMarks() {
        return WatermarkStrategy.<Arrival<R>>forGenerator(context -> new MarkWatermarks<>())
                .withTimestampAssigner((arrival, timestamp) -> arrival.time);
    }

    private <T extends SpecificRecordBase, R extends Record> SingleOutputStreamOperator<R> read(
            Inbound<T, R> inbound, TopicPartitions partitions, WatermarkStrategy<Arrival<R>> watermarks) {
        String name = kafka.names().of(inbound.topic());
        String uid = inbound.topic().shortName();
        kafka.requireReadable(name, inbound.wire());
        WireFormat<T> format = kafka.reading(inbound.wire());
        return read(
                        uid + "-in",
                        partitions.only(List.of(name)),
                        new ArrivalReader<>(inbound, partitions, format),
                        watermarks)
                .process(new RecordsOnly<R>(), inbound.typeInformation())
                .name(uid + "-records")
                .uid(uid + "-records");
    }

    /**
     * The records of raw topics, mapped. It happens in the source, since only there has each partition a watermark of
     * its own, and the watermark needs to know when a record occurred.
     *
     * @param partitions of every topic to read
     */
    public <R> DataStream<R> readRaw(
            TopicPartitions partitions,
            TypeInformation<R> type,
            SerializableFunction<RawRecord, R> mapper,
            WatermarkStrategy<R> watermarks) {
        return read("raw-in", partitions, new RawReader<>(type, mapper, partitions), watermarks);
    }

    /**
     * The source gets no more subtasks than the smallest topic has partitions, since one without a partition would
     * hold the watermark back for ever.
     */
    private <R> DataStream<R> read(
            String uid,
            TopicPartitions partitions,
            KafkaRecordDeserializationSchema<R> reader,
            WatermarkStrategy<R> watermarks) {
        Properties properties = kafka.consumerProperties();
        properties.putIfAbsent("fetch.max.wait.ms", QUIET_WAIT_MILLIS);
        KafkaSourceBuilder<R> source = KafkaSource.<R>builder()
                .setProperties(properties)
                .setBootstrapServers(properties.getProperty("bootstrap.servers"))
                .setGroupId(kafka.names().prefix() + "." + job)
                .setClientIdPrefix(kafka.names().prefix() + "." + job + "." + uid)
                .setTopics(List.copyOf(partitions.byTopic().keySet()))
                .setStartingOffsets(OffsetsInitializer.earliest())
                .setDeserializer(reader);
        if (endsWithWhatIsThere) {
            source.setBounded(OffsetsInitializer.latest());
        }
        return environment
                .fromSource(
                        new ConfiguredTopics<>(
                                source.build(), partitions.byTopic().keySet()),
                        watermarks,
                        uid,
                        reader.getProducedType())
                .setParallelism(Math.min(environment.getParallelism(), partitions.smallest()))
                .uid(uid);
    }

    private static final class RawReader<R> implements KafkaRecordDeserializationSchema<R> {
        private final TypeInformation<R> type;
        private final SerializableFunction<RawRecord, R> mapper;
        private final TopicPartitions partitions;

        RawReader(TypeInformation<R> type, SerializableFunction<RawRecord, R> mapper, TopicPartitions partitions) {
            this.type = type;
            this.mapper = mapper;
            this.partitions = partitions;
        }

        @Override
        public void deserialize(ConsumerRecord<byte[], byte[]> record, Collector<R> out) {
            RawRecord raw = RawRecord.of(record);
            if (raw.mark() != null) {
                raw.mark().requireAllRead(record.topic(), partitions.of(record.topic()));
            }
            out.collect(mapper.apply(raw));
        }

        @Override
        public TypeInformation<R> getProducedType() {
            return type;
        }
    }

    private static final class ArrivalReader<T extends SpecificRecordBase, R extends Record>
            implements KafkaRecordDeserializationSchema<Arrival<R>> {
        private final Inbound<T, R> inbound;
        private final WireFormat<T> format;
        private final TopicPartitions partitions;

        /** @param partitions those that are read */
        ArrivalReader(Inbound<T, R> inbound, TopicPartitions partitions, WireFormat<T> format) {
            this.partitions = partitions;
            this.inbound = inbound;
            this.format = format;
        }

        @Override
        public void deserialize(ConsumerRecord<byte[], byte[]> record, Collector<Arrival<R>> out) {
            if (Mark.isClaimedBy(record)) {
                out.collect(marked(Mark.of(record), record));
            } else if (record.value() != null) {
                HeardRecords.hear();
                out.collect(arrival(record));
            }
        }

        private Arrival<R> marked(@Nullable Mark mark, ConsumerRecord<byte[], byte[]> record) {
            if (mark == null || !inbound.topic().isMarkedBy(mark.writer())) {
                return foreign(ForeignRecord.FOREIGN_MARK, record);
            }
            mark.requireAllRead(record.topic(), partitions.of(record.topic()));
            return Arrival.ofMark(mark.time(), mark.end());
        }

        private Arrival<R> arrival(ConsumerRecord<byte[], byte[]> record) {
            try {
                R value = inbound.reading().read(format.decode(record.value()), record);
                return Arrival.ofRecord(value, inbound.knownAt().apply(value).toEpochMilli());
            } catch (IllegalStateException e) {
                return foreign(ForeignRecord.of(e), record);
            }
        }

        private static <R> Arrival<R> foreign(ForeignRecord kind, ConsumerRecord<byte[], byte[]> record) {
            return Arrival.ofForeign(kind.letter(record), record.timestamp());
        }

        @Override
        public TypeInformation<Arrival<R>> getProducedType() {
            return Arrival.typeOf(inbound.typeInformation());
        }
    }
}
