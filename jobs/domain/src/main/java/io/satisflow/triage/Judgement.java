package io.satisflow.triage;

/**
 * A kind or a grade, and why.
 *
 * @param reason for people: what of the rule was found
 */
public record Judgement(String word, String reason) {
    public static final String OF_SOURCE = "the source says so";
}
