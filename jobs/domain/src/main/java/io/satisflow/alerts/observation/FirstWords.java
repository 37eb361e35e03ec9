package io.satisflow.alerts.observation;

/** The beginning of a text, in one line, for somebody who will open it. */
final class FirstWords {
    private static final int LENGTH = 80;

    private FirstWords() {}

    static String of(String text) {
        String line = text.strip().replaceAll("\\s+", " ");
        return line.codePointCount(0, line.length()) <= LENGTH
                ? line
                : line.substring(0, line.offsetByCodePoints(0, LENGTH - 1)) + "…";
    }
}
