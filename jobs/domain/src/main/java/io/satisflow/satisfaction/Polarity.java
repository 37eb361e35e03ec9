package io.satisflow.satisfaction;

/** What a text says of its subject. */
public enum Polarity {
    NEGATIVE,
    NEUTRAL,
    POSITIVE
}
