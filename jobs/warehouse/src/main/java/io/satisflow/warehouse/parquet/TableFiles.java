package io.satisflow.warehouse.parquet;

import io.satisflow.warehouse.table.Table;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/** Parquet files of tables, some of which can be replaced by one that holds what is to stay. */
public interface TableFiles {
    /** Those that are seen when the table is read. */
    List<Path> files(Table table);

    /** @param old files of one table and date, which go when the new one is there */
    void replace(Connection database, Table table, List<Path> old, Rewriting rewriting)
            throws SQLException, IOException;

    /**
     * What stays of rows, in DuckDB's SQL.
     *
     * @param columns what is selected of them
     * @param kept a condition: which rows stay
     */
    record Rewriting(String columns, String kept) {
        /** All of all, each row once. */
        public static final Rewriting COMPACTION = new Rewriting("*", "true");
    }
}
