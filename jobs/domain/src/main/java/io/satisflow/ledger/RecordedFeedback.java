package io.satisflow.ledger;

import io.satisflow.feedback.Feedback;
import java.io.Serializable;
import java.time.Instant;

/**
 * Feedback as it stands in its topic.
 *
 * @param knownAt from when it may be used (rule T1)
 */
public record RecordedFeedback(Feedback feedback, Instant knownAt, SourcePosition source) implements Serializable {

    public RecordedFeedback withKnownAt(Instant instant) {
        return new RecordedFeedback(feedback, instant, source);
    }
}
