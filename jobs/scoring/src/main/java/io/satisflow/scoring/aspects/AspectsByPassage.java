package io.satisflow.scoring.aspects;

import io.satisflow.privacy.Marks;
import io.satisflow.scoring.linear.ModelLanguage;
import io.satisflow.sentiment.Aspect;
import io.satisflow.sentiment.AspectFinder;
import io.satisflow.sentiment.AspectVocabulary;
import io.satisflow.sentiment.Sentiment;
import io.satisflow.sentiment.SentimentScorer;
import io.satisflow.sentiment.WorkLimit;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Finds aspects clause by clause, and scores each by its passages: the clauses that attest it, with those after them that
 * speak of nothing else. A contrast ("but", 但是) ends a passage, and so does a clause about another aspect. The work grows
 * with the length of the text alone, since every passage is read once, whatever number of aspects it is about.
 *
 * <p>Where an {@link AspectModel} has learnt a language, it adds the aspects that a text is about without a word that
 * says so, and orders those that are found. It takes none away: words hold in any domain, training in those of its texts.
 */
public final class AspectsByPassage implements AspectFinder {
    private final SentimentScorer scorer;
    private final WorkLimit limit;
    private final Clauses clauses = new Clauses();
    private final Map<ModelLanguage, WordEvidence> words = new EnumMap<>(ModelLanguage.class);
    private final Map<ModelLanguage, TrainedEvidence> trained = new EnumMap<>(ModelLanguage.class);
    private final PassageScores scores;

    /**
     * @param models what training adds to the words of a language; at most one for a language, of two the later
     * @param scorer of passages, used by this finder's thread alone
     */
    public AspectsByPassage(
            AspectVocabulary vocabulary, Collection<AspectModel> models, SentimentScorer scorer, WorkLimit limit) {
        this.scorer = scorer;
        this.limit = limit;
        this.scores = new PassageScores(vocabulary.names());
        for (ModelLanguage language : ModelLanguage.values()) {
            words.put(language, new WordEvidence(vocabulary, language.code()));
            trained.put(language, TrainedEvidence.none());
        }
        models.forEach(model -> trained.put(model.language(), TrainedEvidence.of(model, vocabulary)));
    }

    @Override
    public List<Aspect> find(String text, String language, Sentiment whole) {
        if (!whole.isScored()) {
            return List.of();
        }
        return ModelLanguage.of(language)
                .map(known -> find(Marks.without(text), known, whole))
                .orElse(List.of());
    }

    private List<Aspect> find(String text, ModelLanguage language, Sentiment whole) {
        int end = limit.endOf(text);
        scores.clear();
        scorePassages(text, end, language, whole);
        TrainedEvidence learnt = Objects.requireNonNull(trained.get(language));
        learnt.read(text, end);
        return scores.strongestFirst(Objects.requireNonNull(words.get(language)), learnt, whole.polarity());
    }

    private void scorePassages(String text, int end, ModelLanguage language, Sentiment whole) {
        WordEvidence attesting = Objects.requireNonNull(words.get(language));
        attesting.clear();
        int passage = 0;
        long aspects = 0;
        int clause = 0;
        while (clause < end) {
            int clauseEnd = clauses.endOf(text, clause, end);
            long attested = attesting.read(text, clause, clauseEnd);
            boolean turns = clause > 0 && clauses.opensWithContrast(text, clause, clauseEnd);
            if (turns || (attested != 0 && aspects != 0 && attested != aspects)) {
                score(text, passage, clause, aspects, language);
                passage = clause;
                aspects = 0;
            }
            aspects |= attested;
            clause = clauseEnd;
        }
        if (passage == 0 && end == text.length()) {
            scores.add(aspects, whole, end);
        } else {
            score(text, passage, end, aspects, language);
        }
    }

    private void score(String text, int from, int to, long aspects, ModelLanguage language) {
        if (aspects != 0) {
            scores.add(aspects, scorer.score(text.substring(from, to), language.code()), to - from);
        }
    }
}
