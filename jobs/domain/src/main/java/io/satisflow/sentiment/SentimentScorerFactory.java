package io.satisflow.sentiment;

import java.io.Serializable;

/** Makes a scorer for each thread. Small and serializable, so that it can travel to where the scoring is done. */
@FunctionalInterface
public interface SentimentScorerFactory extends Serializable {

    SentimentScorer create();
}
