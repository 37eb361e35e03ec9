package io.satisflow.satisfaction.metric;

import java.util.List;

/** Which way a metric is better. */
public enum Better {
    HIGHER,
    LOWER,
    /** Neither end is good by itself, such as a volume. */
    NEITHER;

    private static final List<String> LOWER_IS_BETTER = List.of(
            "first_reply_time",
            "resolution_time",
            "assignment_time",
            "complaint_rate",
            "repeat_complaint_rate",
            "reopen_rate",
            "recontact_rate",
            "sentiment.negative");

    /** Of a metric or of one of its parts, such as {@code first_reply_time.p90}. */
    public static Better of(String score) {
        boolean lower = LOWER_IS_BETTER.stream().anyMatch(name -> score.equals(name) || score.startsWith(name + "."));
        return lower ? LOWER : HIGHER;
    }

    /** @param rises whether the score has gone up */
    public boolean isImprovement(boolean rises) {
        return this == (rises ? HIGHER : LOWER);
    }
}
