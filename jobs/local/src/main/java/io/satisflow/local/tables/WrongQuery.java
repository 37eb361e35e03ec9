package io.satisflow.local.tables;

import java.sql.SQLException;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What is wrong with a query: first what there is not, then what there is, and the database's own words where they say more. */
final class WrongQuery {
    private static final Pattern COLUMN =
            Pattern.compile("(?:Referenced column|does not have a column named) \"([^\"]+)\"");
    private static final Pattern TABLE = Pattern.compile("Table with name (\\S+) does not exist");
    /** The driver runs a query that is wrong, and says that of itself first. */
    private static final Pattern OF_THE_DRIVER =
            Pattern.compile("\\A(?:Invalid Input Error: Attempting to execute an unsuccessful[^\n]*\n)?(?:Error: )?");

    private WrongQuery() {}

    /** @param tables the names of all there are, each with its columns */
    static String message(SQLException error, String query, List<KnownTable> tables) {
        String said = OF_THE_DRIVER
                .matcher(String.valueOf(error.getMessage()).strip())
                .replaceFirst("");
        Matcher column = COLUMN.matcher(said);
        if (column.find()) {
            return "There is no column %s; there are: %s".formatted(column.group(1), columns(query, tables));
        }
        Matcher table = TABLE.matcher(said);
        if (table.find()) {
            String names = tables.stream().map(KnownTable::name).collect(Collectors.joining(", "));
            return "There is no table %s; there are: %s"
                    .formatted(table.group(1).replaceFirst("!$", ""), names);
        }
        return said;
    }

    /** @param columns with commas between them */
    record KnownTable(String name, String columns) {}

    /** Of the tables that the query names; of all where it names none. */
    private static String columns(String query, List<KnownTable> tables) {
        List<KnownTable> asked =
                tables.stream().filter(table -> isIn(query, table.name())).toList();
        Stream<KnownTable> told = asked.isEmpty() ? tables.stream() : asked.stream();
        return told.map(table -> "%s (%s)".formatted(table.name(), table.columns()))
                .collect(Collectors.joining(", "));
    }

    private static boolean isIn(String query, String table) {
        return Pattern.compile("\\b" + Pattern.quote(table) + "\\b", Pattern.CASE_INSENSITIVE)
                .matcher(query)
                .find();
    }
}
