package io.satisflow.scoring;

import io.satisflow.scoring.linear.LinearModel;
import io.satisflow.scoring.linear.ModelFormat;
import io.satisflow.sentiment.SentimentScorer;
import io.satisflow.sentiment.SentimentScorerFactory;
import io.satisflow.sentiment.WorkLimit;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;

/**
 * Linear scorers on the shipped models, with the user's own in place of those of their languages. The models themselves
 * travel to where the scoring is done, so that their files need be nowhere but where the job is submitted.
 *
 * @param files the contents of model files
 * @param codePoints how much of a text is read
 */
record OwnModels(List<byte[]> files, int codePoints) implements SentimentScorerFactory {

    @Override
    public SentimentScorer create() {
        List<LinearModel> models = new ArrayList<>(ShippedModels.all());
        for (byte[] file : files) {
            try {
                models.add(ModelFormat.read(new ByteArrayInputStream(file), "a model of the job"));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return new ScorerByLanguage(models, new WorkLimit(codePoints));
    }
}
