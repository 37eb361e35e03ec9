package io.satisflow.channel.draft;

import com.fasterxml.jackson.databind.JsonNode;
import io.satisflow.channel.field.time.TimeShape;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** Lines below the header of a table that name the columns once more, as exports of surveys have them: by question, by id. */
public final class HeaderRows {
    private static final int MOST = 3;
    private static final int LEAST_RECORDS = 2;
    private static final Pattern NUMBER = Pattern.compile("-?\\d+(?:[.,]\\d+)?");

    private HeaderRows() {}

    /** How many of the first records are none: they say words where all records behind them have a number or a time. */
    public static int count(List<JsonNode> records) {
        int headers = 0;
        for (int row = 0; row < MOST && row < records.size() - LEAST_RECORDS; row++) {
            if (isHeader(
                    records.get(row),
                    records.subList(Math.min(MOST, records.size() - LEAST_RECORDS), records.size()))) {
                headers = row + 1;
            }
        }
        return headers;
    }

    /**
     * Whether the first record is the lower line of the header: it names answers of a question and says nothing where the
     * records behind it have numbers and times.
     */
    public static boolean isLowerHeader(List<JsonNode> records) {
        if (records.size() <= LEAST_RECORDS) {
            return false;
        }
        JsonNode row = records.get(0);
        List<JsonNode> behind = records.subList(1, records.size());
        List<String> measured =
                columns(row).filter(column -> isMeasured(column, behind)).toList();
        return measured.size() >= LEAST_RECORDS
                && measured.stream()
                        .allMatch(column -> row.path(column).asText().isBlank())
                && columns(row).map(column -> row.path(column).asText()).anyMatch(HeaderRows::isWords);
    }

    private static Stream<String> columns(JsonNode row) {
        return StreamSupport.stream(((Iterable<String>) row::fieldNames).spliterator(), false)
                .filter(column -> !column.equals("row"));
    }

    private static boolean isHeader(JsonNode row, List<JsonNode> behind) {
        List<String> measured =
                columns(row).filter(column -> isMeasured(column, behind)).toList();
        return !measured.isEmpty()
                && measured.stream().map(column -> row.path(column).asText()).allMatch(HeaderRows::isWords);
    }

    private static boolean isMeasured(String column, List<JsonNode> records) {
        List<String> values = records.stream()
                .map(record -> record.path(column).asText().strip())
                .filter(value -> !value.isEmpty())
                .toList();
        return values.size() >= LEAST_RECORDS && values.stream().noneMatch(HeaderRows::isWords);
    }

    private static boolean isWords(String value) {
        return !value.isBlank()
                && !NUMBER.matcher(value.strip()).matches()
                && TimeShape.of(value.strip()).isEmpty();
    }
}
