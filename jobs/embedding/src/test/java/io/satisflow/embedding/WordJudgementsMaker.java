package io.satisflow.embedding;

import io.satisflow.scoring.Scorers;
import io.satisflow.scoring.labelled.LabelledCsv;
import io.satisflow.scoring.labelled.LabelledText;
import io.satisflow.sentiment.Polarity;
import io.satisflow.sentiment.SentimentScorer;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.zip.GZIPOutputStream;

/**
 * Makes {@code distilled/en.tsv.gz} and {@code distilled/zh.tsv.gz}: what the fusion scorer says of words and short phrases.
 * English: the words of the embedding's vocabulary and of the texts, their frequent pairs and triples. Chinese: frequent runs
 * of one to four characters, and clauses that come again. Besides, those with a clear judgement in a few plain sentences.
 * The labels of the texts are not read. Takes about ten minutes. The shipped files were made by its first form, with other
 * thresholds in Chinese and a third of the shopping reviews, so a new run gives about the same phrases and not the same bytes.
 *
 * <p>Arguments: {@code en|zh}, the file to write, CSV files of texts.
 */
public final class WordJudgementsMaker {
    private static final String VOCABULARY = "/bge-small-en-v1.5-q-tokenizer.json";
    private static final double CLEAR = 0.6;
    private static final int SENTENCES_EACH = 3;
    private static final List<String> ENGLISH = List.of(
            "it is %s",
            "not %s",
            "very %s",
            "it was so %s",
            "not at all %s",
            "isnt %s",
            "isn't %s",
            "a bit %s",
            "I %s it",
            "the fabric is %s");
    private static final List<String> CHINESE =
            List.of("很%s", "不%s", "太%s了", "一点也不%s", "有点%s", "没有%s", "真的%s", "不是很%s");

    private final SentimentScorer teacher = Scorers.named("fusion").create();
    private final Random random = new Random(1);
    private final Set<String> told = new HashSet<>();
    private final String language;
    private final Writer out;

    private WordJudgementsMaker(String language, Writer out) {
        this.language = language;
        this.out = out;
    }

    public static void main(String[] arguments) throws IOException {
        List<LabelledText> texts = new ArrayList<>();
        for (int i = 2; i < arguments.length; i++) {
            texts.addAll(LabelledCsv.read(Path.of(arguments[i])).texts());
        }
        try (Writer out = new OutputStreamWriter(
                new GZIPOutputStream(Files.newOutputStream(Path.of(arguments[1]))), StandardCharsets.UTF_8)) {
            WordJudgementsMaker maker = new WordJudgementsMaker(arguments[0], out);
            if (arguments[0].equals("en")) {
                maker.english(texts);
            } else {
                maker.chinese(texts);
            }
        }
    }

    private void english(List<LabelledText> texts) throws IOException {
        Map<String, Integer> words = new HashMap<>();
        Map<String, Integer> runs = new HashMap<>();
        for (LabelledText text : texts) {
            String[] split =
                    text.text().toLowerCase(Locale.ROOT).replace('\u2019', '\'').split("[^a-z']+");
            Set<String> seen = new HashSet<>();
            for (int i = 0; i < split.length; i++) {
                count(split[i], split[i].length() > 2, seen, words);
                for (int length = 2; length <= 3 && i + length <= split.length && !split[i].isEmpty(); length++) {
                    count(String.join(" ", List.of(split).subList(i, i + length)), true, seen, runs);
                }
            }
        }
        Set<String> all = new LinkedHashSet<>(vocabulary());
        all.addAll(frequent(words, 3));
        sentences(tellAll(all), ENGLISH);
        tellAll(frequent(runs, 8));
    }

    private void chinese(List<LabelledText> texts) throws IOException {
        Map<String, Integer> runs = new HashMap<>();
        Map<String, Integer> clauses = new HashMap<>();
        for (LabelledText text : texts) {
            Set<String> seen = new HashSet<>();
            for (String clause : text.text().split("[^\\p{IsHan}A-Za-z]+")) {
                count(clause, clause.length() >= 2 && clause.length() <= 12, seen, clauses);
                for (int length = 1; length <= 4; length++) {
                    for (int i = 0; i + length <= clause.length(); i++) {
                        count(clause.substring(i, i + length), true, seen, runs);
                    }
                }
            }
        }
        List<String> clear = tellAll(frequent(runs, 20));
        clear.removeIf(run -> run.length() != 2);
        tellAll(frequent(clauses, 3));
        sentences(clear, CHINESE);
    }

    private void sentences(List<String> words, List<String> sentences) throws IOException {
        for (String word : words) {
            for (int i = 0; i < SENTENCES_EACH; i++) {
                tell(sentences.get(random.nextInt(sentences.size())).formatted(word));
            }
        }
    }

    /** @return those with a clear judgement */
    private List<String> tellAll(Iterable<String> phrases) throws IOException {
        List<String> clear = new ArrayList<>();
        for (String phrase : phrases) {
            if (Math.abs(tell(phrase).score()) > CLEAR) {
                clear.add(phrase);
            }
        }
        return clear;
    }

    private Polarity tell(String phrase) throws IOException {
        Polarity polarity = teacher.score(phrase, language).polarity();
        if (told.add(phrase)) {
            out.write(String.format(Locale.ROOT, "%s\t%.2f\t%.2f%n", phrase, polarity.negative(), polarity.positive()));
        }
        return polarity;
    }

    private static void count(String phrase, boolean wanted, Set<String> seen, Map<String, Integer> counts) {
        if (wanted && seen.add(phrase)) {
            counts.merge(phrase, 1, Integer::sum);
        }
    }

    private static Set<String> frequent(Map<String, Integer> counts, int fewest) {
        Set<String> frequent = new TreeSet<>(counts.keySet());
        frequent.removeIf(phrase -> counts.getOrDefault(phrase, 0) < fewest);
        return frequent;
    }

    private static List<String> vocabulary() {
        try (var in = WordJudgementsMaker.class.getResourceAsStream(VOCABULARY)) {
            String json = new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
            return Pattern.compile("\"([a-z]{3,})\": *\\d")
                    .matcher(json)
                    .results()
                    .map((MatchResult found) -> found.group(1))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
