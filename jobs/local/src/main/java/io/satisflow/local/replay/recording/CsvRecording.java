package io.satisflow.local.replay.recording;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.satisflow.channel.record.FileFormat;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * A table with a header: each row becomes a JSON object of its columns, all of them text. Bytes are passed through as they
 * are, so that a row which is not UTF-8 is refused by intake instead of being repaired here in silence.
 */
record CsvRecording(TextFile file) implements Recording {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    @Override
    public void forEach(RowReader reader) throws IOException {
        try (Table table = Table.open(file)) {
            long number = 1;
            for (CsvRow row = table.rows.next(); row != null; row = table.rows.next()) {
                reader.read(recorded(number++, row, table.header));
            }
        }
    }

    private static RecordedRow recorded(long number, CsvRow row, CsvHeader header) throws IOException {
        if (row.fault() != null) {
            return new RecordedRow(number, bytes(row.text()), row.fault());
        }
        String fault = header.faultOf(row.cells());
        if (fault != null) {
            return new RecordedRow(number, bytes(row.text()), fault);
        }
        return new RecordedRow(number, bytes(MAPPER.writeValueAsString(header.payload(number, row.cells()))));
    }

    /** Latin-1 maps each byte to one character and back; what matters to tables and JSON is ASCII. */
    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    /** The columns, with their names as people read them. */
    CsvHeader header() throws IOException {
        try (Table table = Table.open(file)) {
            List<String> names = new ArrayList<>();
            table.header.columns().forEach(name -> names.add(text(name)));
            return new CsvHeader(names);
        }
    }

    private static String text(String bytes) {
        return new String(bytes(bytes), StandardCharsets.UTF_8);
    }

    private static CsvHeader inBytes(CsvHeader header) {
        return new CsvHeader(header.columns().stream()
                .map(name -> new String(name.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1))
                .toList());
    }

    private record Table(BufferedReader in, CsvReader rows, CsvHeader header) implements AutoCloseable {

        static Table open(TextFile file) throws IOException {
            BufferedReader in =
                    new BufferedReader(new InputStreamReader(file.open(), StandardCharsets.ISO_8859_1), 1 << 16);
            CsvLines lines = new CsvLines(in);
            char delimiter = CsvDelimiter.find(lines, file);
            FileFormat format = file.format();
            CsvReader rows = new CsvReader(lines, delimiter, format.escape());
            List<List<String>> header = new ArrayList<>();
            for (int i = 0; i < format.headerRows(); i++) {
                CsvRow row = rows.next();
                if (row == null || row.fault() != null) {
                    in.close();
                    throw new ReplayException("%s: the first line must name the columns, but %s"
                            .formatted(file.path(), row == null ? "there is none" : row.fault()));
                }
                header.add(row.cells().stream().map(CsvRecording::text).toList());
            }
            CsvHeader columns = inBytes(CsvHeader.of(header));
            rows.expect(columns.columns().size());
            return new Table(in, rows, columns);
        }

        @Override
        public void close() throws IOException {
            in.close();
        }
    }
}
