package io.satisflow.drift;

import io.satisflow.drift.detector.Direction;
import java.util.List;

/** Which way a metric is better. */
public enum BetterWhen {
    HIGHER,
    LOWER;

    private static final List<String> LOWER_IS_BETTER = List.of(
            "first_reply_time",
            "resolution_time",
            "assignment_time",
            "complaint_rate",
            "repeat_complaint_rate",
            "reopen_rate",
            "sentiment.negative");

    /** Of a metric or of one of its parts, such as {@code first_reply_time.p90}. */
    public static BetterWhen of(String metric) {
        boolean lower = LOWER_IS_BETTER.stream().anyMatch(name -> metric.equals(name) || metric.startsWith(name + "."));
        return lower ? LOWER : HIGHER;
    }

    public boolean isImprovement(Direction direction) {
        return (this == HIGHER) == (direction == Direction.UP);
    }
}
