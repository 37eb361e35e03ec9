package io.satisflow.local.bench.warehouse;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.satisflow.local.tables.ResultTables;
import io.satisflow.warehouse.table.Column;
import io.satisflow.warehouse.table.ColumnType;
import io.satisflow.warehouse.table.Table;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The rows of a table as texts that two databases can be compared by: all cells but as_of, sorted. */
public final class TableAnswers {
    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final int DIGITS = 9;

    private TableAnswers() {}

    public static List<String> ofDuckDb(ResultTables tables, Table table) {
        String columns = columns(table).stream()
                .map(column -> switch (column.type()) {
                    case INSTANT -> "epoch_ms(%s)".formatted(column.quoted());
                    case TEXTS_BY_NAME, JSON -> "CAST(to_json(%s) AS VARCHAR)".formatted(column.quoted());
                    default -> column.quoted();
                })
                .collect(Collectors.joining(", "));
        return tables.ask("SELECT %s FROM \"%s\"".formatted(columns, table.name())).rows().stream()
                .map(row -> row(table, row))
                .sorted()
                .toList();
    }

    public static List<String> ofPostgres(Connection connection, Table table) throws SQLException {
        String columns = columns(table).stream()
                .map(column -> column.type() == ColumnType.INSTANT
                        ? "CAST(extract(epoch FROM %s) * 1000 AS bigint)".formatted(column.quoted())
                        : column.quoted())
                .collect(Collectors.joining(", "));
        List<String> answer = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SELECT %s FROM \"%s\"".formatted(columns, table.name()))) {
            while (rows.next()) {
                List<@Nullable String> cells = new ArrayList<>();
                for (int column = 1; column <= columns(table).size(); column++) {
                    cells.add(rows.getString(column));
                }
                answer.add(row(table, cells));
            }
        }
        return answer.stream().sorted().toList();
    }

    private static List<Column> columns(Table table) {
        return table.columns().stream()
                .filter(column -> !column.name().equals("as_of"))
                .toList();
    }

    private static String row(Table table, List<@Nullable String> cells) {
        List<Column> columns = columns(table);
        List<String> texts = new ArrayList<>();
        for (int index = 0; index < columns.size(); index++) {
            texts.add(columns.get(index).name() + "=" + cell(columns.get(index).type(), cells.get(index)));
        }
        return String.join(" ", texts);
    }

    private static String cell(ColumnType type, @Nullable String text) {
        if (text == null) {
            return "-";
        }
        return switch (type) {
            case NUMBER -> number(Double.parseDouble(text));
            case YES_OR_NO -> text.substring(0, 1);
            case TEXTS_BY_NAME, JSON -> canonical(json(text));
            default -> text;
        };
    }

    private static String number(double value) {
        return new BigDecimal(value)
                .setScale(DIGITS, RoundingMode.HALF_UP)
                .stripTrailingZeros()
                .toPlainString();
    }

    private static JsonNode json(String text) {
        try {
            return MAPPER.readTree(text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String canonical(JsonNode json) {
        if (json.isObject()) {
            TreeMap<String, String> fields = new TreeMap<>();
            json.properties().forEach(field -> fields.put(field.getKey(), canonical(field.getValue())));
            return fields.toString();
        }
        if (json.isArray()) {
            List<String> items = new ArrayList<>();
            json.forEach(item -> items.add(canonical(item)));
            return items.toString();
        }
        return json.isNumber() ? number(json.asDouble()) : json.toString();
    }
}
