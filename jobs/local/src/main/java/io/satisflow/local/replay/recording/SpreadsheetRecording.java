package io.satisflow.local.replay.recording;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.satisflow.channel.record.FileFormat;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import org.dhatim.fastexcel.reader.Row;
import org.jspecify.annotations.Nullable;

/**
 * The first sheet of a workbook (.xlsx) as a table with a header. A cell that shows a date is passed on as one, in ISO without
 * a zone, since spreadsheets keep local time; other numbers as they are stored.
 */
record SpreadsheetRecording(Path file, FileFormat format) implements Recording {
    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final Pattern DATE_FORMAT = Pattern.compile("(?i).*(?:y|d|h:|:m|:s).*");
    private static final Pattern NO_CODE =
            Pattern.compile("\"[^\"]*\"|\\\\.|\\[(?!h|m|s)[^\\]]*\\]", Pattern.CASE_INSENSITIVE);
    private static final DateTimeFormatter LOCAL = DateTimeFormatter.ISO_LOCAL_DATE_TIME;

    @Override
    public void forEach(RowReader reader) throws IOException {
        try (InputStream in = new BufferedInputStream(Files.newInputStream(file));
                ReadableWorkbook workbook = read(() -> new ReadableWorkbook(in, new ReadingOptions(true, false)));
                Stream<Row> stream = read(() -> workbook.getFirstSheet().openStream())) {
            Iterator<List<String>> rows = stream.map(SpreadsheetRecording::texts)
                    .filter(cells -> !cells.stream().allMatch(String::isBlank))
                    .skip(format.skip())
                    .iterator();
            CsvHeader header = header(rows);
            for (long number = 1; read(rows::hasNext); number++) {
                byte[] payload = MAPPER.writeValueAsBytes(header.payload(number, read(rows::next)));
                reader.read(new RecordedRow(number, payload));
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

    private CsvHeader header(Iterator<List<String>> rows) throws IOException {
        List<List<String>> header = new ArrayList<>();
        while (header.size() < format.headerRows() && read(rows::hasNext)) {
            header.add(read(rows::next));
        }
        if (header.isEmpty()) {
            throw new ReplayException(
                    "%s: the first row of the first sheet must name the columns, but there is none".formatted(file));
        }
        return CsvHeader.of(header);
    }

    private static List<String> texts(Row row) {
        List<String> texts = new ArrayList<>();
        row.forEach(cell -> texts.add(text(cell)));
        return texts;
    }

    private static String text(@Nullable Cell cell) {
        if (cell == null || cell.getType() == CellType.EMPTY || cell.getType() == CellType.ERROR) {
            return "";
        }
        if (cell.getType() == CellType.NUMBER && isDate(cell.getDataFormatString())) {
            return LOCAL.format(cell.asDate().withNano(0));
        }
        String raw = cell.getType() == CellType.NUMBER ? cell.asNumber().toPlainString() : cell.getText();
        return raw == null ? "" : cell.getType() == CellType.BOOLEAN ? raw.toLowerCase(Locale.ROOT) : raw;
    }

    private static boolean isDate(@Nullable String dataFormat) {
        return dataFormat != null
                && DATE_FORMAT
                        .matcher(NO_CODE.matcher(dataFormat).replaceAll(""))
                        .matches();
    }
}
