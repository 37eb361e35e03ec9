package io.satisflow.drift.detector;

import java.util.Optional;
import java.util.OptionalDouble;

/**
 * Finds change in a series: a pure function of what it remembers and the next step.
 *
 * @param <S> what it remembers of the steps so far
 */
public interface Detector<S> {
    /** What it remembers before the first step. */
    S start();

    S next(S state, Step step);

    /** What it holds against its limits after the last step; empty while it learns what is normal. */
    OptionalDouble statistic(S state);

    /** Which way the series has moved, as of the last step. */
    Optional<Direction> signal(S state);
}
