package io.satisflow.scoring.training;

import io.satisflow.scoring.evaluation.ConfusionMatrix;
import io.satisflow.scoring.evaluation.Evaluation;
import io.satisflow.scoring.labelled.LabelledText;
import io.satisflow.scoring.labelled.Part;
import io.satisflow.scoring.linear.LinearModel;
import io.satisflow.scoring.linear.LinearScorer;
import io.satisflow.sentiment.WorkLimit;
import java.util.List;
import java.util.Locale;

/** What a user of a model should know of it, as Markdown: from which texts it was made, how, and how well it does. */
public final class ModelCard {
    private final LinearModel model;
    private final List<WeightedSet> sets;
    private final long seed;

    public ModelCard(LinearModel model, List<WeightedSet> sets, long seed) {
        this.model = model;
        this.sets = sets;
        this.seed = seed;
    }

    /** @param command that made the model */
    public String text(String command) {
        StringBuilder card = new StringBuilder();
        card.append("# Sentiment model `%s`\n\n".formatted(model.name()))
                .append("A linear model of hashed n-grams for texts in `%s`: negative, neutral or positive.\n\n"
                        .formatted(model.language().code()))
                .append("Made by\n\n```\n%s\n```\n\n".formatted(command))
                .append("## Sources\n\n| file | texts | weight | labels |\n|---|---:|---:|---|\n");
        sets.forEach(set -> card.append(source(set)));
        card.append("\n## Figures\n\n")
                .append("On the 8 in 100 texts of each file that were kept from training and calibration (seed %d).\n\n"
                        .formatted(seed))
                .append("| file | texts | accuracy | macro-F1 | calibration error |\n|---|---:|---:|---:|---:|\n");
        sets.forEach(set -> card.append(figures(set)));
        return card.toString();
    }

    static String source(WeightedSet set) {
        return "| %s | %d | %s | %s |\n"
                .formatted(
                        set.set().name(),
                        set.set().texts().size(),
                        set.weight(),
                        set.set().isTwoWay() ? "negative, positive" : "negative, neutral, positive");
    }

    private String figures(WeightedSet set) {
        List<LabelledText> texts = Part.VALIDATION.of(set.set().texts(), seed);
        Evaluation evaluation = Evaluation.of(
                new LinearScorer(model, WorkLimit.DEFAULT), model.language().code(), texts);
        ConfusionMatrix confusion = evaluation.confusion();
        return String.format(
                Locale.ROOT,
                "| %s | %d | %.3f | %.3f | %.3f |\n",
                set.set().name(),
                texts.size(),
                confusion.accuracy(),
                confusion.macroF1(),
                evaluation.calibrationError());
    }
}
