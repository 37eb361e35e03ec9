package io.satisflow.scoring;

import io.satisflow.sentiment.SentimentScorerFactory;
import io.satisflow.sentiment.WorkLimit;
import java.util.List;
import java.util.Optional;
import java.util.ServiceLoader;

/** The scorers that there are, by name. */
public final class Scorers {
    /** The default: n-grams and weights. Always there. */
    public static final String LINEAR = "linear";

    /** Linear with a sentence embedding beside it: better, and a thousand times slower. */
    public static final String FUSION = "fusion";

    /** Stanford CoreNLP's recursive network over parse trees. English only. */
    public static final String RNTN = "rntn";

    public static final List<String> NAMES = List.of(LINEAR, RNTN, FUSION);

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
        provider(name);
        return new NamedScorers(name, List.of(), limit.codePoints());
    }

    /** Those of {@link #NAMES} that are on the class path. */
    public static List<String> available() {
        return NAMES.stream().filter(name -> find(name).isPresent()).toList();
    }

    static ScorerProvider provider(String name) {
        return find(name).orElseThrow(() -> new ScorerUnavailableException(reason(name)));
    }

    private static Optional<ScorerProvider> find(String name) {
        for (ScorerProvider provider : ServiceLoader.load(ScorerProvider.class, Scorers.class.getClassLoader())) {
            if (provider.name().equals(name)) {
                return Optional.of(provider);
            }
        }
        return Optional.empty();
    }

    private static String reason(String name) {
        return NAMES.contains(name)
                ? ("The scorer %1$s has not been built: `./satisflow score --scorer %1$s` builds it,"
                                + " and so does `mvn -P%1$s package`")
                        .formatted(name)
                : "There is no scorer %s; known are %s".formatted(name, String.join(", ", NAMES));
    }
}
