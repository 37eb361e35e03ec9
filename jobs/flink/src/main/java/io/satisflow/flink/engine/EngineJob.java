package io.satisflow.flink.engine;

import io.satisflow.flink.io.DeadLetterKey;
import io.satisflow.flink.io.KafkaConnection;
import io.satisflow.flink.io.Topic;
import io.satisflow.flink.io.TopicAdmin;
import io.satisflow.flink.io.TopicPartitions;
import io.satisflow.flink.io.TopicSink;
import io.satisflow.flink.io.TopicSource;
import io.satisflow.flink.settings.JobArguments;
import io.satisflow.flink.settings.JobEnvironment;
import io.satisflow.flink.sla.SlaPipeline;
import io.satisflow.flink.sla.SlaStreams;
import io.satisflow.settings.Settings;
import io.satisflow.wire.DeadLetter;
import io.satisflow.wire.SlaEvent;
import io.satisflow.wire.TicketEvent;
import java.util.List;
import java.util.stream.Stream;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/** Ticket events in; what the service-level clocks say out. */
public final class EngineJob {
    public static final String NAME = "engine";
    public static final List<Topic> OUTPUTS = List.of(Topic.SLA_EVENTS, Topic.DEAD_LETTERS);
    private static final List<Topic> INPUTS = List.of(Topic.TICKET_EVENTS);

    private EngineJob() {}

    public static void main(String[] args) throws Exception {
        JobArguments arguments = JobArguments.parse(args);
        Settings settings = arguments.settings();
        StreamExecutionEnvironment environment = JobEnvironment.get();
        define(environment, settings, arguments.kafka(settings));
        environment.executeAsync(NAME);
    }

    private static void define(StreamExecutionEnvironment environment, Settings settings, KafkaConnection kafka) {
        List<String> topics = Stream.concat(INPUTS.stream(), OUTPUTS.stream())
                .map(kafka.names()::of)
                .toList();
        TopicPartitions partitions = new TopicAdmin(kafka).ensure(topics, settings.partitions());

        DataStream<TicketEvent> ticketEvents = new TopicSource(environment, kafka, NAME)
                .read(Topic.TICKET_EVENTS, partitions, TicketEvent.class, TicketEvent::getKnownAt);
        SlaStreams sla = SlaPipeline.build(ticketEvents, settings.sla());
        new TopicSink(kafka, NAME, partitions)
                .write(Topic.SLA_EVENTS, SlaEvent.class, sla.slaEvents(), SlaEvent::getTicket)
                .write(Topic.DEAD_LETTERS, DeadLetter.class, sla.refused(), DeadLetterKey::of)
                .build();
    }
}
