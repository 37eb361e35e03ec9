package io.satisflow.scoring.labelled;

import io.satisflow.scoring.labelled.EmotionCsv.Labelled;
import io.satisflow.sentiment.Emotion;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;

/**
 * Emotions of texts that stand elsewhere and may not be copied: a line is the beginning of the SHA-256 of the text without blanks around
 * it, the emotion, and the part of the set that it belongs to, with tabs between.
 *
 * @param emotions by that beginning
 */
public record EmotionLabels(Map<String, Emotion> emotions) {
    private static final int DIGITS = 16;

    /**
     * @param part such as {@code held_out}; other lines are passed over
     * @throws LabelledDataException when a line is none of these
     */
    public static EmotionLabels read(Path file, String part) throws IOException {
        Map<String, Emotion> emotions = new HashMap<>();
        for (String line : Files.readAllLines(file)) {
            if (line.startsWith("# ")) {
                continue;
            }
            String[] cells = line.split("\t");
            if (cells.length != 3 || Emotion.ofWireName(cells[1]).isEmpty()) {
                throw new LabelledDataException(
                        "%s: expected a hash, an emotion and a part, but found: %s".formatted(file, line));
            }
            if (cells[2].equals(part)) {
                emotions.put(cells[0], Emotion.ofWireName(cells[1]).orElseThrow());
            }
        }
        return new EmotionLabels(emotions);
    }

    /** Those of the texts that have a label here, each once. */
    public List<Labelled> among(List<String> texts) {
        Map<String, Emotion> left = new HashMap<>(emotions);
        List<Labelled> found = new ArrayList<>();
        for (String text : texts) {
            Emotion emotion = left.remove(hash(text));
            if (emotion != null) {
                found.add(new Labelled(text, emotion));
            }
        }
        return found;
    }

    private static String hash(String text) {
        try {
            byte[] hash =
                    MessageDigest.getInstance("SHA-256").digest(text.strip().getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash).substring(0, DIGITS);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
