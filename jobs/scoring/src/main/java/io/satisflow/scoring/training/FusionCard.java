package io.satisflow.scoring.training;

import io.satisflow.scoring.evaluation.Evaluation;
import io.satisflow.scoring.fusion.FusionModel;
import io.satisflow.scoring.fusion.FusionScorer;
import io.satisflow.scoring.fusion.TextEncoder;
import io.satisflow.scoring.labelled.LabelledText;
import io.satisflow.scoring.labelled.Part;
import io.satisflow.scoring.linear.LinearScorer;
import io.satisflow.sentiment.WorkLimit;
import java.util.List;
import java.util.Locale;

/** What a user of a fusion model should know of it, as Markdown; its linear model beside it, for comparison. */
public final class FusionCard {
    private final FusionModel model;
    private final TextEncoder encoder;
    private final List<WeightedSet> sets;
    private final long seed;

    public FusionCard(FusionModel model, TextEncoder encoder, List<WeightedSet> sets, long seed) {
        this.model = model;
        this.encoder = encoder;
        this.sets = sets;
        this.seed = seed;
    }

    /** @param command that made the model */
    public String text(String command) {
        StringBuilder card = new StringBuilder();
        card.append("# Fusion model `%s`\n\n".formatted(model.name()))
                .append(
                        ("A head over the answers of the linear model `%s`, which is in the file, and over the places that a"
                                        + " network of\nword pieces gives to texts in `%s`: %d numbers a text.\n\n")
                                .formatted(
                                        model.linear().name(), model.language().code(), model.dimensions()))
                .append("Made by\n\n```\n%s\n```\n\n".formatted(command))
                .append("## Sources\n\n| file | texts | weight | labels |\n|---|---:|---:|---|\n");
        sets.forEach(set -> card.append(ModelCard.source(set)));
        card.append("\n## Figures\n\n")
                .append("On the 8 in 100 texts of each file that were kept from training and calibration (seed %d).\n\n"
                        .formatted(seed))
                .append("| file | texts | macro-F1 of linear | macro-F1 | accuracy | calibration error |\n")
                .append("|---|---:|---:|---:|---:|---:|\n");
        sets.forEach(set -> card.append(figures(set)));
        return card.toString();
    }

    private String figures(WeightedSet set) {
        List<LabelledText> texts = Part.VALIDATION.of(set.set().texts(), seed);
        FusionScorer scorer = new FusionScorer(model, encoder, WorkLimit.DEFAULT, FusionScorer.ALWAYS);
        Evaluation fusion = new Evaluation();
        texts.forEach(text -> fusion.add(text.label(), scorer.score(text.text())));
        Evaluation linear = Evaluation.of(
                new LinearScorer(model.linear(), WorkLimit.DEFAULT),
                model.language().code(),
                texts);
        return String.format(
                Locale.ROOT,
                "| %s | %d | %.3f | %.3f | %.3f | %.3f |\n",
                set.set().name(),
                texts.size(),
                linear.confusion().macroF1(),
                fusion.confusion().macroF1(),
                fusion.confusion().accuracy(),
                fusion.calibrationError());
    }
}
