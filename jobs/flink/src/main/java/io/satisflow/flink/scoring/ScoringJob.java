package io.satisflow.flink.scoring;

import io.satisflow.flink.io.Inbound;
import io.satisflow.flink.io.KafkaConnection;
import io.satisflow.flink.io.Outbound;
import io.satisflow.flink.io.Topic;
import io.satisflow.flink.io.TopicAdmin;
import io.satisflow.flink.io.TopicPartitions;
import io.satisflow.flink.io.TopicSink;
import io.satisflow.flink.io.TopicSource;
import io.satisflow.flink.settings.JobArguments;
import io.satisflow.flink.settings.JobEnvironment;
import io.satisflow.ledger.RecordedFeedback;
import io.satisflow.ledger.ScoredFeedback;
import io.satisflow.settings.Settings;
import java.util.List;
import java.util.stream.Stream;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/** Feedback in; the same feedback out, with what its text says. */
public final class ScoringJob {
    public static final String NAME = "scoring";
    public static final List<Topic> OUTPUTS = List.of(Topic.SCORED_FEEDBACK);
    private static final List<Topic> INPUTS = List.of(Topic.FEEDBACK);

    private ScoringJob() {}

    public static void main(String[] args) throws Exception {
        JobArguments arguments = JobArguments.parse(args);
        Settings settings = arguments.settings();
        KafkaConnection kafka = arguments.kafka(settings);
        StreamExecutionEnvironment environment = JobEnvironment.committing(NAME, kafka);
        define(environment, settings, kafka);
        environment.executeAsync(NAME);
    }

    private static void define(StreamExecutionEnvironment environment, Settings settings, KafkaConnection kafka) {
        List<Topic> topics = Stream.concat(INPUTS.stream(), OUTPUTS.stream()).toList();
        TopicPartitions partitions = new TopicAdmin(kafka)
                .ensure(topics, List.of(), settings.topics().partitions());

        DataStream<RecordedFeedback> feedback =
                new TopicSource(environment, kafka, NAME).read(Inbound.FEEDBACK, partitions);
        DataStream<ScoredFeedback> scored = ScoringPipeline.build(feedback, ScoringOptions.of(settings.scoring()));
        new TopicSink(kafka, NAME, partitions)
                .write(Outbound.SCORED_FEEDBACK, scored)
                .build();
    }
}
