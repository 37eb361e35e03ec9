package io.satisflow.privacy.finding;

/** A stretch of a text that is personal data; the end is exclusive. */
public record Span(int start, int end, PersonalData kind) {}
