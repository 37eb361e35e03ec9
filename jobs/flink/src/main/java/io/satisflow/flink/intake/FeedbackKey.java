package io.satisflow.flink.intake;

import io.satisflow.wire.Feedback;

/** What feedback is keyed by: channel and id. */
public final class FeedbackKey {
    private FeedbackKey() {}

    public static String of(Feedback feedback) {
        return feedback.getChannel() + "/" + feedback.getId();
    }
}
