package io.satisflow.scoring.evaluation;

import io.satisflow.sentiment.SentimentLabel;
import java.util.Arrays;
import java.util.List;

/** How often each true label was given each label. A text that was not scored counts as a miss. */
public final class ConfusionMatrix {
    private static final List<SentimentLabel> LABELS = Arrays.asList(SentimentLabel.values());

    private final int[][] counts = new int[LABELS.size()][LABELS.size()];

    void add(SentimentLabel truth, SentimentLabel given) {
        counts[truth.ordinal()][given.ordinal()]++;
    }

    public int count(SentimentLabel truth, SentimentLabel given) {
        return counts[truth.ordinal()][given.ordinal()];
    }

    /** How many texts have this label in truth. */
    public int rows(SentimentLabel truth) {
        return Arrays.stream(counts[truth.ordinal()]).sum();
    }

    public int rows() {
        return LABELS.stream().mapToInt(this::rows).sum();
    }

    /** The share of texts that were given their true label; 0 without texts. */
    public double accuracy() {
        return ratio(LABELS.stream().mapToInt(label -> count(label, label)).sum(), rows());
    }

    /** Of those given the label, the share that truly has it. */
    public double precision(SentimentLabel label) {
        return ratio(count(label, label), given(label));
    }

    /** Of those that truly have the label, the share that was given it. */
    public double recall(SentimentLabel label) {
        return ratio(count(label, label), rows(label));
    }

    /** The harmonic mean of precision and recall. */
    public double f1(SentimentLabel label) {
        return ratio(2 * count(label, label), rows(label) + given(label));
    }

    /** The labels that occur in truth. */
    public List<SentimentLabel> trueLabels() {
        return LABELS.stream().filter(label -> rows(label) > 0).toList();
    }

    /** The mean F1 of the labels that occur in truth, each counting the same however rare it is. */
    public double macroF1() {
        return trueLabels().stream().mapToDouble(this::f1).average().orElse(0);
    }

    private int given(SentimentLabel label) {
        return LABELS.stream().mapToInt(truth -> count(truth, label)).sum();
    }

    private static double ratio(int part, int whole) {
        return whole == 0 ? 0 : (double) part / whole;
    }
}
