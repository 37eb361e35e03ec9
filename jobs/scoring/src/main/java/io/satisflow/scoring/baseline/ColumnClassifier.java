package io.satisflow.scoring.baseline;

import edu.stanford.nlp.classify.Classifier;
import edu.stanford.nlp.classify.ColumnDataClassifier;
import edu.stanford.nlp.classify.Dataset;
import edu.stanford.nlp.classify.LinearClassifier;
import edu.stanford.nlp.ling.Datum;
import edu.stanford.nlp.stats.Counter;
import edu.stanford.nlp.util.PropertiesUtils;
import edu.stanford.nlp.util.logging.RedwoodConfiguration;
import io.satisflow.scoring.labelled.LabelledText;
import io.satisflow.sentiment.Polarity;
import io.satisflow.sentiment.Sentiment;
import io.satisflow.sentiment.SentimentLabel;
import io.satisflow.sentiment.SentimentScorer;
import io.satisflow.sentiment.WorkLimit;
import java.util.List;
import java.util.Locale;
import java.util.Properties;

/** Stanford CoreNLP's column classifier, on pairs of words and runs of characters, with what it takes for probabilities. */
public final class ColumnClassifier implements SentimentScorer {
    private static final Properties FEATURES = PropertiesUtils.asProperties(
            "goldAnswerColumn", "0",
            "displayedColumn", "-1",
            "useClassFeature", "true",
            "1.useSplitWords", "true",
            "1.useSplitWordNGrams", "true",
            "1.maxWordNGramLeng", "2",
            "1.splitWordsTokenizerRegexp", "[\\p{L}\\p{N}'#@]+|\\p{IsHan}|[^\\s\\p{L}\\p{N}]+",
            "1.splitWordsIgnoreRegexp", "\\s+",
            "1.useNGrams", "true",
            "1.minNGramLeng", "1",
            "1.maxNGramLeng", "4",
            "useQN", "true",
            "QNsize", "15",
            "sigma", "1");

    private final ColumnDataClassifier columns;
    private final LinearClassifier<String, String> classifier;

    private ColumnClassifier(ColumnDataClassifier columns, LinearClassifier<String, String> classifier) {
        this.columns = columns;
        this.classifier = classifier;
    }

    public static ColumnClassifier trainedOn(List<LabelledText> texts) {
        // Its log would go to standard error, among our own notes.
        RedwoodConfiguration.empty().apply();
        ColumnDataClassifier columns = new ColumnDataClassifier(FEATURES);
        Dataset<String, String> dataset = new Dataset<>();
        texts.forEach(text ->
                dataset.add(columns.makeDatumFromStrings(row(text.label().wireName(), text.text()))));
        Classifier<String, String> trained = columns.makeClassifier(dataset);
        return new ColumnClassifier(columns, (LinearClassifier<String, String>) trained);
    }

    @Override
    public Sentiment score(String text, String language) {
        String read = text.substring(0, WorkLimit.DEFAULT.endOf(text));
        if (read.isBlank()) {
            return Sentiment.notScored();
        }
        Datum<String, String> datum = columns.makeDatumFromStrings(row("", read));
        Counter<String> probabilities = classifier.probabilityOf(datum);
        Polarity polarity = new Polarity(
                probabilities.getCount(SentimentLabel.NEGATIVE.wireName()),
                probabilities.getCount(SentimentLabel.NEUTRAL.wireName()),
                probabilities.getCount(SentimentLabel.POSITIVE.wireName()));
        return Sentiment.of(polarity, "corenlp-columns", read.length() < text.length());
    }

    private static String[] row(String label, String text) {
        return new String[] {label, text.toLowerCase(Locale.ROOT)};
    }
}
