package io.satisflow.scoring.labelled;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/**
 * A UTF-8 CSV with a header and at least the columns {@code label} (negative, neutral or positive) and {@code text}, or the stars and
 * the texts of reviews ({@link LabelColumns}). Rows with another label, such as {@code conflict}, or without text are left out and
 * counted. Marks of redaction are no part of a text.
 */
public final class LabelledCsv {
    private static final char BYTE_ORDER_MARK = '\uFEFF';

    private LabelledCsv() {}

    /**
     * @throws LabelledDataException when a column is missing or no row is left
     * @throws IOException when the file cannot be read
     */
    public static LabelledSet read(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return read(in, file.toString());
        }
    }

    /** @param source for messages; its last part becomes the name of the set */
    public static LabelledSet read(InputStream in, String source) throws IOException {
        List<LabelledText> texts = new ArrayList<>();
        int leftOut = 0;
        try (CSVParser rows = rows(in)) {
            LabelColumns columns = LabelColumns.of(rows.getHeaderNames())
                    .orElseThrow(() -> missing(rows, source, LabelColumns.LABEL, LabelColumns.TEXT));
            for (CSVRecord row : rows) {
                Optional<LabelledText> text = columns.read(row);
                text.ifPresent(texts::add);
                leftOut += text.isPresent() ? 0 : 1;
            }
        }
        if (texts.isEmpty()) {
            throw new LabelledDataException(
                    "%s: no row has a text and one of the labels negative, neutral, positive (%d rows left out)"
                            .formatted(source, leftOut));
        }
        return new LabelledSet(String.valueOf(Path.of(source).getFileName()), List.copyOf(texts), leftOut);
    }

    /** The rows after the header. */
    static CSVParser rows(InputStream in) throws IOException {
        return CSVFormat.DEFAULT
                .builder()
                .setHeader()
                .setAllowMissingColumnNames(true)
                .get()
                .parse(withoutByteOrderMark(in));
    }

    static void require(CSVParser rows, String source, String... columns) {
        if (!rows.getHeaderNames().containsAll(List.of(columns))) {
            throw missing(rows, source, columns);
        }
    }

    private static LabelledDataException missing(CSVParser rows, String source, String... columns) {
        return new LabelledDataException("%s: expected the columns %s, but the header is %s"
                .formatted(source, String.join(" and ", columns), rows.getHeaderNames()));
    }

    private static Reader withoutByteOrderMark(InputStream in) throws IOException {
        Reader reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
        reader.mark(1);
        if (reader.read() != BYTE_ORDER_MARK) {
            reader.reset();
        }
        return reader;
    }
}
