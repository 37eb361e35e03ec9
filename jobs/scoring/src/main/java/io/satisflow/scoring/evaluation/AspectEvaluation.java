package io.satisflow.scoring.evaluation;

import io.satisflow.scoring.labelled.TextWithAspects;
import io.satisflow.sentiment.Aspect;
import io.satisflow.sentiment.SentimentLabel;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What is found by letting an aspect finder read texts whose aspects are known. Where the labellers could name one aspect
 * of a text alone, all others that are found count as wrong; the figures of the strongest are the fairer ones there.
 */
public final class AspectEvaluation {
    private static final int TWO = 2;

    private final SortedMap<String, Matches> all = new TreeMap<>();
    private final SortedMap<String, Matches> strongest = new TreeMap<>();
    private int texts;
    private int textsWithAspect;
    private int strongestRight;
    private int oneOfTwoRight;
    private int labelsJudged;
    private int labelsRight;

    /** How often an aspect was found and how often it was there. */
    public static final class Matches {
        private int truly;
        private int found;
        private int right;

        private void add(boolean isThere, boolean isFound) {
            truly += isThere ? 1 : 0;
            found += isFound ? 1 : 0;
            right += isThere && isFound ? 1 : 0;
        }

        /** How many texts are truly about it. */
        public int rows() {
            return truly;
        }

        public double precision() {
            return ratio(right, found);
        }

        public double recall() {
            return ratio(right, truly);
        }

        public double f1() {
            return ratio(2 * right, truly + found);
        }
    }

    /** @param found the strongest first */
    public void add(TextWithAspects truth, List<Aspect> found) {
        texts++;
        List<String> names = found.stream().map(Aspect::name).toList();
        count(all, truth, names);
        count(strongest, truth, names.subList(0, Math.min(1, names.size())));
        if (!truth.aspects().isEmpty()) {
            textsWithAspect++;
            strongestRight += isAnyTrue(truth, names, 1) ? 1 : 0;
            oneOfTwoRight += isAnyTrue(truth, names, TWO) ? 1 : 0;
        }
        found.forEach(aspect -> judgeLabel(truth.aspects().get(aspect.name()), aspect.label()));
    }

    public int texts() {
        return texts;
    }

    /** By aspect, those that occur in truth. */
    public Map<String, Matches> aspects() {
        SortedMap<String, Matches> known = new TreeMap<>(all);
        known.values().removeIf(matches -> matches.rows() == 0);
        return known;
    }

    /** The mean F1 of the aspects that occur in truth, each counting the same however rare it is. */
    public double macroF1() {
        return macroF1(all);
    }

    /** The same when of each text the strongest aspect alone counts as found. */
    public double macroF1OfStrongest() {
        return macroF1(strongest);
    }

    /** Of the texts about something, the share whose strongest aspect is right. */
    public double accuracyOfStrongest() {
        return ratio(strongestRight, textsWithAspect);
    }

    /** Of the texts about something, the share of which one of the two strongest aspects is right. */
    public double topTwoAccuracy() {
        return ratio(oneOfTwoRight, textsWithAspect);
    }

    /** Of the aspects rightly found that have a label in truth, the share that was given it. */
    public double labelAccuracy() {
        return ratio(labelsRight, labelsJudged);
    }

    public int labelsJudged() {
        return labelsJudged;
    }

    private static void count(Map<String, Matches> matches, TextWithAspects truth, List<String> found) {
        List<String> either = new ArrayList<>(truth.aspects().keySet());
        found.stream().filter(name -> !either.contains(name)).forEach(either::add);
        either.forEach(name -> matches.computeIfAbsent(name, first -> new Matches())
                .add(truth.aspects().containsKey(name), found.contains(name)));
    }

    private static boolean isAnyTrue(TextWithAspects truth, List<String> found, int most) {
        return found.stream().limit(most).anyMatch(truth.aspects()::containsKey);
    }

    /** @param truth null when the text is not about the aspect, empty when the aspect has no label */
    private void judgeLabel(@Nullable Optional<SentimentLabel> truth, SentimentLabel given) {
        if (truth != null && truth.isPresent()) {
            labelsJudged++;
            labelsRight += truth.get() == given ? 1 : 0;
        }
    }

    private static double macroF1(Map<String, Matches> matches) {
        return matches.values().stream()
                .filter(one -> one.rows() > 0)
                .mapToDouble(Matches::f1)
                .average()
                .orElse(0);
    }

    private static double ratio(int part, int whole) {
        return whole == 0 ? 0 : (double) part / whole;
    }
}
