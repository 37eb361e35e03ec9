package io.satisflow.scoring.aspects;

import io.satisflow.scoring.features.BucketSet;
import io.satisflow.scoring.features.FeatureExtractor;
import io.satisflow.sentiment.AspectVocabulary;
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
        return new OfModel(model, vocabulary.names());
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

        private final AspectModel model;
        private final FeatureExtractor extractor;
        private final BucketSet buckets;
        private final float[] weightOfCode;
        private final double[] margins;
        private final int[] marginOfAspect;

        private OfModel(AspectModel model, List<String> names) {
            this.model = model;
            this.extractor = model.language().newExtractor();
            this.buckets = new BucketSet(model.bits());
            this.weightOfCode = model.weights().weightOfCode();
            this.margins = new double[model.aspects().size()];
            this.marginOfAspect =
                    names.stream().mapToInt(model.aspects()::indexOf).toArray();
            Arrays.fill(margins, Double.NEGATIVE_INFINITY);
        }

        @Override
        public void read(String text, int end) {
            extractor.extract(text, end, buckets);
            model.weights().margins(buckets, weightOfCode, margins);
        }

        @Override
        public double lead(int aspect) {
            int margin = marginOfAspect[aspect];
            return margin == NOT_NAMED
                    ? 0
                    : Math.max(0, margins[margin] - model.thresholds().get(margin));
        }
    }
}
