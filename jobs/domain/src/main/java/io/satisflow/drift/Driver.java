package io.satisflow.drift;

/**
 * A part of what moved a score.
 *
 * @param name such as {@code channel=app}; {@code (other)} is what the others leave
 * @param contribution in the unit of the metric; all contributions add up to the change
 */
public record Driver(String name, double contribution) {
    public static final String OTHER = "(other)";
}
