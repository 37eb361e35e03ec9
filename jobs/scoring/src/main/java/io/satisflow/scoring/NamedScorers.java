package io.satisflow.scoring;

import io.satisflow.sentiment.SentimentScorer;
import io.satisflow.sentiment.SentimentScorerFactory;
import io.satisflow.sentiment.WorkLimit;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;

/**
 * Scorers of one kind. Nothing but names travels; the scorer is looked up where the scoring is done.
 *
 * @param name one of {@link Scorers#NAMES}, with or without a variant
 * @param models files of models in place of the shipped ones
 * @param codePoints how much of a text is read
 */
public record NamedScorers(String name, List<String> models, int codePoints) implements SentimentScorerFactory {

    @Override
    public SentimentScorer create() {
        List<Path> files = models.stream().map(Path::of).toList();
        try {
            return Scorers.create(name, files, new WorkLimit(codePoints));
        } catch (IOException e) {
            throw new UncheckedIOException("The models %s cannot be read: %s".formatted(models, e.getMessage()), e);
        }
    }
}
