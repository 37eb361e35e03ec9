package io.satisflow.scoring.training.fusion;

import io.satisflow.scoring.evaluation.Evaluation;
import io.satisflow.scoring.fusion.FusionModel;
import io.satisflow.scoring.labelled.Folds;
import io.satisflow.scoring.training.HeldOut;
import io.satisflow.scoring.training.ModelCard;
import io.satisflow.scoring.training.WeightedSet;
import java.util.List;
import java.util.Locale;

/** What a user of a fusion model should know of it, as Markdown; its linear model beside it, for comparison. */
public final class FusionCard {
    private final TrainedFusion trained;
    private final List<WeightedSet> sets;
    private final Folds folds;

    public FusionCard(TrainedFusion trained, List<WeightedSet> sets, Folds folds) {
        this.trained = trained;
        this.sets = sets;
        this.folds = folds;
    }

    /** @param command that made the model */
    public String text(String command) {
        FusionModel model = trained.model();
        StringBuilder card = new StringBuilder();
        card.append("# Fusion model `%s`\n\n".formatted(model.name()))
                .append("A head over the answers of the linear model `%s`, which is in the same file,\n"
                        .formatted(model.linear().name()))
                .append(
                        "and over the places that a network of word pieces gives to texts in `%s`, %d numbers a text.\n\n"
                                .formatted(model.language().code(), model.dimensions()))
                .append("Made by\n\n```\n%s\n```\n\n".formatted(command))
                .append("## Sources\n\n| file | texts | weight | labels |\n|---|---:|---:|---|\n");
        sets.forEach(set -> card.append(ModelCard.source(set)));
        return card.append(figures()).toString();
    }

    private String figures() {
        StringBuilder figures = new StringBuilder();
        figures.append("\n## Figures\n\n")
                .append(
                        "Of held-out texts: %d times, a linear model and a head of the other folds told the texts of one\n"
                                .formatted(folds.count()))
                .append(
                        "(seed %d); the probabilities of a fold were fitted without it. The model itself is made of all\n"
                                .formatted(folds.seed()))
                .append(
                        "texts. Two classes: negative or positive, whichever is more probable, for the texts that are one\n")
                .append("of them.\n\n")
                .append(
                        "| file | texts | macro-F1 of linear | macro-F1 | accuracy | calibration error | two classes: macro-F1"
                                + " of linear | macro-F1 |\n")
                .append("|---|---:|---:|---:|---:|---:|---:|---:|\n");
        for (int i = 0; i < trained.heldOut().size(); i++) {
            figures.append(row(trained.linear().get(i), trained.heldOut().get(i)));
        }
        return figures.toString();
    }

    private static String row(HeldOut linear, HeldOut fusion) {
        Evaluation evaluation = fusion.evaluation();
        return String.format(
                Locale.ROOT,
                "| %s | %d | %.3f | %.3f | %.3f | %.3f | %.3f | %.3f |\n",
                fusion.file(),
                evaluation.confusion().rows(),
                linear.evaluation().confusion().macroF1(),
                evaluation.confusion().macroF1(),
                evaluation.confusion().accuracy(),
                evaluation.calibrationError(),
                linear.evaluation().twoClassConfusion().macroF1(),
                evaluation.twoClassConfusion().macroF1());
    }
}
