package io.satisflow.scoring;

import io.satisflow.scoring.linear.LinearModel;
import io.satisflow.scoring.linear.ModelFormat;
import io.satisflow.sentiment.SentimentScorer;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The default scorer, which needs nothing. */
public final class LinearProvider implements ScorerProvider {

    @Override
    public String name() {
        return Scorers.LINEAR;
    }

    @Override
    public Optional<String> obstacle(String variant) {
        return variant.isEmpty()
                ? Optional.empty()
                : Optional.of("linear:%s: there is one linear scorer only; write linear".formatted(variant));
    }

    @Override
    public SentimentScorer create(ScorerRequest request) throws IOException {
        List<LinearModel> models = new ArrayList<>(ShippedModels.all());
        for (Path file : request.models()) {
            try (InputStream in = Files.newInputStream(file)) {
                models.add(ModelFormat.read(in, file.toString()));
            }
        }
        return new ScorerByLanguage(models, request.limit());
    }
}
