package io.satisflow.local.replay.recording;

import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What stands between the cells of a table: declared, named by a {@code sep=} line, or seen in the first rows. */
final class CsvDelimiter {
    private static final List<Character> CANDIDATES = List.of(',', ';', '\t', '|');
    private static final int ROWS_LOOKED_AT = 20;
    private static final int LINES_LOOKED_AT = 60;
    private static final String NAMED = "sep=";

    private CsvDelimiter() {}

    /** Passes over what stands above the header. */
    static char find(CsvLines lines, TextFile file) throws IOException {
        for (int i = 0; i < file.format().skip(); i++) {
            lines.next();
        }
        List<String> first = new ArrayList<>();
        for (String line = lines.next(); line != null && first.size() < LINES_LOOKED_AT; line = lines.next()) {
            first.add(line);
            if (first.size() == LINES_LOOKED_AT) {
                break;
            }
        }
        boolean isNamed =
                !first.isEmpty() && first.get(0).toLowerCase(Locale.ROOT).startsWith(NAMED);
        Character named =
                isNamed && first.get(0).length() > NAMED.length() ? first.get(0).charAt(NAMED.length()) : null;
        lines.putBack(isNamed ? first.subList(1, first.size()) : first);
        if (file.format().delimiter() != null) {
            return file.format().delimiter();
        }
        return named == null ? seen(String.join("", first), file) : named;
    }

    private static char seen(String start, TextFile file) throws IOException {
        char best = file.name().endsWith(".tsv") ? '\t' : ',';
        double bestScore = score(start, best, file) + 0.001;
        for (char candidate : CANDIDATES) {
            double score = score(start, candidate, file);
            if (score > bestScore) {
                best = candidate;
                bestScore = score;
            }
        }
        return best;
    }

    /** Rows that have as many cells as the header, as a share, and more of them the better. */
    private static double score(String start, char delimiter, TextFile file) throws IOException {
        CsvReader rows = new CsvReader(
                new CsvLines(new StringReader(start)), delimiter, file.format().escape());
        CsvRow header = rows.next();
        if (header == null || header.cells().size() < 2) {
            return 0;
        }
        int alike = 1;
        int all = 1;
        for (CsvRow row = rows.next(); row != null && all < ROWS_LOOKED_AT; row = rows.next()) {
            all++;
            alike += row.cells().size() == header.cells().size() ? 1 : 0;
        }
        return (double) alike / all + header.cells().size() / 1000.0;
    }
}
