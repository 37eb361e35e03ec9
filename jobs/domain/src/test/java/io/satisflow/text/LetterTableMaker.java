package io.satisflow.text;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.zip.CRC32C;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/**
 * Makes the table that {@link LatinLanguage} reads; its card, beside it, says from what. Arguments: the folder with the
 * profiles (languages.shorttext/ and languages/, each file a JSON with {@code freq}: how often letters, pairs and triples
 * of them occur), the file to write, and CSV files with English texts in the column {@code text}.
 */
final class LetterTableMaker {
    private static final List<String> FROM_SHORT_TEXTS = List.of(
            "en", "cs", "da", "de", "es", "fi", "fr", "id", "it", "nl", "no", "pl", "pt", "ro", "sv", "tr", "vi");
    private static final List<String> FROM_ARTICLES =
            List.of("af", "ca", "et", "eu", "hr", "hu", "lt", "lv", "ms", "sk", "sl", "sq", "sw", "tl");

    /** Triples that are rarer in all languages, in shares of the letters, get no row. */
    private static final double RAREST = 3e-5;

    /** In how many places a word stands at least to be an everyday one. */
    private static final int EVERYDAY = 10;

    private static final int SHORTEST_WORD = 2;

    /** By how much, as a natural logarithm, a word may be likelier in another language. */
    private static final double MOST_FOREIGN = 3;

    private static final double TRIPLES = 0.7;
    private static final double PAIRS = 0.25;
    private static final double LETTERS = 0.05;

    private LetterTableMaker() {}

    public static void main(String[] arguments) throws IOException {
        Path profiles = Path.of(arguments[0]);
        Map<String, Counts> counts = new TreeMap<>();
        for (String language : FROM_SHORT_TEXTS) {
            counts.put(
                    language, Counts.of(profiles.resolve("languages.shorttext").resolve(language)));
        }
        for (String language : FROM_ARTICLES) {
            counts.put(language, Counts.of(profiles.resolve("languages").resolve(language)));
        }
        Counts english = counts.computeIfAbsent("en", code -> new Counts());
        for (String file : Arrays.asList(arguments).subList(2, arguments.length)) {
            english.addTexts(Path.of(file));
        }
        try (OutputStream out = Files.newOutputStream(Path.of(arguments[1]))) {
            LetterTable.write(
                    List.copyOf(counts.keySet()),
                    everydayWords(english, List.copyOf(counts.values())),
                    rows(List.copyOf(counts.values())),
                    out);
        }
    }

    /** Nine in ten texts are learnt from; the others are there to judge by. */
    static boolean isHeldOut(String text) {
        CRC32C sum = new CRC32C();
        sum.update(text.getBytes(StandardCharsets.UTF_8));
        return sum.getValue() % 10 == 0;
    }

    /** Words that are frequent in the English texts and do not look much more like another language. */
    private static List<String> everydayWords(Counts english, List<Counts> languages) {
        return english.words.entrySet().stream()
                .filter(word -> word.getValue() >= EVERYDAY && word.getKey().length() >= SHORTEST_WORD)
                .map(Map.Entry::getKey)
                .filter(word -> languages.stream()
                        .allMatch(other -> other.logProbability(word) - english.logProbability(word) < MOST_FOREIGN))
                .sorted()
                .toList();
    }

    private static Map<Long, byte[]> rows(List<Counts> languages) {
        TreeSet<String> grams = new TreeSet<>();
        languages.forEach(language -> language.frequentGrams().forEach(grams::add));
        Map<Long, byte[]> rows = new TreeMap<>();
        for (String gram : grams) {
            byte[] costs = new byte[languages.size()];
            for (int i = 0; i < costs.length; i++) {
                double cost = -Math.log(languages.get(i).probability(gram)) * LetterTable.UNITS;
                costs[i] = (byte) Math.min(LetterTable.LARGEST, Math.round(cost));
            }
            rows.put(key(gram), costs);
        }
        return rows;
    }

    private static long key(String gram) {
        int last = gram.length() - 1;
        return switch (gram.length()) {
            case 1 -> LetterTable.key(gram.charAt(last));
            case 2 -> LetterTable.key(gram.charAt(0), gram.charAt(last));
            default -> LetterTable.key(gram.charAt(0), gram.charAt(1), gram.charAt(last));
        };
    }

    /** How often letters, pairs and triples occur in a language; a blank is the edge of a word. */
    private static final class Counts {
        private static final double SHARE_OF_EDGES = 0.15;

        private final Map<String, Double> grams = new HashMap<>();
        private final Map<String, Double> beginnings = new HashMap<>();
        private final Map<String, Integer> words = new HashMap<>();
        private double letters;

        static Counts of(Path profile) throws IOException {
            Counts counts = new Counts();
            JsonNode frequencies = new ObjectMapper().readTree(profile.toFile()).path("freq");
            frequencies.properties().forEach(gram -> {
                String folded = gram.getKey().toLowerCase(Locale.ROOT);
                if (folded.length() == gram.getKey().length() && folded.chars().allMatch(Counts::isOfWord)) {
                    counts.add(folded, gram.getValue().asDouble());
                }
            });
            return counts;
        }

        private static boolean isOfWord(int letter) {
            return letter == ' ' || letter == '\'' || Character.isLetter(letter);
        }

        void addTexts(Path csv) throws IOException {
            try (CSVParser rows = CSVFormat.DEFAULT.builder().setHeader().get().parse(Files.newBufferedReader(csv))) {
                for (CSVRecord row : rows) {
                    if (!isHeldOut(row.get("text"))) {
                        addText(row.get("text"));
                    }
                }
            }
        }

        private void addText(String text) {
            LatinWords read = new LatinWords(text, text.length());
            while (read.next()) {
                words.merge(read.word().toString(), 1, Integer::sum);
                String word = " " + read.word() + " ";
                for (int start = 0; start < word.length(); start++) {
                    for (int end = start + 1; end <= Math.min(word.length(), start + 3); end++) {
                        add(word.substring(start, end), 1);
                    }
                }
            }
        }

        private void add(String gram, double count) {
            if (gram.equals(" ")) {
                return;
            }
            grams.merge(gram, count, Double::sum);
            if (gram.length() == 1) {
                letters += count;
            } else {
                beginnings.merge(gram.substring(0, gram.length() - 1), count, Double::sum);
            }
        }

        List<String> frequentGrams() {
            return grams.entrySet().stream()
                    .filter(gram -> gram.getKey().length() < 3 || gram.getValue() >= RAREST * letters)
                    .map(Map.Entry::getKey)
                    .toList();
        }

        /** Of the last letter of the gram after those before it. */
        double probability(String gram) {
            String last = gram.substring(gram.length() - 1);
            double single = last.equals(" ") ? SHARE_OF_EDGES : (count(last) + 0.5) / (letters + 100);
            double afterOne = gram.length() < 2 ? 0 : share(gram.substring(gram.length() - 2));
            double afterTwo =
                    gram.length() < 3 || !beginnings.containsKey(gram.substring(0, 2)) ? afterOne : share(gram);
            return TRIPLES * afterTwo + PAIRS * afterOne + LETTERS * single;
        }

        double logProbability(String word) {
            String edged = " " + word + " ";
            double sum = 0;
            for (int end = 2; end <= edged.length(); end++) {
                sum += Math.log(probability(edged.substring(Math.max(0, end - 3), end)));
            }
            return sum;
        }

        private double share(String gram) {
            double all = beginnings.getOrDefault(gram.substring(0, gram.length() - 1), 0.0);
            return all == 0 ? 0 : count(gram) / all;
        }

        private double count(String gram) {
            return grams.getOrDefault(gram, 0.0);
        }
    }
}
