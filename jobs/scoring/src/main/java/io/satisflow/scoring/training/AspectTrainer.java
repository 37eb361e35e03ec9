package io.satisflow.scoring.training;

import io.satisflow.scoring.aspects.AspectModel;
import io.satisflow.scoring.aspects.WordEvidence;
import io.satisflow.scoring.features.BucketSet;
import io.satisflow.scoring.features.FeatureExtractor;
import io.satisflow.scoring.labelled.LabelledDataException;
import io.satisflow.scoring.labelled.Part;
import io.satisflow.scoring.labelled.TextWithAspects;
import io.satisflow.scoring.linear.ModelLanguage;
import io.satisflow.scoring.linear.QuantizedWeights;
import io.satisflow.scoring.linear.TextLength;
import io.satisflow.scoring.training.fit.Recipe;
import io.satisflow.scoring.training.fit.RowLoss;
import io.satisflow.scoring.training.fit.TrainingRow;
import io.satisflow.scoring.training.fit.WeightFit;
import io.satisflow.sentiment.AspectVocabulary;
import io.satisflow.sentiment.SentimentLabel;
import io.satisflow.sentiment.WorkLimit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;

/**
 * Makes an aspect model of labelled texts: for each aspect, which n-grams tell texts about it from others. Texts whose
 * labellers did not know an aspect, and texts without labels from elsewhere (the background), count as not about it unless
 * a word attests it. Without them a model takes the manner of its domain for its aspects: one that had seen complaints of
 * air travellers alone found long waiting in a third of all short reviews of phones and restaurants.
 */
public final class AspectTrainer {
    private static final RowLoss LOSS = RowLoss.forLabels(false);

    private final ModelLanguage language;
    private final AspectVocabulary vocabulary;
    private final long seed;
    private final Consumer<String> progress;
    private final FeatureExtractor extractor;
    private final BucketSet buckets = new BucketSet(Recipe.ASPECTS.bits());

    /**
     * @param vocabulary whose words tell which background texts may be about an aspect
     * @param seed decides which texts are for training
     * @param progress told what is going on, a line at a time
     */
    public AspectTrainer(ModelLanguage language, AspectVocabulary vocabulary, long seed, Consumer<String> progress) {
        this.language = language;
        this.vocabulary = vocabulary;
        this.seed = seed;
        this.progress = progress;
        this.extractor = language.newExtractor();
    }

    /**
     * A text as it is learnt from.
     *
     * @param known the aspects that its labels speak of
     * @param about those that it is about
     * @param attested those that its words attest
     */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    private record Learnt(int[] buckets, Set<String> known, Set<String> about, Set<String> attested, Part part) {
        boolean saysOf(String aspect) {
            return known.contains(aspect) || !attested.contains(aspect);
        }
    }

    /**
     * @param background texts without labels, of other domains than those of the sets
     * @throws LabelledDataException when the texts name no aspect of the vocabulary
     */
    public AspectModel train(List<AspectTexts> sets, List<String> background) {
        Set<String> aspects = new TreeSet<>();
        sets.forEach(set -> aspects.addAll(set.known()));
        aspects.retainAll(vocabulary.names());
        if (aspects.isEmpty()) {
            throw new LabelledDataException(
                    "The texts name none of the aspects %s; say with --aspect-name which are meant"
                            .formatted(vocabulary.names()));
        }
        List<Learnt> texts = texts(sets, background);
        int buckets = 1 << Recipe.ASPECTS.bits();
        double[] weights = new double[buckets * aspects.size()];
        List<Double> thresholds = new ArrayList<>();
        for (String aspect : aspects) {
            double[] found = weights(aspect, texts);
            for (int bucket = 0; bucket < buckets; bucket++) {
                weights[bucket * aspects.size() + thresholds.size()] = found[bucket];
            }
            thresholds.add(threshold(aspect, texts, found));
        }
        return new AspectModel(
                language,
                Recipe.ASPECTS.bits(),
                List.copyOf(aspects),
                thresholds,
                QuantizedWeights.of(weights, aspects.size()));
    }

    private List<Learnt> texts(List<AspectTexts> sets, List<String> background) {
        WordEvidence words = new WordEvidence(vocabulary, language.code());
        Set<String> seen = new HashSet<>();
        List<Learnt> texts = new ArrayList<>();
        for (AspectTexts set : sets) {
            Set<String> known = set.known();
            for (TextWithAspects text : set.texts()) {
                seen.add(text.text());
                texts.add(learnt(text.text(), known, text.aspects().keySet(), words));
            }
        }
        for (String text : background) {
            if (seen.add(text)) {
                texts.add(learnt(text, Set.of(), Set.of(), words));
            }
        }
        return texts;
    }

    private Learnt learnt(String text, Set<String> known, Set<String> about, WordEvidence words) {
        int end = WorkLimit.DEFAULT.endOf(text);
        extractor.extract(text, end, buckets);
        return new Learnt(buckets.toArray(), known, about, words.attested(text, end), Part.of(text, seed));
    }

    private double[] weights(String aspect, List<Learnt> texts) {
        List<TrainingRow> rows = texts.stream()
                .filter(text -> text.part() == Part.TRAINING && text.saysOf(aspect))
                .map(text -> new TrainingRow(text.buckets(), label(text, aspect), true, 1))
                .toList();
        progress.accept("%s: learning from %d texts".formatted(aspect, rows.size()));
        return new WeightFit(Recipe.ASPECTS, LOSS, line -> {}).of(rows);
    }

    private static SentimentLabel label(Learnt text, String aspect) {
        return text.about().contains(aspect) ? SentimentLabel.POSITIVE : SentimentLabel.NEGATIVE;
    }

    /** Where F1 is best, on labelled texts that the weights have not seen. */
    private static double threshold(String aspect, List<Learnt> texts, double[] weights) {
        record Judged(double margin, boolean about) {}
        List<Judged> judged = texts.stream()
                .filter(text -> text.part() == Part.CALIBRATION && text.known().contains(aspect))
                .map(text ->
                        new Judged(margin(text.buckets(), weights), text.about().contains(aspect)))
                .sorted(Comparator.comparingDouble(Judged::margin).reversed())
                .toList();
        long truly = judged.stream().filter(Judged::about).count();
        double best = 0;
        double threshold = Double.MAX_VALUE;
        int right = 0;
        for (int found = 1; found <= judged.size(); found++) {
            Judged last = judged.get(found - 1);
            right += last.about() ? 1 : 0;
            double f1 = 2.0 * right / (truly + found);
            if (f1 > best) {
                best = f1;
                threshold = found < judged.size()
                        ? (last.margin() + judged.get(found).margin()) / 2
                        : last.margin() - 1e-6;
            }
        }
        return threshold;
    }

    private static double margin(int[] buckets, double[] weights) {
        double sum = 0;
        for (int bucket : buckets) {
            sum += weights[bucket];
        }
        return sum * TextLength.factor(buckets.length);
    }
}
