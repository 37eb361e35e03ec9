package io.satisflow.privacy;

/** A stretch of a text that is personal data; the end is exclusive. */
record Span(int start, int end, PersonalData kind) {}
