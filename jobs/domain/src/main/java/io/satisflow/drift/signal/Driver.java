package io.satisflow.drift.signal;

/**
 * A part of what moved a score. A decomposition, not a cause: it says where the change is found, not why.
 *
 * @param dimension that the segment was divided by
 * @param name such as {@code channel=app}
 * @param mix what more or fewer answers of this part did: who answered
 * @param rate what other answers of this part did: how they answered
 */
public record Driver(String dimension, String name, double mix, double rate) {
    /** What parts that are not named, and those that nothing is known of, leave. */
    public static final String OTHER = "(other)";

    /** What the hours and days of the change explain: the score usually stands elsewhere then. */
    public static final String RHYTHM = "(time of day and week)";

    /** In the unit of the metric; all contributions of a dimension add up to the change. */
    public double contribution() {
        return mix + rate;
    }
}
