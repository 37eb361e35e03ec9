package io.satisflow.channel.record;

import java.util.Locale;

/** Why a record is left out without being refused. */
public enum IgnoredReason {
    /** The mapping's {@code ignore} holds. */
    IGNORE,
    /** The mapping says with {@code feedback.when} what is feedback, and this is not. */
    NOT_FEEDBACK,
    /** In a list of reviews, an entry without author, time and rating: app stores put the app itself first. */
    NO_REVIEW;

    /** The name in summaries and metrics, such as {@code not_feedback}. */
    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }
}
