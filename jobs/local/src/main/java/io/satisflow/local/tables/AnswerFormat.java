package io.satisflow.local.tables;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.satisflow.local.tables.ResultTables.Answer;
import io.satisflow.local.terminal.VisibleText;
import io.satisflow.local.terminal.panel.Columns;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.commons.csv.CSVFormat;
import org.jspecify.annotations.Nullable;

/** How an answer is written. */
public enum AnswerFormat {
    /** Aligned columns for people; customers' words are made harmless for a terminal. */
    TABLE {
        @Override
        public String of(Answer answer) {
            List<List<String>> cells = new ArrayList<>();
            cells.add(answer.columns());
            answer.rows().forEach(row -> cells.add(cells(row, answer.fractions())));
            List<Integer> widths = new ArrayList<>();
            for (int column = 0; column < answer.columns().size(); column++) {
                int place = column;
                int widest = cells.stream()
                        .mapToInt(row -> Columns.of(row.get(place)))
                        .max()
                        .orElse(0);
                boolean last = column == answer.columns().size() - 1;
                widths.add(last ? widest : Math.min(WIDEST, widest));
            }
            return cells.stream().map(row -> aligned(row, widths)).collect(Collectors.joining("\n"));
        }
    },
    CSV {
        @Override
        public String of(Answer answer) {
            StringBuilder csv = new StringBuilder();
            CSVFormat format =
                    CSVFormat.DEFAULT.builder().setRecordSeparator('\n').get();
            try {
                format.printRecord(csv, answer.columns().toArray());
                for (List<@Nullable String> row : answer.rows()) {
                    format.printRecord(csv, row.toArray());
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            return csv.toString().stripTrailing();
        }
    },
    JSONL {
        @Override
        public String of(Answer answer) {
            return answer.rows().stream()
                    .map(row -> object(answer.columns(), row).toString())
                    .collect(Collectors.joining("\n"));
        }
    };

    /** Columns of a terminal; what stands last is never cut. */
    private static final int WIDEST = 60;

    /** Behind the point. */
    private static final int DIGITS = 6;

    private static final Pattern LONG_FRACTION = Pattern.compile("-?\\d+\\.(\\d{7,}|\\d+E-?\\d)");

    private static final ObjectMapper MAPPER = new ObjectMapper();

    /** Without the end of the last line. */
    public abstract String of(Answer answer);

    private static List<String> cells(List<@Nullable String> row, Set<Integer> fractions) {
        List<String> cells = new ArrayList<>();
        for (int column = 0; column < row.size(); column++) {
            String value = row.get(column);
            cells.add(value == null ? "-" : fractions.contains(column) ? rounded(value) : VisibleText.of(value));
        }
        return cells;
    }

    /** {@code 177.95000000000002} is noise to a reader; what computes on takes csv or jsonl, where every digit stands. */
    private static String rounded(String fraction) {
        if (!LONG_FRACTION.matcher(fraction).matches()) {
            return fraction;
        }
        BigDecimal exact = new BigDecimal(fraction);
        boolean isSmall = exact.abs().compareTo(BigDecimal.ONE) < 0;
        BigDecimal rounded = isSmall
                ? exact.round(new MathContext(DIGITS, RoundingMode.HALF_EVEN))
                : exact.setScale(DIGITS, RoundingMode.HALF_EVEN);
        return rounded.stripTrailingZeros().toPlainString();
    }

    private static String aligned(List<String> row, List<Integer> widths) {
        StringBuilder line = new StringBuilder();
        for (int column = 0; column < row.size(); column++) {
            line.append(column == 0 ? "" : "  ").append(Columns.left(row.get(column), widths.get(column)));
        }
        return line.toString().stripTrailing();
    }

    private static ObjectNode object(List<String> columns, List<@Nullable String> row) {
        ObjectNode object = MAPPER.createObjectNode();
        for (int column = 0; column < columns.size(); column++) {
            object.put(columns.get(column), row.get(column));
        }
        return object;
    }
}
