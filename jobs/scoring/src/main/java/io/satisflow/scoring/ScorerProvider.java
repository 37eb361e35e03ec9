package io.satisflow.scoring;

import io.satisflow.sentiment.SentimentScorer;
import io.satisflow.sentiment.WorkLimit;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/**
 * A kind of scorer that can be asked for by name. Found by {@link java.util.ServiceLoader}, so that one with heavy
 * dependencies is a jar of its own, which only those pay for who ask for it.
 */
public interface ScorerProvider {

    /** As users and settings write it, such as {@code linear}. */
    String name();

    /**
     * A scorer for one thread. What can be shared between threads, such as the weights, is.
     *
     * @param models files of the user's own, each in place of the shipped model of its language
     * @throws ScorerUnavailableException when something that it needs is not there; says the remedy
     * @throws io.satisflow.scoring.linear.ModelFormatException when a file is no model of this kind
     * @throws IOException when a file cannot be read
     */
    SentimentScorer create(List<Path> models, WorkLimit limit) throws IOException;
}
