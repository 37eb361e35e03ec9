package io.satisflow.scoring.training;

import io.satisflow.scoring.labelled.Folds;
import io.satisflow.scoring.labelled.LabelledDataException;
import io.satisflow.scoring.linear.Calibration;
import io.satisflow.scoring.linear.LinearModel;
import io.satisflow.scoring.linear.ModelLanguage;
import io.satisflow.scoring.linear.ThreeWayCalibration;
import io.satisflow.scoring.linear.TwoWayCalibration;
import io.satisflow.scoring.training.fit.Recipe;
import io.satisflow.scoring.training.fit.RowLoss;
import io.satisflow.scoring.training.fit.TrainingRow;
import io.satisflow.scoring.training.fit.WeightFit;
import io.satisflow.sentiment.SentimentLabel;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Makes a model of labelled texts. The weights are those of all texts; the probabilities are fitted on each text's
 * margins under a model of the other folds. The same texts in the same order, and the same seed, make the same bytes.
 */
public final class Trainer {
    private static final int FEWEST_TEXTS = 50;
    private static final Calibration NO_TWO_WAY_CALIBRATION = new TwoWayCalibration(1, 0, 1);
    private static final Calibration NO_THREE_WAY_CALIBRATION = new ThreeWayCalibration(1, 0, 0, 0);

    private final ModelLanguage language;
    private final Folds folds;
    private final Consumer<String> progress;
    private final Recipe recipe;

    /**
     * @param seed decides which texts are in which fold
     * @param progress told what is going on, a line at a time
     */
    public Trainer(ModelLanguage language, long seed, Consumer<String> progress) {
        this(language, new Folds(Folds.USUAL, seed), progress);
    }

    public Trainer(ModelLanguage language, Folds folds, Consumer<String> progress) {
        this.language = language;
        this.folds = folds;
        this.progress = progress;
        this.recipe = Recipe.of(language);
    }

    /** @throws LabelledDataException when there are too few texts, or only one label */
    public TrainedModel train(List<WeightedSet> sets) {
        Fitted fitted = fit(sets);
        return new TrainedModel(fitted.model(), fitted.crossFit().heldOut());
    }

    /**
     * A model, and what models like it say of texts that they have not seen.
     *
     * @param model made of all examples
     * @param crossFit of the same examples, in the same order
     */
    public record Fitted(LinearModel model, List<Example> examples, CrossFit crossFit, RowLoss loss) {}

    /** @throws LabelledDataException when there are too few texts, or only one label */
    public Fitted fit(List<WeightedSet> sets) {
        List<Example> examples = examples(sets);
        RowLoss loss = lossOf(examples);
        CrossFit crossFit = crossFit(examples, loss);
        progress.accept("all texts");
        LinearModel model = crossFit.calibrations().of(model(examples, loss));
        return new Fitted(model, examples, crossFit, loss);
    }

    /**
     * What {@link #train} would find out of held-out texts, without the model of all texts.
     *
     * @throws LabelledDataException when there are too few texts, or only one label
     */
    public List<HeldOut> crossValidate(List<WeightedSet> sets) {
        List<Example> examples = examples(sets);
        return crossFit(examples, lossOf(examples)).heldOut();
    }

    private CrossFit crossFit(List<Example> examples, RowLoss loss) {
        int[] fold = new int[1];
        return CrossFit.of(language, examples, folds, loss, others -> {
            progress.accept("fold %d of %d".formatted(++fold[0], folds.count()));
            return model(others, loss);
        });
    }

    private LinearModel model(List<Example> examples, RowLoss loss) {
        List<TrainingRow> rows =
                new ArrayList<>(examples.stream().map(Example::row).toList());
        double weight = rows.stream().mapToDouble(TrainingRow::weight).sum();
        rows.addAll(Phrases.rows(language, recipe, weight));
        rows.addAll(Distilled.rows(language, recipe, weight, loss));
        boolean threeWay = loss.margins() == ThreeWayCalibration.MARGINS;
        LinearModel model = LinearModel.of(
                language,
                recipe.bits(),
                new WeightFit(recipe, loss, progress).of(rows),
                threeWay ? NO_THREE_WAY_CALIBRATION : NO_TWO_WAY_CALIBRATION);
        return language == ModelLanguage.ENGLISH ? model.byPassages() : model;
    }

    private List<Example> examples(List<WeightedSet> sets) {
        List<Example> examples = Example.of(sets, language, recipe, folds);
        requireTwoLabels(examples);
        if (examples.size() < FEWEST_TEXTS) {
            throw new LabelledDataException(
                    "A model needs %d different texts or more, and some hundreds to be of use, but there are %d"
                            .formatted(FEWEST_TEXTS, examples.size()));
        }
        progress.accept("%d different texts".formatted(examples.size()));
        return examples;
    }

    private static RowLoss lossOf(List<Example> examples) {
        return RowLoss.forLabels(
                examples.stream().anyMatch(example -> example.text().label() == SentimentLabel.NEUTRAL));
    }

    private static void requireTwoLabels(List<Example> examples) {
        Set<SentimentLabel> labels = new HashSet<>();
        examples.forEach(example -> labels.add(example.text().label()));
        if (!labels.contains(SentimentLabel.NEGATIVE) || !labels.contains(SentimentLabel.POSITIVE)) {
            throw new LabelledDataException(
                    "A model needs texts of both negative and positive, but there are only " + labels);
        }
    }
}
