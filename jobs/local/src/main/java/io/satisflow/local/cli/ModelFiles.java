package io.satisflow.local.cli;

import io.satisflow.scoring.ScorerByLanguage;
import io.satisflow.scoring.ShippedModels;
import io.satisflow.scoring.linear.LinearModel;
import io.satisflow.scoring.linear.ModelFormat;
import io.satisflow.scoring.linear.ModelFormatException;
import io.satisflow.sentiment.SentimentScorer;
import io.satisflow.sentiment.WorkLimit;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The models that a command is to use: those that come with Satisflow, and the user's own in place of them. */
final class ModelFiles {
    private ModelFiles() {}

    /** @throws UsageException when a file is missing, or is no model */
    static SentimentScorer scorer(List<Path> own) throws IOException {
        List<LinearModel> models = new ArrayList<>(ShippedModels.all());
        for (Path file : own) {
            models.add(read(Installation.existing(file, "--model")));
        }
        return new ScorerByLanguage(models, WorkLimit.DEFAULT);
    }

    private static LinearModel read(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return ModelFormat.read(in, file.toString());
        } catch (ModelFormatException e) {
            throw new UsageException("--model " + e.getMessage());
        }
    }
}
