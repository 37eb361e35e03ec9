package io.satisflow.local.cli.data;

import io.satisflow.flink.io.registry.SchemaRegistry;
import java.util.concurrent.Callable;
import org.apache.avro.specific.SpecificData;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code topics schema}: what other programs read a topic by. */
@Command(
        mixinStandardHelpOptions = true,
        name = "schema",
        header = "The Avro schema of a topic's records, whole.",
        footer = {"", "Example:", "  ./satisflow topics schema sla-events > sla-events.avsc"})
final class TopicsSchemaCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "TOPIC", description = "its short name, such as sla-events")
    private String name;

    @Override
    public Integer call() {
        spec.commandLine()
                .getOut()
                .println(SchemaRegistry.published(
                                SpecificData.get().getSchema(TopicsTailCommand.type(TopicsTailCommand.topic(name))))
                        .toString(true));
        return 0;
    }
}
