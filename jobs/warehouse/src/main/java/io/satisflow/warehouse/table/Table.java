package io.satisflow.warehouse.table;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;

/**
 * A table. A row is known by its key; of two rows of one key the one with the later version holds.
 *
 * @param meaning what a row is
 * @param version columns that are compared in this order; empty when a row never changes
 * @param date the column whose day (UTC) a row is filed under
 */
public record Table(
        String name, String meaning, List<Column> columns, List<String> key, List<String> version, String date)
        implements Serializable {

    public Table {
        columns = List.copyOf(columns);
        key = List.copyOf(key);
        version = List.copyOf(version);
    }

    /** @throws IllegalArgumentException when there is none of that name */
    public int indexOf(String column) {
        for (int index = 0; index < columns.size(); index++) {
            if (columns.get(index).name().equals(column)) {
                return index;
            }
        }
        throw new IllegalArgumentException("Table %s has no column %s".formatted(name, column));
    }

    public boolean has(String column) {
        return columns.stream().anyMatch(one -> one.name().equals(column));
    }

    static Builder named(String name, String meaning) {
        return new Builder(name, meaning);
    }

    /** Writes a table down, column by column. */
    static final class Builder {
        private final String name;
        private final String meaning;
        private final List<Column> columns = new ArrayList<>();
        private List<String> key = List.of();
        private List<String> version = List.of();

        private Builder(String name, String meaning) {
            this.name = name;
            this.meaning = meaning;
        }

        Builder with(String column, ColumnType type, String meaningOfColumn) {
            columns.add(new Column(column, type, meaningOfColumn));
            return this;
        }

        Builder texts(String... names) {
            for (String column : names) {
                with(column, ColumnType.TEXT, "");
            }
            return this;
        }

        Builder key(String... names) {
            key = List.of(names);
            return this;
        }

        Builder version(String... names) {
            version = List.of(names);
            return this;
        }

        Table filedBy(String date) {
            return new Table(name, meaning, columns, key, version, date);
        }
    }
}
