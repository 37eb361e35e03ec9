package io.satisflow.warehouse.table;

import java.io.Serializable;

/**
 * A column of a table.
 *
 * @param meaning with its unit, in a few words
 */
public record Column(String name, ColumnType type, String meaning) implements Serializable {

    /** As SQL has it: some of the names are words of SQL. */
    public String quoted() {
        return '"' + name + '"';
    }
}
