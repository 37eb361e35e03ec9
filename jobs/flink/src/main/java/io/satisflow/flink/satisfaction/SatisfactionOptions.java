package io.satisflow.flink.satisfaction;

import io.satisflow.satisfaction.SatisfactionSettings;

/** @param settings which metrics are kept, of which segments, in which windows */
public record SatisfactionOptions(SatisfactionSettings settings) {
    public static SatisfactionOptions of(SatisfactionSettings settings) {
        return new SatisfactionOptions(settings);
    }
}
