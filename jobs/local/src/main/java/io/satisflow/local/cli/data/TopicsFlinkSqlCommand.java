package io.satisflow.local.cli.data;

import io.satisflow.local.reference.FlinkSqlTables;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code topics flink-sql}: the topics as tables, made of the schemas. */
@Command(
        mixinStandardHelpOptions = true,
        name = "flink-sql",
        header = "A table in Flink SQL for each topic, over a schema registry: what analytics/ddl/flink.sql holds.",
        footer = {
            "",
            "Example:",
            "  ./satisflow topics flink-sql --brokers kafka:9092 --registry http://registry:8080/apis/ccompat/v7 > tables.sql"
        })
final class TopicsFlinkSqlCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Option(
            names = "--brokers",
            defaultValue = "kafka:9092",
            paramLabel = "HOST:PORT",
            description = "of Kafka (default: kafka:9092)")
    private String brokers;

    @Option(
            names = "--registry",
            defaultValue = "http://registry:8080/apis/ccompat/v7",
            paramLabel = "URL",
            description = "of the schema registry (default: http://registry:8080/apis/ccompat/v7)")
    private String registry;

    @Option(
            names = "--prefix",
            defaultValue = "satisflow",
            paramLabel = "PREFIX",
            description = "of the topics (default: satisflow)")
    private String prefix;

    @Override
    public Integer call() {
        spec.commandLine().getOut().print(FlinkSqlTables.statements(brokers, registry, prefix));
        spec.commandLine().getOut().flush();
        return 0;
    }
}
