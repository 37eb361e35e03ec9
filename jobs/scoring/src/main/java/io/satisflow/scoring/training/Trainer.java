package io.satisflow.scoring.training;

import io.satisflow.scoring.features.BucketSet;
import io.satisflow.scoring.features.FeatureExtractor;
import io.satisflow.scoring.labelled.LabelledDataException;
import io.satisflow.scoring.labelled.Part;
import io.satisflow.scoring.linear.Calibration;
import io.satisflow.scoring.linear.LinearModel;
import io.satisflow.scoring.linear.LinearScorer;
import io.satisflow.scoring.linear.ModelLanguage;
import io.satisflow.scoring.linear.ThreeWayCalibration;
import io.satisflow.scoring.linear.TwoWayCalibration;
import io.satisflow.scoring.training.CalibrationFit.CalibrationRow;
import io.satisflow.sentiment.SentimentLabel;
import io.satisflow.sentiment.WorkLimit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/** Makes a model of labelled texts. The same texts in the same order, and the same seed, make the same bytes. */
public final class Trainer {
    private static final Calibration NO_TWO_WAY_CALIBRATION = new TwoWayCalibration(1, 0, 1);
    private static final Calibration NO_THREE_WAY_CALIBRATION = new ThreeWayCalibration(1, 0, 0, 0);

    private final ModelLanguage language;
    private final long seed;
    private final Consumer<String> progress;
    private final Recipe recipe;
    private final FeatureExtractor extractor;
    private final BucketSet buckets;

    /**
     * @param seed decides which texts are for training, calibration and validation
     * @param progress told what is going on, a line at a time
     */
    public Trainer(ModelLanguage language, long seed, Consumer<String> progress) {
        this.language = language;
        this.seed = seed;
        this.progress = progress;
        this.recipe = Recipe.of(language);
        this.extractor = language.newExtractor();
        this.buckets = new BucketSet(recipe.bits());
    }

    /** @throws LabelledDataException when there are too few texts, or only one label */
    public LinearModel train(List<WeightedSet> sets) {
        List<TrainingRow> training = rows(sets, Part.TRAINING);
        requireTwoLabels(training);
        boolean anyNeutral = training.stream().anyMatch(row -> row.label() == SentimentLabel.NEUTRAL);
        RowLoss loss = RowLoss.forLabels(anyNeutral);
        progress.accept("training on %d texts".formatted(training.size()));
        LinearModel uncalibrated = LinearModel.of(
                language,
                recipe.bits(),
                weights(training, loss),
                anyNeutral ? NO_THREE_WAY_CALIBRATION : NO_TWO_WAY_CALIBRATION);
        return calibrated(uncalibrated, sets, loss);
    }

    private double[] weights(List<TrainingRow> rows, RowLoss loss) {
        double[] scale = EvidenceScale.of(rows, 1 << recipe.bits(), loss.margins(), recipe.smoothing());
        PenalizedLoss penalized = new PenalizedLoss(rows, loss, scale, recipe.penalty(), progress);
        return penalized.weights(Minimum.of(penalized, new double[scale.length], recipe.mostRounds()));
    }

    private LinearModel calibrated(LinearModel model, List<WeightedSet> sets, RowLoss loss) {
        LinearScorer scorer = new LinearScorer(model, WorkLimit.DEFAULT);
        List<CalibrationRow> rows = new ArrayList<>();
        new DistinctTexts(sets, seed)
                .forEach(
                        Part.CALIBRATION,
                        (text, set) -> rows.add(new CalibrationRow(
                                new TrainingRow(
                                        new int[0], text.label(), set.set().isTwoWay(), set.weight()),
                                scorer.marginsOf(text.text()).clone())));
        if (rows.isEmpty()) {
            throw new LabelledDataException("There are too few texts to calibrate with; give some hundreds");
        }
        progress.accept("calibrating on %d texts".formatted(rows.size()));
        return model.withCalibration(CalibrationFit.of(rows, loss));
    }

    private List<TrainingRow> rows(List<WeightedSet> sets, Part part) {
        List<TrainingRow> rows = new ArrayList<>();
        new DistinctTexts(sets, seed).forEach(part, (text, set) -> {
            extractor.extract(text.text(), WorkLimit.DEFAULT.endOf(text.text()), buckets);
            rows.add(new TrainingRow(buckets.toArray(), text.label(), set.set().isTwoWay(), set.weight()));
        });
        return rows;
    }

    private static void requireTwoLabels(List<TrainingRow> rows) {
        Set<SentimentLabel> labels = new HashSet<>();
        rows.forEach(row -> labels.add(row.label()));
        if (!labels.contains(SentimentLabel.NEGATIVE) || !labels.contains(SentimentLabel.POSITIVE)) {
            throw new LabelledDataException(
                    "A model needs texts of both negative and positive, but the training texts have only " + labels);
        }
    }
}
