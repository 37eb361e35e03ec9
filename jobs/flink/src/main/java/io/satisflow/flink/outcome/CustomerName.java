package io.satisflow.flink.outcome;

import io.satisflow.feedback.Feedback;
import org.jspecify.annotations.Nullable;

/** Something that is the same for the same customer and for no other, as far as records tell. */
public final class CustomerName {
    private CustomerName() {}

    /** The keyed hash; without a secret to hash with, the id that the channel gives, which is the channel's own. Null without any. */
    public static @Nullable String of(Feedback feedback) {
        if (feedback.customerKey() != null) {
            return feedback.customerKey();
        }
        return feedback.customer() == null ? null : feedback.channel() + "/" + feedback.customer();
    }
}
