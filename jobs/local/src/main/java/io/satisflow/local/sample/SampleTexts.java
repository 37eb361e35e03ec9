package io.satisflow.local.sample;

import io.satisflow.sentiment.Polarity;
import io.satisflow.sentiment.Sentiment;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The sentences of the made-up help desk as the scorers of this release scored them in a replay: negative, neutral, positive, and
 * the sentence, separated by tabs. Kept, so that an explanation need not load models.
 */
final class SampleTexts {
    private static final String FILE = "texts.tsv";
    private static final String SCORER = "sample";
    private static final int COLUMNS = 4;

    private final Map<String, Sentiment> byText;

    private SampleTexts(Map<String, Sentiment> byText) {
        this.byText = byText;
    }

    static SampleTexts read() {
        return SampleWeek.text(FILE, SampleTexts::parse);
    }

    private static SampleTexts parse(String lines) {
        Map<String, Sentiment> byText = new TreeMap<>();
        lines.lines().map(line -> line.split("\t", COLUMNS)).forEach(columns -> {
            Polarity polarity = new Polarity(number(columns[0]), number(columns[1]), number(columns[2]));
            byText.put(columns[COLUMNS - 1], Sentiment.of(polarity, SCORER, false));
        });
        return new SampleTexts(byText);
    }

    private static double number(String text) {
        return Double.parseDouble(text);
    }

    /** Null without a text, and for one that is none of the sample's. */
    @Nullable
    Sentiment sentiment(@Nullable String text) {
        return text == null ? null : byText.get(text);
    }
}
