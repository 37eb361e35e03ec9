package io.satisflow.scoring.training;

import io.satisflow.scoring.evaluation.Evaluation;
import io.satisflow.scoring.labelled.Folds;
import io.satisflow.scoring.linear.LinearModel;
import java.util.List;
import java.util.Locale;

/** What a user of a model should know of it, as Markdown: from which texts it was made, how, and how well it does. */
public final class ModelCard {
    private final TrainedModel trained;
    private final List<WeightedSet> sets;
    private final Folds folds;

    public ModelCard(TrainedModel trained, List<WeightedSet> sets, Folds folds) {
        this.trained = trained;
        this.sets = sets;
        this.folds = folds;
    }

    /** @param command that made the model */
    public String text(String command) {
        LinearModel model = trained.model();
        StringBuilder card = new StringBuilder();
        card.append("# Sentiment model `%s`\n\n".formatted(model.name()))
                .append(
                        "A linear model of hashed n-grams (2^%d buckets, margins for each: %d, one byte a weight) for texts in `%s`:\n"
                                .formatted(
                                        model.bits(),
                                        model.calibration().margins(),
                                        model.language().code()))
                .append("negative, neutral or positive.\n\nMade by\n\n```\n%s\n```\n\n".formatted(command))
                .append("## Sources\n\n| file | texts | weight | labels |\n|---|---:|---:|---|\n");
        sets.forEach(set -> card.append(source(set)));
        card.append("\nBesides, %d phrases that come with Satisflow.\n"
                        .formatted(Phrases.of(model.language()).texts().size()))
                .append(figures());
        return card.toString();
    }

    public static String source(WeightedSet set) {
        return "| %s | %d | %s | %s |\n"
                .formatted(
                        set.set().name(),
                        set.set().texts().size(),
                        set.weight(),
                        set.set().isTwoWay() ? "negative, positive" : "negative, neutral, positive");
    }

    private String figures() {
        StringBuilder figures = new StringBuilder();
        figures.append("\n## Figures\n\n")
                .append("Of held-out texts: %d times, a model of the other folds told the texts of one (seed %d); the\n"
                        .formatted(folds.count(), folds.seed()))
                .append(
                        "probabilities of a fold were fitted without it. The model itself is made of all texts. A text that\n")
                .append(
                        "stands in several files counts in the first. Two classes: negative or positive, whichever is more\n")
                .append("probable, for the texts that are one of them.\n\n")
                .append(
                        "| file | texts | accuracy | macro-F1 | calibration error | two classes: macro-F1 | calibration error |\n")
                .append("|---|---:|---:|---:|---:|---:|---:|\n");
        trained.heldOut().forEach(heldOut -> figures.append(row(heldOut)));
        return figures.toString();
    }

    private static String row(HeldOut heldOut) {
        Evaluation evaluation = heldOut.evaluation();
        return String.format(
                Locale.ROOT,
                "| %s | %d | %.3f | %.3f | %.3f | %.3f | %.3f |\n",
                heldOut.file(),
                evaluation.confusion().rows(),
                evaluation.confusion().accuracy(),
                evaluation.confusion().macroF1(),
                evaluation.calibrationError(),
                evaluation.twoClassConfusion().macroF1(),
                evaluation.twoClassCalibrationError());
    }
}
