package io.satisflow.scoring;

import io.satisflow.sentiment.SentimentScorer;
import io.satisflow.sentiment.SentimentScorerFactory;
import io.satisflow.sentiment.WorkLimit;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.ServiceLoader;

/**
 * The scorers that there are, by name. A name may go on with a colon and a variant: {@code fusion:0.9}, {@code rntn:pcfg}.
 */
public final class Scorers {
    /** The default: n-grams and weights. Always there. */
    public static final String LINEAR = "linear";

    /** Linear with a sentence embedding beside it: better, and some hundred times slower. */
    public static final String FUSION = "fusion";

    /** Stanford CoreNLP's recursive network over parse trees. English only. */
    public static final String RNTN = "rntn";

    public static final List<String> NAMES = List.of(LINEAR, RNTN, FUSION);

    private static final String VARIANT = ":";

    private Scorers() {}

    /** With the shipped models and the usual work limit. See {@link #named(String, WorkLimit)}. */
    public static SentimentScorerFactory named(String name) {
        return named(name, WorkLimit.DEFAULT);
    }

    /**
     * With the shipped models.
     *
     * @throws ScorerUnavailableException at once, and not only where the scoring is done, when there is no such scorer
     */
    public static SentimentScorerFactory named(String name, WorkLimit limit) {
        ready(name);
        return new NamedScorers(name, List.of(), limit.codePoints());
    }

    /** Those of {@link #NAMES} that can score here. */
    public static List<String> available() {
        return NAMES.stream()
                .filter(name -> provider(name).obstacle("").isEmpty())
                .toList();
    }

    /** A scorer for one thread, with models of the user's own. Throws what {@link ScorerProvider#create} throws. */
    public static SentimentScorer create(String name, List<Path> models, WorkLimit limit) throws IOException {
        return ready(name).create(new ScorerRequest(variant(name), models, limit));
    }

    private static ScorerProvider ready(String name) {
        ScorerProvider provider = provider(name.split(VARIANT, 2)[0]);
        provider.obstacle(variant(name)).ifPresent(reason -> {
            throw new ScorerUnavailableException(reason);
        });
        return provider;
    }

    private static ScorerProvider provider(String kind) {
        for (ScorerProvider provider : ServiceLoader.load(ScorerProvider.class, Scorers.class.getClassLoader())) {
            if (provider.name().equals(kind)) {
                return provider;
            }
        }
        throw new ScorerUnavailableException(
                "There is no scorer %s; known are %s".formatted(kind, String.join(", ", NAMES)));
    }

    private static String variant(String name) {
        int colon = name.indexOf(VARIANT);
        return colon < 0 ? "" : name.substring(colon + 1);
    }
}
