package io.satisflow.local.analyst;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/** The answer to a query: names of columns, and rows as texts. */
record Rows(List<String> columns, List<List<String>> rows) {

    static Rows of(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet answer = statement.executeQuery(sql)) {
            List<String> columns = new ArrayList<>();
            int width = answer.getMetaData().getColumnCount();
            for (int column = 1; column <= width; column++) {
                columns.add(answer.getMetaData().getColumnLabel(column));
            }
            List<List<String>> rows = new ArrayList<>();
            while (answer.next()) {
                List<String> row = new ArrayList<>();
                for (int column = 1; column <= width; column++) {
                    row.add(String.valueOf(answer.getString(column)));
                }
                rows.add(row);
            }
            return new Rows(columns, rows);
        }
    }

    long count() {
        return rows.size();
    }

    /** Of an answer of one row and one column. */
    String only() {
        return rows.get(0).get(0);
    }
}
