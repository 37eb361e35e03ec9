package io.satisflow.warehouse.table;

import java.io.Serializable;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A row on its way.
 *
 * @param key what its table knows it by, as text
 * @param day it is filed under, such as {@code 2026-03-02}; {@code unknown} without one
 * @param values in the order of the table's columns, as {@link RowCodec} has them
 */
public record TableRow(String table, String key, String day, byte[] values) implements Serializable {
    /** What a row without a day is filed under. */
    public static final String NO_DAY = "unknown";

    static TableRow of(Table table, List<@Nullable Object> values) {
        return new TableRow(
                table.name(),
                table.key().stream()
                        .map(column -> String.valueOf(values.get(table.indexOf(column))))
                        .collect(Collectors.joining("\u0001", table.name() + "\u0001", "")),
                day(values.get(table.indexOf(table.date()))),
                RowCodec.encode(table, values));
    }

    private static String day(@Nullable Object date) {
        if (date instanceof Instant instant) {
            return instant.atZone(ZoneOffset.UTC).toLocalDate().toString();
        }
        return date instanceof LocalDate local ? local.toString() : NO_DAY;
    }

    public Table definition() {
        return Tables.named(table);
    }

    /** In the order of the table's columns. */
    public List<@Nullable Object> cells() {
        return RowCodec.decode(definition(), values);
    }

    /** Whether the other row of the same key is of a later version. */
    public boolean isOlderThan(TableRow other) {
        Table definition = definition();
        List<@Nullable Object> mine = cells();
        List<@Nullable Object> others = other.cells();
        for (String column : definition.version()) {
            int order = compare(mine.get(definition.indexOf(column)), others.get(definition.indexOf(column)));
            if (order != 0) {
                return order < 0;
            }
        }
        return false;
    }

    private static int compare(@Nullable Object one, @Nullable Object other) {
        if (one instanceof Long number && other instanceof Long otherNumber) {
            return number.compareTo(otherNumber);
        }
        return one instanceof Instant instant && other instanceof Instant otherInstant
                ? instant.compareTo(otherInstant)
                : 0;
    }

    /** Whether nothing but its version differs from what was told of it before. */
    public boolean saysNothingNewAfter(byte[] toldBefore) {
        Table definition = definition();
        List<@Nullable Object> before = RowCodec.decode(definition, toldBefore);
        List<@Nullable Object> now = cells();
        for (String column : definition.version()) {
            before.set(definition.indexOf(column), null);
            now.set(definition.indexOf(column), null);
        }
        return before.equals(now);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof TableRow row
                && table.equals(row.table)
                && key.equals(row.key)
                && day.equals(row.day)
                && Arrays.equals(values, row.values);
    }

    @Override
    public int hashCode() {
        return Objects.hash(key, Arrays.hashCode(values));
    }

    @Override
    public String toString() {
        return table + cells();
    }
}
