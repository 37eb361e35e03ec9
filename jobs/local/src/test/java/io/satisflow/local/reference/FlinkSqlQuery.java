package io.satisflow.local.reference;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.flink.table.api.EnvironmentSettings;
import org.apache.flink.table.api.TableEnvironment;
import org.apache.flink.types.Row;
import org.apache.flink.util.CloseableIterator;

/**
 * Flink SQL as its users have it, in a process of its own: the registry's format for SQL brings another Avro under the names of the one
 * that the jobs use.
 */
public final class FlinkSqlQuery {
    private static final String OTHER_AVRO = "flink-avro-";

    private FlinkSqlQuery() {}

    /** @param arguments a file of tables, a file for the answer, a query; without one, a query over each table is planned */
    public static void main(String[] arguments) throws Exception {
        TableEnvironment flink = TableEnvironment.create(EnvironmentSettings.inStreamingMode());
        for (String statement : Files.readString(Path.of(arguments[0])).split(";\n")) {
            if (statement.contains("CREATE TABLE")) {
                flink.executeSql(statement);
            }
        }
        List<String> answer = new ArrayList<>();
        if (arguments.length > 2) {
            try (CloseableIterator<Row> rows = flink.executeSql(arguments[2]).collect()) {
                rows.forEachRemaining(row -> answer.add(String.valueOf(row.getField(0))));
            }
        } else {
            for (String table : flink.listTables()) {
                answer.add(
                        table + " " + flink.explainSql("SELECT * FROM " + table).contains("TableSourceScan"));
            }
        }
        Files.write(Path.of(arguments[1]), answer);
    }

    /** @return a line a row, or a table */
    public static List<String> ask(Path folder, String tables, String... query) throws Exception {
        Path file = Files.writeString(folder.resolve("tables.sql"), tables);
        Path answer = folder.resolve("answer.txt");
        Path said = folder.resolve("flink-sql.log");
        List<String> classPath = Arrays.stream(
                        System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(entry -> !Path.of(entry).getFileName().toString().startsWith(OTHER_AVRO))
                .toList();
        List<String> command = new ArrayList<>(List.of(
                ProcessHandle.current().info().command().orElse("java"),
                "-Xmx700m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                String.join(File.pathSeparator, classPath),
                FlinkSqlQuery.class.getName(),
                file.toString(),
                answer.toString()));
        command.addAll(List.of(query));
        int exitCode = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(said.toFile())
                .start()
                .waitFor();
        if (exitCode != 0) {
            throw new IllegalStateException(Files.readString(said));
        }
        return Files.readAllLines(answer);
    }
}
