package io.satisflow.local.replay.recording;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The columns of a table. One without a name is called by its place, {@code column_3}; columns of one name are a list, so that
 * each can be named, {@code /Other/0} and {@code /Other/1}, and none hides the other.
 */
public record CsvHeader(List<String> columns) {
    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final String ROW = "row";
    /** At both ends, those that nobody sees included: no-break and zero-width ones, a byte order mark. */
    private static final Pattern BLANKS = Pattern.compile("^[\\s\\p{Z}\\p{Cf}]+|[\\s\\p{Z}\\p{Cf}]+$");

    /** @param rows of the header, the top one first; a name is all that stands above a column */
    static CsvHeader of(List<List<String>> rows) {
        int width = rows.stream().mapToInt(List::size).max().orElse(0);
        List<String> names = new ArrayList<>();
        String top = "";
        for (int i = 0; i < width; i++) {
            String above = cell(rows.get(0), i);
            top = above.isEmpty() && rows.size() > 1 ? top : above;
            List<String> parts = new ArrayList<>(List.of(top));
            for (List<String> lower : rows.subList(1, rows.size())) {
                parts.add(cell(lower, i));
            }
            parts.removeIf(String::isEmpty);
            names.add(parts.isEmpty() ? "column_" + (i + 1) : String.join(" / ", parts));
        }
        return new CsvHeader(names);
    }

    private static String cell(List<String> row, int index) {
        return index < row.size() ? BLANKS.matcher(row.get(index)).replaceAll("") : "";
    }

    /** Names that stand above more than one column. */
    public List<String> repeated() {
        return columns.stream()
                .filter(name -> Collections.frequency(columns, name) > 1)
                .distinct()
                .toList();
    }

    /**
     * A row as a payload. Collected texts often have neither id nor time, so the number of the row stands beside its columns as
     * {@code row}, unless the table has a column of that name.
     */
    ObjectNode payload(long number, List<String> cells) {
        ObjectNode object = MAPPER.createObjectNode();
        if (!columns.contains(ROW)) {
            object.put(ROW, String.valueOf(number));
        }
        List<String> repeated = repeated();
        for (int i = 0; i < Math.min(columns.size(), cells.size()); i++) {
            String name = columns.get(i);
            if (repeated.contains(name)) {
                ArrayNode list = object.withArray(pointer(name));
                list.add(cells.get(i));
            } else {
                object.put(name, cells.get(i));
            }
        }
        return object;
    }

    /** What is wrong with a row that says something where no column is; null for nothing. */
    @Nullable
    String faultOf(List<String> cells) {
        return cells.size() <= columns.size()
                        || cells.stream().skip(columns.size()).allMatch(String::isBlank)
                ? null
                : "the row has %d cells under %d columns; a delimiter within a cell needs quotes around the cell; lines above the header are passed over with file: {skip: N}"
                        .formatted(cells.size(), columns.size());
    }

    private static String pointer(String name) {
        return "/" + name.replace("~", "~0").replace("/", "~1");
    }
}
