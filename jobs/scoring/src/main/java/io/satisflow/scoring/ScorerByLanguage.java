package io.satisflow.scoring;

import io.satisflow.scoring.linear.LinearModel;
import io.satisflow.scoring.linear.LinearScorer;
import io.satisflow.scoring.linear.ModelLanguage;
import io.satisflow.sentiment.Sentiment;
import io.satisflow.sentiment.SentimentScorer;
import io.satisflow.sentiment.WorkLimit;
import java.util.Collection;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/**
 * Gives each text to the scorer of its language. A text in any other language is not scored. A text without a single letter,
 * such as one of emoji alone, has no language; whoever speaks English can read it.
 */
public final class ScorerByLanguage implements SentimentScorer {
    private final Map<ModelLanguage, LinearScorer> scorers = new EnumMap<>(ModelLanguage.class);
    private final WorkLimit limit;

    /** @param models at most one for a language; of two, the later */
    public ScorerByLanguage(Collection<LinearModel> models, WorkLimit limit) {
        this.limit = limit;
        models.forEach(model -> scorers.put(model.language(), new LinearScorer(model, limit)));
    }

    @Override
    public Sentiment score(String text, String language) {
        return ModelLanguage.of(language)
                .or(() -> hasLetter(text) ? Optional.empty() : Optional.of(ModelLanguage.ENGLISH))
                .map(scorers::get)
                .map(scorer -> scorer.score(text))
                .orElse(Sentiment.notScored());
    }

    private boolean hasLetter(String text) {
        return text.substring(0, limit.endOf(text)).codePoints().anyMatch(Character::isLetter);
    }
}
