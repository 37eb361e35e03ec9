package io.satisflow.drift.verbatim;

import io.satisflow.drift.signal.Driver;
import io.satisflow.drift.signal.SpokenAspect;
import java.time.Instant;
import java.util.List;

/**
 * The answer to a {@link ScoreQuestion}, as far as there is one.
 *
 * @param question its id
 * @param at that of the question
 * @param drivers where the score moved; empty while it stands where it usually does
 * @param aspects that customers speak of more, or worse, than before
 * @param verbatims up to five texts that speak of it
 */
public record ScoreEvidence(
        String question, Instant at, List<Driver> drivers, List<SpokenAspect> aspects, List<String> verbatims) {
    public ScoreEvidence {
        drivers = List.copyOf(drivers);
        aspects = List.copyOf(aspects);
        verbatims = List.copyOf(verbatims);
    }
}
