package io.satisflow.local.tables;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.satisflow.local.tables.ResultTables.Answer;
import io.satisflow.local.terminal.VisibleText;
import io.satisflow.local.terminal.panel.Columns;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
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
            answer.rows()
                    .forEach(row ->
                            cells.add(row.stream().map(AnswerFormat::cell).toList()));
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

    private static final ObjectMapper MAPPER = new ObjectMapper();

    /** Without the end of the last line. */
    public abstract String of(Answer answer);

    private static String cell(@Nullable String value) {
        return value == null ? "-" : VisibleText.of(value);
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
