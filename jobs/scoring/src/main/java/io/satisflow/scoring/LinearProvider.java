package io.satisflow.scoring;

import io.satisflow.scoring.linear.LinearModel;
import io.satisflow.scoring.linear.ModelFormat;
import io.satisflow.sentiment.SentimentScorer;
import io.satisflow.sentiment.WorkLimit;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The default scorer, which needs nothing. */
public final class LinearProvider implements ScorerProvider {

    @Override
    public String name() {
        return Scorers.LINEAR;
    }

    @Override
    public SentimentScorer create(List<Path> own, WorkLimit limit) throws IOException {
        List<LinearModel> models = new ArrayList<>(ShippedModels.all());
        for (Path file : own) {
            try (InputStream in = Files.newInputStream(file)) {
                models.add(ModelFormat.read(in, file.toString()));
            }
        }
        return new ScorerByLanguage(models, limit);
    }
}
