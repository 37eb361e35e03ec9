package io.satisflow.settings;

import io.satisflow.config.ConfigException;
import io.satisflow.sentiment.AspectVocabulary;
import io.satisflow.sentiment.AspectsFile;
import io.satisflow.sentiment.WorkLimit;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * How texts are scored.
 *
 * @param scorer which one is asked
 * @param limit how much of a text is read
 * @param tokens a text of more is left to the linear scorer, whose work does not grow beyond measure
 * @param scoreWait how long windows wait for scores when live
 * @param cache how many scored texts a subtask of a slow scorer remembers; 0 for none
 * @param aspects what texts are searched for
 * @param models of the user's own for the linear scorer, each in place of the shipped one of its language
 */
public record ScoringSettings(
        String scorer,
        WorkLimit limit,
        int tokens,
        Duration scoreWait,
        int cache,
        AspectVocabulary aspects,
        List<ModelChange> models) {
    public static final String LINEAR = "linear";
    /** More than a page, which few customers write. */
    private static final int TOKENS = 500;

    private static final int CACHE = 20_000;

    public static final ScoringSettings DEFAULT = new ScoringSettings(
            LINEAR, WorkLimit.DEFAULT, TOKENS, Duration.ofSeconds(5), CACHE, AspectsFile.shipped(), List.of());

    public ScoringSettings {
        models = List.copyOf(models);
    }

    public boolean isLinear() {
        return scorer.equals(LINEAR);
    }

    /**
     * From when on a model holds.
     *
     * @param from texts that become known at it or later are scored by this model, until another one of its language holds
     * @param place where the file is named, for what turns out to be wrong with it
     */
    public record ModelChange(Path file, Instant from, Place place) {}

    /** A place in the settings that something can be wrong with. */
    @FunctionalInterface
    public interface Place {
        ConfigException problem(String message);
    }
}
