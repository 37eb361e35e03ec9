package io.satisflow.triage;

import java.io.Serializable;
import java.util.Optional;

/** One thing that a rule asks of a statement. */
@FunctionalInterface
public interface TriageCondition extends Serializable {

    /** What was found, for people; empty when the statement does not fulfil it. */
    Optional<String> foundIn(Statement statement);
}
