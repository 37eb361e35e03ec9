package io.satisflow.scoring.labelled;

import io.satisflow.sentiment.SentimentLabel;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/**
 * Texts labelled with aspects: a UTF-8 CSV with a header and the columns {@code text} and {@code aspect}, a row for each
 * aspect of a text, and perhaps {@code label} (negative, neutral, positive; anything else is no label). The aspect
 * {@link #NONE} says that a text is about nothing known. Rows without text or aspect are left out and counted.
 *
 * @param aspectColumn called {@code aspect} where the user does not say otherwise
 * @param names the file's names of aspects and what they are called here; names that do not stand here stay as they are
 */
public record AspectCsv(String aspectColumn, Map<String, String> names) {
    public static final String ASPECT = "aspect";
    public static final String NONE = "none";

    private static final String TEXT = "text";
    private static final String LABEL = "label";

    /**
     * What a file holds.
     *
     * @param texts each once, in the order in which they stand first
     * @param leftOut how many rows had no text or no aspect
     */
    public record Contents(List<TextWithAspects> texts, int leftOut) {}

    /**
     * @throws LabelledDataException when a column is missing or no row is left
     * @throws IOException when the file cannot be read
     */
    public Contents read(Path file) throws IOException {
        Map<String, Map<String, Optional<SentimentLabel>>> aspectsOf = new LinkedHashMap<>();
        int leftOut = 0;
        try (InputStream in = Files.newInputStream(file);
                CSVParser rows = LabelledCsv.rows(in)) {
            LabelledCsv.require(rows, file.toString(), TEXT, aspectColumn);
            for (CSVRecord row : rows) {
                leftOut += add(row, aspectsOf) ? 0 : 1;
            }
        }
        if (aspectsOf.isEmpty()) {
            throw new LabelledDataException(
                    "%s: no row has a text and an aspect (%d rows left out)".formatted(file, leftOut));
        }
        List<TextWithAspects> texts = aspectsOf.entrySet().stream()
                .map(entry -> new TextWithAspects(entry.getKey(), entry.getValue()))
                .toList();
        return new Contents(texts, leftOut);
    }

    /**
     * The texts of a file that needs no labels: its column {@code text}.
     *
     * @throws LabelledDataException when it has no such column
     * @throws IOException when the file cannot be read
     */
    public static List<String> textsOf(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file);
                CSVParser rows = LabelledCsv.rows(in)) {
            LabelledCsv.require(rows, file.toString(), TEXT);
            return rows.stream()
                    .filter(row -> row.isSet(TEXT) && !row.get(TEXT).isBlank())
                    .map(row -> row.get(TEXT))
                    .toList();
        }
    }

    private boolean add(CSVRecord row, Map<String, Map<String, Optional<SentimentLabel>>> aspectsOf) {
        if (!row.isSet(TEXT)
                || !row.isSet(aspectColumn)
                || row.get(TEXT).isBlank()
                || row.get(aspectColumn).isBlank()) {
            return false;
        }
        String named = row.get(aspectColumn).strip();
        String aspect = names.getOrDefault(named, named);
        Map<String, Optional<SentimentLabel>> aspects =
                aspectsOf.computeIfAbsent(row.get(TEXT), text -> new TreeMap<>());
        if (!aspect.equals(NONE)) {
            aspects.merge(aspect, label(row), AspectCsv::agreed);
        }
        return true;
    }

    private static Optional<SentimentLabel> label(CSVRecord row) {
        return Optional.of(row)
                .filter(labelled -> labelled.isSet(LABEL))
                .flatMap(labelled ->
                        SentimentLabel.ofWireName(labelled.get(LABEL).strip()))
                .filter(label -> label != SentimentLabel.NOT_SCORED);
    }

    /** Two names of a file may be one aspect here; where their labels differ, there is none. */
    private static Optional<SentimentLabel> agreed(Optional<SentimentLabel> one, Optional<SentimentLabel> other) {
        return one.equals(other) ? one : Optional.empty();
    }
}
