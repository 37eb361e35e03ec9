package io.satisflow.scoring.plain;

import io.satisflow.scoring.linear.ModelLanguage;
import io.satisflow.sentiment.Polarity;
import io.satisflow.sentiment.Sentiment;

/**
 * Tells texts that only ask or tell from those that judge: "How do I return it?" and 请问怎么退款？ are no complaints, though most texts that
 * speak of returns and refunds are. Every sentence has to ask, to tell a plain fact or to greet, and none may hold a word that judges,
 * presses or denies, nor shout; so what is not known for sure is left to the scorer. For one thread.
 */
public final class MatterOfFact {
    /** What is left of what the scorer says: nine in ten of such texts are neutral. */
    private static final double LEFT = 0.15;

    private final Reading reading;
    private final int longest;

    /** Reads a text to its end, or to where it is no longer a matter of fact. */
    interface Reading {
        boolean isMatterOfFact(String text);
    }

    public MatterOfFact(ModelLanguage language) {
        boolean spaced = language == ModelLanguage.ENGLISH;
        this.reading = spaced ? new PlainSentences(language) : new PlainClauses(language);
        this.longest = spaced ? 200 : 80;
    }

    /** The same, or, where the text judges nothing, close to neutral; the order of negative and positive stays. */
    public Sentiment judged(String text, Sentiment given) {
        return given.isScored() && holds(text) ? neutral(given) : given;
    }

    boolean holds(String text) {
        return text.length() <= longest && reading.isMatterOfFact(text);
    }

    private static Sentiment neutral(Sentiment given) {
        Polarity polarity = given.polarity();
        double negative = LEFT * polarity.negative();
        double positive = LEFT * polarity.positive();
        return Sentiment.of(new Polarity(negative, 1 - negative - positive, positive), given.scorer(), given.cut());
    }
}
