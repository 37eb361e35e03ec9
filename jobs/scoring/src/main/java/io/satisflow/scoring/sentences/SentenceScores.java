package io.satisflow.scoring.sentences;

import io.satisflow.sentiment.Sentiment;
import io.satisflow.sentiment.SentimentScorer;
import java.util.List;

/** What each sentence of a text says. For one thread, as the scorer is. */
public final class SentenceScores {
    private final SentimentScorer scorer;
    private final Sentences sentences;

    public SentenceScores(SentimentScorer scorer, Sentences sentences) {
        this.scorer = scorer;
        this.sentences = sentences;
    }

    /**
     * @param whole what the scorer says of the whole text; a text of one sentence is not scored again
     * @return none for a text that is not scored
     */
    public List<ScoredSentence> of(String text, String language, Sentiment whole) {
        if (!whole.isScored()) {
            return List.of();
        }
        List<String> found = sentences.of(text);
        if (found.size() == 1) {
            return List.of(new ScoredSentence(found.get(0), whole));
        }
        return found.stream()
                .map(sentence -> new ScoredSentence(sentence, scorer.score(sentence, language)))
                .toList();
    }
}
