package io.satisflow.local.replay.recording;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads the rows of a table. Libraries end the file at a quote that stands where none may; here it costs its row, and the
 * next line that is a row by itself goes on.
 */
final class CsvReader {
    /** A cell that is not closed within so many lines was opened by mistake. */
    private static final int MOST_LINES = 2_000;

    private static final int MOST_TRIES = 200;
    private static final char QUOTE = '"';

    private final CsvLines lines;
    private final char delimiter;
    private final @Nullable Character escape;
    private int columns;

    /** @param escape before a quote that belongs to a cell, for writers that do not double it; null for none */
    CsvReader(CsvLines lines, char delimiter, @Nullable Character escape) {
        this.lines = lines;
        this.delimiter = delimiter;
        this.escape = escape;
    }

    /** How many cells a row has, by which a row is found again behind a fault; not known before the header. */
    void expect(int columnCount) {
        columns = columnCount;
    }

    /** The next row that is not blank; null at the end. */
    @Nullable
    CsvRow next() throws IOException {
        for (CsvRow row = read(); row != null; row = read()) {
            if (!row.isBlank()) {
                return row;
            }
        }
        return null;
    }

    private @Nullable CsvRow read() throws IOException {
        String first = lines.next();
        if (first == null) {
            return null;
        }
        Cells cells = new Cells(first);
        CsvRow row = cells.row();
        return row.fault() == null ? row : recovered(row, cells.read);
    }

    /** What follows the first line may be rows that a quote has swallowed: reading goes on where one begins. */
    private CsvRow recovered(CsvRow bad, List<String> read) throws IOException {
        int tries = Math.min(read.size(), MOST_TRIES);
        for (int i = 1; i < tries; i++) {
            lines.putBack(read.subList(i + 1, read.size()));
            Cells cells = new Cells(read.get(i));
            CsvRow row = cells.row();
            List<String> more = cells.read.subList(1, cells.read.size());
            boolean begins = row.fault() == null && row.cells().size() == columns;
            if (begins) {
                lines.putBack(more);
                lines.putBack(List.of(read.get(i)));
                return new CsvRow(List.of(), bad.fault(), String.join("", read.subList(0, i)));
            }
            // Undo: what was put back and read again comes from the front once more.
            lines.putBack(more);
            for (int again = i + 1; again < read.size(); again++) {
                lines.next();
            }
        }
        if (tries < read.size()) {
            lines.putBack(read.subList(1, read.size()));
            return new CsvRow(List.of(), bad.fault(), read.get(0));
        }
        return bad;
    }

    /** The cells of one row, and the lines it took. */
    private final class Cells {
        private final List<String> read = new ArrayList<>();
        private final List<String> cells = new ArrayList<>();
        private final StringBuilder cell = new StringBuilder();
        private String line;
        private int at;

        Cells(String first) {
            line = first;
            read.add(first);
        }

        CsvRow row() throws IOException {
            while (true) {
                skipBlanks();
                String fault = at < line.length() && line.charAt(at) == QUOTE ? quoted() : plain();
                if (fault != null) {
                    return new CsvRow(List.of(), fault, String.join("", read));
                }
                cells.add(cell.toString());
                cell.setLength(0);
                if (isAtEnd()) {
                    return new CsvRow(cells, null, read.get(0));
                }
                at++;
            }
        }

        /** Blanks before a quote are no part of the cell; before anything else they are. */
        private void skipBlanks() {
            int ahead = at;
            while (ahead < line.length() && line.charAt(ahead) == ' ' && delimiter != ' ') {
                ahead++;
            }
            if (ahead < line.length() && line.charAt(ahead) == QUOTE) {
                at = ahead;
            }
        }

        private @Nullable String plain() {
            while (!isAtEnd() && line.charAt(at) != delimiter) {
                cell.append(line.charAt(at++));
            }
            return null;
        }

        private @Nullable String quoted() throws IOException {
            at++;
            while (true) {
                if (at >= line.length()) {
                    String following = read.size() < MOST_LINES ? lines.next() : null;
                    if (following == null) {
                        return "a quote is opened in cell %d and never closed; close it, or double the quotes within cells"
                                .formatted(cells.size() + 1);
                    }
                    read.add(following);
                    line = following;
                    at = 0;
                    continue;
                }
                char c = line.charAt(at++);
                if (escape != null && c == escape && at < line.length()) {
                    cell.append(line.charAt(at++));
                } else if (c != QUOTE) {
                    cell.append(c);
                } else if (at < line.length() && line.charAt(at) == QUOTE) {
                    cell.append(QUOTE);
                    at++;
                } else {
                    return afterQuote();
                }
            }
        }

        private @Nullable String afterQuote() {
            while (!isAtEnd() && line.charAt(at) == ' ' && delimiter != ' ') {
                at++;
            }
            return isAtEnd() || line.charAt(at) == delimiter
                    ? null
                    : "a quote stands within cell %d; quotes within cells are to be doubled, or say file: {escape: \"\\\\\"} where a backslash is before them"
                            .formatted(cells.size() + 1);
        }

        private boolean isAtEnd() {
            return at >= line.length() || line.charAt(at) == '\n' || (line.charAt(at) == '\r' && isEndSign());
        }

        private boolean isEndSign() {
            return at + 1 >= line.length() || line.charAt(at + 1) == '\n';
        }
    }
}
