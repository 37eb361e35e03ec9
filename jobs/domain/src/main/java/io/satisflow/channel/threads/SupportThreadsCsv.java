package io.satisflow.channel.threads;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/** Reads the table of recorded support threads: comma-separated, with a header. */
public final class SupportThreadsCsv {
    private static final CSVFormat FORMAT =
            CSVFormat.DEFAULT.builder().setHeader().setSkipHeaderRecord(true).get();

    private static final String BYTE_ORDER_MARK = "\uFEFF";

    private SupportThreadsCsv() {}

    /**
     * All rows in the order of the file; the reader stays open.
     *
     * @throws IOException when the file cannot be read, is no such table, or ends within quotes
     */
    public static List<ThreadRow> read(Reader csv) throws IOException {
        CSVParser parser = open(csv);
        List<String> header = parser.getHeaderNames().stream()
                .map(name -> name.replace(BYTE_ORDER_MARK, "").strip())
                .toList();
        if (!header.contains("tweet_id")) {
            throw new IOException(
                    "the first line must name the columns, tweet_id among them, but was %s; is this the table of support threads?"
                            .formatted(header));
        }
        List<ThreadRow> rows = new ArrayList<>();
        try {
            parser.forEach(each -> rows.add(new ThreadRow(rows.size() + 1, columns(each, header))));
        } catch (UncheckedIOException e) {
            throw new IOException(
                    "the table cannot be read behind row %d: %s".formatted(rows.size(), e.getMessage()), e);
        }
        return rows;
    }

    private static CSVParser open(Reader csv) throws IOException {
        try {
            return CSVParser.builder().setReader(csv).setFormat(FORMAT).get();
        } catch (IllegalArgumentException e) {
            throw new IOException("the first line must name each column once: " + e.getMessage(), e);
        }
    }

    /** A row that is cut off has the columns that it has. */
    private static Map<String, String> columns(CSVRecord each, List<String> header) {
        Map<String, String> columns = new LinkedHashMap<>();
        for (int i = 0; i < Math.min(each.size(), header.size()); i++) {
            columns.put(header.get(i), each.get(i));
        }
        return columns;
    }
}
