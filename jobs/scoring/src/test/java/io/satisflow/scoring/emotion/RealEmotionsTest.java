package io.satisflow.scoring.emotion;

import static org.assertj.core.api.Assertions.assertThat;

import io.satisflow.scoring.ShippedScorers;
import io.satisflow.sentiment.Emotion;
import io.satisflow.sentiment.SentimentScorer;
import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Emotions of real messages that no word was chosen for. The thresholds stand a little below what was measured. */
@EnabledIfSystemProperty(named = "satisflow.data", matches = ".+")
class RealEmotionsTest {
    private final SentimentScorer scorer = new ShippedScorers().create();
    private final EmotionFinder finder = new EmotionFinder();

    /** How often each emotion was meant (row) and told (column). */
    private final Map<Emotion, Map<Emotion, Integer>> told = new EnumMap<>(Emotion.class);

    private record Labelled(Emotion emotion, String part) {}

    @ParameterizedTest
    @CsvSource({"en, en_airline.csv en_appreviews.csv, 0.4", "zh, zh_weibo2018.csv zh_waimai.csv, 0.4"})
    void they_are_told(String language, String files, double threshold) throws IOException {
        Map<String, Labelled> labels = labels(language);
        int seen = 0;
        for (String text : texts(files.split(" "))) {
            Labelled label = labels.remove(hash(text));
            if (label == null) {
                continue;
            }
            seen++;
            if (label.part().equals(System.getProperty("satisflow.emotions", "held_out"))) {
                Emotion found = finder.find(text, language, scorer.score(text, language))
                        .orElse(Emotion.NONE);
                told.computeIfAbsent(label.emotion(), any -> new EnumMap<>(Emotion.class))
                        .merge(found, 1, Integer::sum);
            }
        }
        System.out.println(language + " macro-F1 " + macroF1() + " " + told);
        assertThat(seen).isGreaterThan(100);
        assertThat(labels).isEmpty();
        assertThat(macroF1()).isGreaterThan(threshold);
    }

    /** Of the emotions of which there are five texts or more. */
    private double macroF1() {
        return told.keySet().stream()
                .filter(emotion -> meant(emotion) >= 5)
                .mapToDouble(this::f1)
                .average()
                .orElse(0);
    }

    private int meant(Emotion emotion) {
        return told.getOrDefault(emotion, Map.of()).values().stream()
                .mapToInt(Integer::intValue)
                .sum();
    }

    private double f1(Emotion emotion) {
        int right = told.getOrDefault(emotion, Map.of()).getOrDefault(emotion, 0);
        int found = told.values().stream()
                .mapToInt(row -> row.getOrDefault(emotion, 0))
                .sum();
        return right == 0 ? 0 : 2.0 * right / (meant(emotion) + found);
    }

    private static Map<String, Labelled> labels(String language) throws IOException {
        Map<String, Labelled> labels = new HashMap<>();
        String resource = "labels-" + language + ".tsv";
        try (InputStream in = Objects.requireNonNull(RealEmotionsTest.class.getResourceAsStream(resource))) {
            new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("# "))
                    .map(line -> line.split("\t"))
                    .forEach(cells -> labels.put(
                            cells[0], new Labelled(Emotion.valueOf(cells[1].toUpperCase(Locale.ROOT)), cells[2])));
        }
        return labels;
    }

    private static List<String> texts(String... files) throws IOException {
        List<String> texts = new ArrayList<>();
        CSVFormat format = CSVFormat.RFC4180
                .builder()
                .setHeader()
                .setSkipHeaderRecord(true)
                .get();
        for (String file : files) {
            Path path = Path.of(System.getProperty("satisflow.data"), "sentiment", file);
            try (Reader reader = Files.newBufferedReader(path);
                    CSVParser rows = format.parse(reader)) {
                for (CSVRecord row : rows) {
                    texts.add(row.get(row.isMapped("text") ? "text" : "review").strip());
                }
            }
        }
        return texts;
    }

    private static String hash(String text) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash).substring(0, 16);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
