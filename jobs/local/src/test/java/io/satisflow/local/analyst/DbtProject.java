package io.satisflow.local.analyst;

import static org.assertj.core.api.Assertions.assertThat;

import io.satisflow.config.ConfigFile;
import io.satisflow.config.ConfigNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The models of a dbt project made on a PostgreSQL, and their tests asked: what {@code dbt build} does, without dbt. */
final class DbtProject {
    private static final Pattern REFERENCE = Pattern.compile("\\{\\{\\s*ref\\('(\\w+)'\\)\\s*}}");
    private static final Pattern SOURCE = Pattern.compile("\\{\\{\\s*source\\('(\\w+)',\\s*'(\\w+)'\\)\\s*}}");
    private static final Pattern TO = Pattern.compile("ref\\('(\\w+)'\\)");

    private final Map<String, String> models = new LinkedHashMap<>();
    private final List<ConfigNode> described = new ArrayList<>();
    private final Set<String> sources = new TreeSet<>();

    DbtProject(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder.resolve("models"))) {
            for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
                String name = file.getFileName().toString();
                if (name.endsWith(".sql")) {
                    models.put(name.replace(".sql", ""), Files.readString(file));
                } else {
                    read(ConfigFile.read(file));
                }
            }
        }
    }

    private void read(ConfigNode properties) {
        properties.find("models").ifPresent(list -> described.addAll(list.items()));
        properties.find("sources").ifPresent(list -> {
            for (ConfigNode source : list.items()) {
                source.require("tables")
                        .items()
                        .forEach(table -> sources.add(source.require("name").text() + "."
                                + table.require("name").text()));
            }
        });
    }

    Set<String> models() {
        return models.keySet();
    }

    /** Names of tables as {@code source.table}. */
    Set<String> sources() {
        return sources;
    }

    /** A view for each model, in the order in which they refer to each other. */
    void build(Connection connection) throws SQLException {
        Map<String, String> waiting = new LinkedHashMap<>(models);
        Set<String> made = new TreeSet<>();
        try (Statement statement = connection.createStatement()) {
            while (!waiting.isEmpty()) {
                List<String> ready = waiting.entrySet().stream()
                        .filter(model -> made.containsAll(references(model.getValue())))
                        .map(Map.Entry::getKey)
                        .toList();
                assertThat(ready)
                        .as("models that refer to none that is missing, of %s", waiting.keySet())
                        .isNotEmpty();
                for (String model : ready) {
                    statement.execute("CREATE VIEW %s AS %s".formatted(model, compiled(Objects.requireNonNull(waiting.remove(model)))));
                    made.add(model);
                }
            }
        }
    }

    private static Set<String> references(String sql) {
        return REFERENCE.matcher(sql).results().map(found -> found.group(1)).collect(Collectors.toSet());
    }

    private String compiled(String sql) {
        Matcher source = SOURCE.matcher(REFERENCE.matcher(sql).replaceAll("$1"));
        String compiled = source.replaceAll(found -> {
            assertThat(sources).contains(found.group(1) + "." + found.group(2));
            return found.group(1) + "." + found.group(2);
        });
        assertThat(compiled).as("what is more than ref and source").doesNotContain("{{", "{%");
        return compiled;
    }

    /** Every test that the project declares, as {@code model.column: test}, with how many rows fail it. */
    Map<String, Long> test(Connection connection) throws SQLException {
        Map<String, Long> failing = new LinkedHashMap<>();
        for (ConfigNode model : described) {
            String name = model.require("name").text();
            assertThat(models).as("models that are described").containsKey(name);
            for (ConfigNode column : model.require("columns").items()) {
                String of = column.require("name").text();
                for (ConfigNode test : column.require("tests").items()) {
                    failing.put(
                            "%s.%s: %s".formatted(name, of, kind(test)),
                            Rows.of(connection, failures(name, of, test)).count());
                }
            }
        }
        return failing;
    }

    private static String kind(ConfigNode test) {
        return test.isMapping() ? test.entries().keySet().iterator().next() : test.text();
    }

    private static String failures(String model, String column, ConfigNode test) {
        return switch (kind(test)) {
            case "unique" ->
                "SELECT 1 FROM %1$s WHERE %2$s IS NOT NULL GROUP BY %2$s HAVING count(*) > 1".formatted(model, column);
            case "not_null" -> "SELECT 1 FROM %s WHERE %s IS NULL".formatted(model, column);
            case "accepted_values" ->
                "SELECT 1 FROM %s WHERE %s NOT IN (%s)"
                        .formatted(
                                model,
                                column,
                                test.require("accepted_values").require("values").items().stream()
                                        .map(value -> "'" + value.text() + "'")
                                        .collect(Collectors.joining(", ")));
            case "relationships" -> related(model, column, test.require("relationships"));
            default -> throw new AssertionError("A test that is not known here: " + kind(test));
        };
    }

    private static String related(String model, String column, ConfigNode test) {
        Matcher to = TO.matcher(test.require("to").text());
        assertThat(to.matches()).isTrue();
        return "SELECT 1 FROM %1$s c WHERE c.%2$s IS NOT NULL AND NOT EXISTS (SELECT 1 FROM %3$s p WHERE p.%4$s = c.%2$s)"
                .formatted(model, column, to.group(1), test.require("field").text());
    }
}
