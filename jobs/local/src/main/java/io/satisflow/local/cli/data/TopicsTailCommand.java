package io.satisflow.local.cli.data;

import io.satisflow.flink.io.KafkaConnection;
import io.satisflow.flink.io.Topic;
import io.satisflow.flink.io.WireFormat;
import io.satisflow.local.cli.option.EngineAddress;
import io.satisflow.local.cli.option.UsageException;
import io.satisflow.local.topics.TopicRecordType;
import io.satisflow.local.topics.TopicTail;
import io.satisflow.local.topics.WireJson;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.apache.avro.specific.SpecificRecordBase;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code topics tail}: the last records of a topic, readable. */
@Command(
        mixinStandardHelpOptions = true,
        name = "tail",
        header = "The last committed records of a topic, as JSON lines.",
        footer = {
            "",
            "Examples:",
            "  ./satisflow topics tail dead-letters --dir live",
            "  ./satisflow topics tail sla-events --dir live -n 100 | jq 'select(.event == \"breach\")'"
        })
final class TopicsTailCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Mixin
    private EngineAddress engine;

    @Parameters(paramLabel = "TOPIC", description = "its short name, such as sla-events")
    private String name;

    @Option(
            names = {"-n", "--records"},
            defaultValue = "10",
            paramLabel = "N",
            description = "how many at most (default: 10)")
    private int wanted;

    @Option(names = "--raw", description = "as they stand on the topic, in hexadecimal, a record a line")
    private boolean raw;

    @Override
    public Integer call() throws IOException {
        if (wanted < 1) {
            throw new UsageException("--records %d: expected 1 or more".formatted(wanted));
        }
        Topic topic = topic(name);
        Class<? extends SpecificRecordBase> type = type(topic);
        KafkaConnection kafka = engine.kafka(engine.settings());
        print(engine.tail(kafka, topic, wanted), kafka.reading(type));
        return 0;
    }

    static Topic topic(String name) {
        return TopicRecordType.topic(name)
                .orElseThrow(() -> new UsageException("%s is none of the topics: %s"
                        .formatted(
                                name,
                                Arrays.stream(Topic.values())
                                        .map(Topic::shortName)
                                        .collect(Collectors.joining(", ")))));
    }

    static Class<? extends SpecificRecordBase> type(Topic topic) {
        return TopicRecordType.of(topic)
                .orElseThrow(() -> new UsageException("%s: its records cannot be shown".formatted(topic.shortName())));
    }

    private <T extends SpecificRecordBase> void print(TopicTail.Tail tail, WireFormat<T> format) {
        PrintWriter out = spec.commandLine().getOut();
        for (ConsumerRecord<byte[], byte[]> record : tail.records()) {
            if (raw) {
                out.println(HexFormat.of().formatHex(record.value()));
                continue;
            }
            try {
                out.println(WireJson.line(format.decode(record.value())));
            } catch (IllegalStateException e) {
                spec.commandLine()
                        .getErr()
                        .printf("partition %d, offset %d: %s%n", record.partition(), record.offset(), e.getMessage());
            }
        }
    }
}
