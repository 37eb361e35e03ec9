package io.satisflow.local.cli.text;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.satisflow.local.cli.option.UsageException;
import io.satisflow.scoring.fusion.FusionFormat;
import io.satisflow.scoring.fusion.FusionModel;
import io.satisflow.scoring.fusion.FusionProvider;
import io.satisflow.scoring.fusion.TextEncoder;
import io.satisflow.scoring.labelled.Folds;
import io.satisflow.scoring.labelled.LabelledDataException;
import io.satisflow.scoring.linear.ModelLanguage;
import io.satisflow.scoring.training.WeightedSet;
import io.satisflow.scoring.training.fusion.FusionCard;
import io.satisflow.scoring.training.fusion.FusionTrainer;
import io.satisflow.scoring.training.fusion.TrainedFusion;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** {@code train --scorer fusion}: a linear model and a head over it, in one file. */
record FusionTraining(ModelLanguage language, Folds folds, Path directory, PrintWriter notes) {

    /**
     * @param command as the user has typed it, for the card
     * @return what was made
     * @throws UsageException when fusion has not been built, or the texts are too few
     */
    ObjectNode train(List<WeightedSet> sets, String command) throws IOException {
        TextEncoder encoder = FusionProvider.encoders()
                .map(provider -> provider.encoder(language))
                .orElseThrow(() -> new UsageException(
                        "--scorer: " + new FusionProvider().obstacle("").orElseThrow()));
        TrainedFusion trained = trained(sets, encoder);
        FusionModel model = trained.model();
        Files.createDirectories(directory);
        Path file = directory.resolve(language.code() + ".fusion");
        try (OutputStream out = Files.newOutputStream(file)) {
            FusionFormat.write(model, out);
        }
        Path card = directory.resolve(language.code() + ".fusion.md");
        Files.writeString(card, new FusionCard(trained, sets, folds).text(command));
        ObjectNode result = JsonNodeFactory.instance
                .objectNode()
                .put("model", file.toString())
                .put("scorer", model.name());
        result.set("held_out", EvaluationJson.of(trained.heldOut()));
        return result;
    }

    private TrainedFusion trained(List<WeightedSet> sets, TextEncoder encoder) {
        try {
            return new FusionTrainer(language, folds, encoder, notes::println).train(sets);
        } catch (LabelledDataException e) {
            throw new UsageException("--data: " + e.getMessage());
        }
    }
}
