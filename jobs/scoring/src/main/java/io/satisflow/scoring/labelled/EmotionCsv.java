package io.satisflow.scoring.labelled;

import io.satisflow.sentiment.Emotion;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/** Texts of which a reader has named the emotion: a UTF-8 CSV with the columns {@code text} and {@code emotion}. */
public final class EmotionCsv {
    private static final String TEXT = "text";
    private static final String EMOTION = "emotion";

    private EmotionCsv() {}

    public record Labelled(String text, Emotion emotion) {}

    /** @throws LabelledDataException when a column is missing; rows without text or with an unknown emotion are left out */
    public static List<Labelled> read(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file);
                CSVParser rows = LabelledCsv.rows(in)) {
            LabelledCsv.require(rows, file.toString(), TEXT, EMOTION);
            List<Labelled> texts = new ArrayList<>();
            for (CSVRecord row : rows) {
                read(row).ifPresent(texts::add);
            }
            return texts;
        }
    }

    private static Optional<Labelled> read(CSVRecord row) {
        if (!row.isSet(TEXT) || !row.isSet(EMOTION) || row.get(TEXT).isBlank()) {
            return Optional.empty();
        }
        return Emotion.ofWireName(row.get(EMOTION).strip()).map(emotion -> new Labelled(row.get(TEXT), emotion));
    }
}
