package io.satisflow.flink.intake;

import io.satisflow.channel.ChannelMapping;
import io.satisflow.customer.CustomerKeys;
import io.satisflow.flink.io.KafkaConnection;
import io.satisflow.flink.io.MarkSink;
import io.satisflow.flink.io.Outbound;
import io.satisflow.flink.io.Topic;
import io.satisflow.flink.io.TopicAdmin;
import io.satisflow.flink.io.TopicPartitions;
import io.satisflow.flink.io.TopicSink;
import io.satisflow.flink.io.TopicSource;
import io.satisflow.flink.letters.CountedLetters;
import io.satisflow.flink.settings.JobArguments;
import io.satisflow.flink.settings.JobEnvironment;
import io.satisflow.flink.types.DomainTypes;
import io.satisflow.settings.ChannelSettings;
import io.satisflow.settings.Settings;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/**
 * Raw topics in; feedback, ticket events and dead letters out. Live, a clock beside it tells the raw topics the time,
 * which comes in with the records.
 */
public final class IntakeJob {
    public static final String NAME = "intake";
    /** By whose name the clock's marks go. */
    public static final String CLOCK = "clock";

    public static final List<Topic> OUTPUTS = List.of(Topic.FEEDBACK, Topic.TICKET_EVENTS, Topic.DEAD_LETTERS);

    private final Settings settings;
    private final KafkaConnection kafka;
    private final IntakeTime time;

    private IntakeJob(Settings settings, KafkaConnection kafka, IntakeTime time) {
        this.settings = settings;
        this.kafka = kafka;
        this.time = time;
    }

    public static void main(String[] args) throws Exception {
        JobArguments arguments = JobArguments.parse(args);
        Settings settings = arguments.settings();
        KafkaConnection kafka = arguments.kafka(settings);
        StreamExecutionEnvironment environment = JobEnvironment.committing(NAME, kafka);
        Duration disorder = settings.topics().disorder();
        IntakeTime time = arguments.live() ? IntakeTime.ofClock(disorder) : IntakeTime.ofReplay(disorder);
        new IntakeJob(settings, kafka, time).define(environment);
        environment.executeAsync(NAME);
    }

    private void define(StreamExecutionEnvironment environment) {
        Map<String, ChannelMapping> mappings = settings.channels().stream()
                .collect(Collectors.toMap(ChannelSettings::topic, ChannelSettings::mapping));
        TopicPartitions partitions = new TopicAdmin(kafka)
                .ensure(OUTPUTS, mappings.keySet(), settings.topics().partitions());

        TopicPartitions raw = partitions.only(mappings.keySet());
        if (time.live()) {
            DataStream<Long> passed = LiveClock.passed(WallClock.ticks(environment), time.disorder());
            new MarkSink(kafka, CLOCK).write(passed, raw);
        }
        IntakeStreams streams =
                IntakePipeline.build(read(environment, mappings, raw), IntakeOptions.of(time, settings.channels()));
        new TopicSink(kafka, NAME, partitions)
                .write(Outbound.FEEDBACK, streams.feedback())
                .write(Outbound.TICKET_EVENTS, streams.ticketEvents())
                .write(Outbound.DEAD_LETTERS, CountedLetters.of(streams.deadLetters()))
                .build();
    }

    private DataStream<RawArrival> read(
            StreamExecutionEnvironment environment, Map<String, ChannelMapping> mappings, TopicPartitions raw) {
        return new TopicSource(environment, kafka, NAME)
                .readRaw(
                        raw,
                        DomainTypes.of(RawArrival.class),
                        new MapRawRecord(
                                mappings,
                                settings.enrichment(),
                                CustomerKeys.of(System::getenv).fingerprint()),
                        RawWatermarks.of(time));
    }
}
