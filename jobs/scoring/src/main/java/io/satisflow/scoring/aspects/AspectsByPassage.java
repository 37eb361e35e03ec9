package io.satisflow.scoring.aspects;

import io.satisflow.scoring.linear.ModelLanguage;
import io.satisflow.sentiment.Aspect;
import io.satisflow.sentiment.AspectFinder;
import io.satisflow.sentiment.AspectVocabulary;
import io.satisflow.sentiment.Sentiment;
import io.satisflow.sentiment.SentimentScorer;
import io.satisflow.sentiment.WorkLimit;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * Finds aspects clause by clause, and scores each by its passages: the clauses that attest it, with those after them that
 * speak of nothing else. A contrast ("but", 但是) ends a passage, and so does a clause about another aspect. The work grows
 * with the length of the text alone, since every passage is read once, whatever number of aspects it is about.
 */
public final class AspectsByPassage implements AspectFinder {
    private final SentimentScorer scorer;
    private final WorkLimit limit;
    private final Clauses clauses = new Clauses();
    private final Map<ModelLanguage, WordEvidence> evidence = new EnumMap<>(ModelLanguage.class);
    private final PassageScores scores;

    /** @param scorer of passages, used by this finder's thread alone */
    public AspectsByPassage(AspectVocabulary vocabulary, SentimentScorer scorer, WorkLimit limit) {
        this.scorer = scorer;
        this.limit = limit;
        this.scores = new PassageScores(vocabulary.names());
        for (ModelLanguage language : ModelLanguage.values()) {
            evidence.put(language, new WordEvidence(vocabulary, language.code()));
        }
    }

    @Override
    public List<Aspect> find(String text, String language, Sentiment whole) {
        if (!whole.isScored()) {
            return List.of();
        }
        return ModelLanguage.of(language)
                .map(evidence::get)
                .map(words -> find(text, language, whole, words))
                .orElse(List.of());
    }

    private List<Aspect> find(String text, String language, Sentiment whole, WordEvidence words) {
        int end = limit.endOf(text);
        words.clear();
        scores.clear();
        int passage = 0;
        long aspects = 0;
        int clause = 0;
        while (clause < end) {
            int clauseEnd = clauses.endOf(text, clause, end);
            long attested = words.read(text, clause, clauseEnd);
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
        return scores.strongestFirst(words, whole.polarity());
    }

    private void score(String text, int from, int to, long aspects, String language) {
        if (aspects != 0) {
            scores.add(aspects, scorer.score(text.substring(from, to), language), to - from);
        }
    }
}
