package io.satisflow.local.replay.recording;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/**
 * A CSV with a header: each row becomes a JSON object of its columns, all of them text. The bytes are passed through
 * as they are, so that a row which is not UTF-8 is refused by intake instead of being repaired here in silence. Collected
 * texts often have neither id nor time, so the number of the row stands beside its columns as {@code row}, unless the file
 * has a column of that name.
 */
record CsvRecording(Path file) implements Recording {
    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final String ROW = "row";

    @Override
    public void forEach(RowReader reader) throws IOException {
        // Latin-1 maps each byte to one character and back; what matters to CSV and JSON is ASCII.
        try (Reader bytes = Files.newBufferedReader(file, StandardCharsets.ISO_8859_1);
                CSVParser rows = CSVFormat.DEFAULT.builder().setHeader().get().parse(bytes)) {
            List<String> columns = withoutByteOrderMark(rows.getHeaderNames());
            for (CSVRecord row : rows) {
                reader.read(new RecordedRow(row.getRecordNumber(), payload(columns, row)));
            }
        }
    }

    private static byte[] payload(List<String> columns, CSVRecord row) throws IOException {
        ObjectNode object = MAPPER.createObjectNode();
        if (!columns.contains(ROW)) {
            object.put(ROW, String.valueOf(row.getRecordNumber()));
        }
        for (int i = 0; i < Math.min(columns.size(), row.size()); i++) {
            object.put(columns.get(i), row.get(i));
        }
        return MAPPER.writeValueAsString(object).getBytes(StandardCharsets.ISO_8859_1);
    }

    private static List<String> withoutByteOrderMark(List<String> columns) {
        String mark = new String("\uFEFF".getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
        return columns.stream()
                .map(column -> column.startsWith(mark) ? column.substring(mark.length()) : column)
                .toList();
    }
}
