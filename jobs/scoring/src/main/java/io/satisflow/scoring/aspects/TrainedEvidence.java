package io.satisflow.scoring.aspects;

import io.satisflow.scoring.features.BucketSet;
import io.satisflow.scoring.features.FeatureExtractor;
import io.satisflow.sentiment.AspectVocabulary;
import io.satisflow.sentiment.AspectWords;
import java.util.Arrays;
import java.util.List;

/**
 * How far a text is beyond the threshold of each aspect. Aspects that the vocabulary does not name are not looked for.
 * Holds buffers: for one thread only.
 */
interface TrainedEvidence {

    /** @param end of the part to read, exclusive, in UTF-16 units */
    void read(String text, int end);

    /**
     * @param aspect its place in the vocabulary
     * @return above 0 when the text read last is about it, and 0 when it is not, or nothing was learnt of it
     */
    double lead(int aspect);

    /** For languages that nothing was learnt of. */
    static TrainedEvidence none() {
        return new None();
    }

    static TrainedEvidence of(AspectModel model, AspectVocabulary vocabulary) {
        return new OfModel(model, vocabulary.aspects());
    }

    /** Nothing is found. */
    record None() implements TrainedEvidence {
        @Override
        public void read(String text, int end) {}

        @Override
        public double lead(int aspect) {
            return 0;
        }
    }

    /** By the weights of a model. */
    final class OfModel implements TrainedEvidence {
        private static final int NOT_NAMED = -1;
        private static final int FEWEST_WORDS = 4;
        private static final int LONGEST_OF_FEW = 40;

        private final AspectModel model;
        private final FeatureExtractor extractor;
        private final BucketSet buckets;
        private final float[] weightOfCode;
        private final double[] margins;
        private final int[] marginOfAspect;
        private boolean tooShort;

        private OfModel(AspectModel model, List<AspectWords> aspects) {
            this.model = model;
            this.extractor = model.language().newExtractor();
            this.buckets = new BucketSet(model.bits());
            this.weightOfCode = model.weights().weightOfCode();
            this.margins = new double[model.aspects().size()];
            String language = model.language().code();
            this.marginOfAspect = aspects.stream()
                    .mapToInt(aspect -> aspect.in(language).isEmpty()
                            ? NOT_NAMED
                            : model.aspects().indexOf(aspect.name()))
                    .toArray();
            Arrays.fill(margins, Double.NEGATIVE_INFINITY);
        }

        @Override
        public void read(String text, int end) {
            tooShort = hasFewWords(text, end);
            if (!tooShort) {
                extractor.extract(text, end, buckets);
                model.weights().margins(buckets, weightOfCode, margins);
            }
        }

        /** "All good" is about nothing, whatever it is mostly said of in the texts of training. */
        private static boolean hasFewWords(String text, int end) {
            int words = 0;
            for (int i = 1; i < end && words < FEWEST_WORDS; i++) {
                words += Character.isLetter(text.charAt(i - 1)) && !Character.isLetter(text.charAt(i)) ? 1 : 0;
            }
            return words < FEWEST_WORDS && end < LONGEST_OF_FEW;
        }

        @Override
        public double lead(int aspect) {
            int margin = marginOfAspect[aspect];
            return tooShort || margin == NOT_NAMED
                    ? 0
                    : Math.max(0, margins[margin] - model.thresholds().get(margin));
        }
    }
}
