package io.satisflow.scoring;

import io.satisflow.sentiment.SentimentScorer;
import java.io.IOException;
import java.util.Optional;

/**
 * A kind of scorer that can be asked for by name. Found by {@link java.util.ServiceLoader}; what one needs besides, such
 * as a network or a big model, may be missing on this class path, and then it says so.
 */
public interface ScorerProvider {

    /** As users and settings write it, such as {@code linear}. */
    String name();

    /**
     * Why it cannot score here, with the remedy; empty when it can.
     *
     * @param variant see {@link ScorerRequest}
     */
    Optional<String> obstacle(String variant);

    /**
     * A scorer for one thread. What can be shared between threads, such as weights, is.
     *
     * @throws ScorerUnavailableException when there is an obstacle
     * @throws io.satisflow.scoring.linear.ModelFormatException when a file is no model of this kind
     * @throws IOException when a file cannot be read
     */
    SentimentScorer create(ScorerRequest request) throws IOException;
}
