package io.satisflow.scoring;

import io.satisflow.privacy.Marks;
import io.satisflow.scoring.idioms.Idioms;
import io.satisflow.scoring.linear.LinearModel;
import io.satisflow.scoring.linear.LinearScorer;
import io.satisflow.scoring.linear.ModelLanguage;
import io.satisflow.scoring.plain.MatterOfFact;
import io.satisflow.scoring.plain.Signs;
import io.satisflow.scoring.plain.WordsOfOthers;
import io.satisflow.sentiment.Sentiment;
import io.satisflow.sentiment.SentimentLabel;
import io.satisflow.sentiment.SentimentScorer;
import io.satisflow.sentiment.WorkLimit;
import java.util.Collection;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/**
 * Gives each text to the scorer of its language. A text in any other language is not scored. A text without a single letter,
 * such as one of emoji alone, has no language; whoever speaks English can read it. The marks of redaction are read
 * past, what is only quoted is left out, and idioms are put into plain words. Who only asks or tells is neutral, and who says that
 * there is nothing to say is not scored.
 */
public final class ScorerByLanguage implements SentimentScorer {
    private static final double CERTAIN = 0.95;

    private final Map<ModelLanguage, OfOneLanguage> scorers;
    private final Map<ModelLanguage, Reading> readings = new EnumMap<>(ModelLanguage.class);
    private final WorkLimit limit;

    /** Scores texts that are known to be in its language. */
    @FunctionalInterface
    public interface OfOneLanguage {
        Sentiment score(String text);
    }

    /** How texts of a language are read before and after they are scored. */
    private record Reading(WordsOfOthers others, Idioms idioms, Idioms asked, MatterOfFact matterOfFact) {
        Reading(ModelLanguage language) {
            this(new WordsOfOthers(language), new Idioms(language), Idioms.asked(language), new MatterOfFact(language));
        }

        Sentiment score(String text, OfOneLanguage scorer) {
            int signs = Signs.in(text);
            String plain = idioms.plain(Signs.quotes(signs) ? others.without(text) : text);
            Sentiment given = scorer.score(plain);
            if (isCertain(given)) {
                return given;
            }
            String answered = Signs.asks(signs) ? asked.plain(plain) : plain;
            if (!answered.equals(plain)) {
                return scorer.score(answered);
            }
            return given.label() == SentimentLabel.NEUTRAL ? given : matterOfFact.judged(text, given);
        }

        /** Then there are words that say so, and no question changes it. */
        private static boolean isCertain(Sentiment given) {
            return Math.abs(given.score()) > CERTAIN;
        }
    }

    /** @param models at most one for a language; of two, the later */
    public ScorerByLanguage(Collection<LinearModel> models, WorkLimit limit) {
        this(linear(models, limit), limit);
    }

    public ScorerByLanguage(Map<ModelLanguage, OfOneLanguage> scorers, WorkLimit limit) {
        this.scorers = new EnumMap<>(scorers);
        this.limit = limit;
    }

    private static Map<ModelLanguage, OfOneLanguage> linear(Collection<LinearModel> models, WorkLimit limit) {
        Map<ModelLanguage, OfOneLanguage> scorers = new EnumMap<>(ModelLanguage.class);
        models.forEach(model -> scorers.put(model.language(), new LinearScorer(model, limit)::score));
        return scorers;
    }

    @Override
    public Sentiment score(String redacted, String language) {
        String text = Marks.without(redacted);
        if (NothingSaid.in(text)) {
            return Sentiment.notScored();
        }
        Optional<ModelLanguage> known = ModelLanguage.of(language);
        if (known.isPresent()) {
            return score(text, known.get());
        }
        return hasLetter(text) ? Sentiment.notScored() : score(text, ModelLanguage.ENGLISH);
    }

    private Sentiment score(String text, ModelLanguage language) {
        OfOneLanguage scorer = scorers.get(language);
        return scorer == null
                ? Sentiment.notScored()
                : readings.computeIfAbsent(language, Reading::new).score(text, scorer);
    }

    private boolean hasLetter(String text) {
        return text.substring(0, limit.endOf(text)).codePoints().anyMatch(Character::isLetter);
    }
}
