package io.satisflow.flink.intake;

import io.satisflow.channel.ChannelMapping;
import io.satisflow.flink.io.DeadLetterKey;
import io.satisflow.flink.io.KafkaConnection;
import io.satisflow.flink.io.Topic;
import io.satisflow.flink.io.TopicAdmin;
import io.satisflow.flink.io.TopicPartitions;
import io.satisflow.flink.io.TopicSink;
import io.satisflow.flink.io.TopicSource;
import io.satisflow.flink.settings.JobArguments;
import io.satisflow.flink.settings.JobEnvironment;
import io.satisflow.settings.ChannelSettings;
import io.satisflow.settings.Settings;
import io.satisflow.wire.DeadLetter;
import io.satisflow.wire.Feedback;
import io.satisflow.wire.TicketEvent;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/** Raw topics in; feedback, ticket events and dead letters out. */
public final class IntakeJob {
    public static final String NAME = "intake";
    public static final List<Topic> OUTPUTS = List.of(Topic.FEEDBACK, Topic.TICKET_EVENTS, Topic.DEAD_LETTERS);

    private final Settings settings;
    private final KafkaConnection kafka;

    private IntakeJob(Settings settings, KafkaConnection kafka) {
        this.settings = settings;
        this.kafka = kafka;
    }

    public static void main(String[] args) throws Exception {
        JobArguments arguments = JobArguments.parse(args);
        Settings settings = arguments.settings();
        StreamExecutionEnvironment environment = JobEnvironment.get();
        new IntakeJob(settings, arguments.kafka(settings)).define(environment);
        environment.executeAsync(NAME);
    }

    private void define(StreamExecutionEnvironment environment) {
        Map<String, ChannelMapping> mappings = settings.channels().stream()
                .collect(Collectors.toMap(ChannelSettings::topic, ChannelSettings::mapping));
        List<String> outputs = OUTPUTS.stream().map(kafka.names()::of).toList();
        TopicPartitions partitions = new TopicAdmin(kafka)
                .ensure(
                        Stream.concat(mappings.keySet().stream(), outputs.stream())
                                .toList(),
                        settings.partitions());

        IntakeStreams streams = IntakePipeline.build(read(environment, mappings, partitions), settings.disorder());
        new TopicSink(kafka, NAME, partitions)
                .write(Topic.FEEDBACK, Feedback.class, streams.feedback(), FeedbackKey::of)
                .write(Topic.TICKET_EVENTS, TicketEvent.class, streams.ticketEvents(), TicketEvent::getTicket)
                .write(Topic.DEAD_LETTERS, DeadLetter.class, streams.deadLetters(), DeadLetterKey::of)
                .build();
    }

    private DataStream<RawArrival> read(
            StreamExecutionEnvironment environment, Map<String, ChannelMapping> mappings, TopicPartitions partitions) {
        Duration disorder = settings.disorder();
        return new TopicSource(environment, kafka, NAME)
                .readRaw(
                        partitions.only(mappings.keySet()),
                        RawArrival.class,
                        new MapRawRecord(mappings),
                        WatermarkStrategy.forGenerator(context -> new RawWatermarks(disorder)));
    }
}
