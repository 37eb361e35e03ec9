package io.satisflow.local.replay.recording;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.satisflow.channel.record.FileFormat;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import org.dhatim.fastexcel.reader.Row;

/**
 * The first sheet of a workbook (.xlsx) as a table with a header. A cell that shows a date is passed on as one, in ISO without
 * a zone, since spreadsheets keep local time; other numbers as they are stored.
 */
record SpreadsheetRecording(Path file, FileFormat format) implements Recording {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    @Override
    public void forEach(RowReader reader) throws IOException {
        try (InputStream in = new BufferedInputStream(Files.newInputStream(file));
                ReadableWorkbook workbook = read(() -> new ReadableWorkbook(in, new ReadingOptions(true, false)));
                Stream<Row> stream = read(() -> workbook.getFirstSheet().openStream())) {
            StoredResults results = new StoredResults(file);
            Iterator<SheetRow> rows = stream.map(row -> SheetRow.of(row, results))
                    .filter(row -> !row.cells().stream().allMatch(String::isBlank) || row.fault() != null)
                    .skip(format.skip())
                    .iterator();
            CsvHeader header = header(rows);
            for (long number = 1; read(rows::hasNext); number++) {
                SheetRow row = read(rows::next);
                byte[] payload = MAPPER.writeValueAsBytes(header.payload(number, row.cells()));
                String fault = row.fault() == null ? header.faultOf(row.cells()) : row.fault();
                reader.read(new RecordedRow(number, payload, fault));
            }
        }
    }

    /** A step of the library, which may fail in any way over what it does not expect in a file. */
    @FunctionalInterface
    private interface Step<T> {
        T take() throws IOException;
    }

    private <T> T read(Step<T> step) throws IOException {
        try {
            return step.take();
        } catch (RuntimeException e) {
            String remedy = String.valueOf(e.getMessage()).endsWith("cell type : d")
                    ? "it has dates as texts, as Strict Open XML and some libraries write them: save it once more as an Excel workbook, or as .csv"
                    : "save it as .csv";
            throw new ReplayException(
                    "%s is no workbook that can be read (%s); %s".formatted(file, e.getMessage(), remedy), e);
        }
    }

    private CsvHeader header(Iterator<SheetRow> rows) throws IOException {
        List<List<String>> header = new ArrayList<>();
        while (header.size() < format.headerRows() && read(rows::hasNext)) {
            header.add(read(rows::next).cells());
        }
        if (header.isEmpty()) {
            throw new ReplayException(
                    "%s: the first row of the first sheet must name the columns, but there is none".formatted(file));
        }
        return CsvHeader.of(header);
    }
}
