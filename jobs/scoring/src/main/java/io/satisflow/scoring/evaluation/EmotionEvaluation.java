package io.satisflow.scoring.evaluation;

import io.satisflow.sentiment.Emotion;
import java.util.Arrays;
import java.util.List;

/** How often each emotion that a reader named was told, and which other one was told instead. */
public final class EmotionEvaluation {
    /** Of an emotion with fewer texts, nothing is said: one text more or less would decide. */
    private static final int FEWEST = 5;

    private static final List<Emotion> EMOTIONS = Arrays.asList(Emotion.values());

    private final int[][] counts = new int[EMOTIONS.size()][EMOTIONS.size()];

    public void add(Emotion named, Emotion told) {
        counts[named.ordinal()][told.ordinal()]++;
    }

    public int count(Emotion named, Emotion told) {
        return counts[named.ordinal()][told.ordinal()];
    }

    /** How many texts were named so. */
    public int named(Emotion emotion) {
        return Arrays.stream(counts[emotion.ordinal()]).sum();
    }

    public int texts() {
        return EMOTIONS.stream().mapToInt(this::named).sum();
    }

    public double accuracy() {
        return ratio(EMOTIONS.stream().mapToInt(one -> count(one, one)).sum(), texts());
    }

    public double precision(Emotion emotion) {
        return ratio(count(emotion, emotion), told(emotion));
    }

    public double recall(Emotion emotion) {
        return ratio(count(emotion, emotion), named(emotion));
    }

    public double f1(Emotion emotion) {
        return ratio(2 * count(emotion, emotion), named(emotion) + told(emotion));
    }

    /** Those that have five texts or more. */
    public List<Emotion> judged() {
        return EMOTIONS.stream().filter(emotion -> named(emotion) >= FEWEST).toList();
    }

    /** The mean F1 of those that are judged, each counting the same however rare it is. */
    public double macroF1() {
        return judged().stream().mapToDouble(this::f1).average().orElse(0);
    }

    private int told(Emotion emotion) {
        return EMOTIONS.stream().mapToInt(named -> count(named, emotion)).sum();
    }

    private static double ratio(int part, int whole) {
        return whole == 0 ? 0 : (double) part / whole;
    }
}
