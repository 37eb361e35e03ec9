package io.satisflow.satisfaction.metric;

/** Which way a metric is better. */
public enum Better {
    HIGHER,
    LOWER,
    /** Neither end is good by itself, such as a volume. */
    NEITHER
}
