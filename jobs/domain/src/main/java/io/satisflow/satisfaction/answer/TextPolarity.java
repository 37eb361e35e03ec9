package io.satisflow.satisfaction.answer;

/** What a text says of its subject. */
public enum TextPolarity {
    NEGATIVE,
    NEUTRAL,
    POSITIVE
}
