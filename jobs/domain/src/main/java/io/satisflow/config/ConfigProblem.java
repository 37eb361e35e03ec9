package io.satisflow.config;

/**
 * One thing that is wrong in a configuration file.
 *
 * @param file as the user named it
 * @param line counted from 1
 * @param column counted from 1
 * @param key dotted path of the value, such as {@code policies[2].targets.first_reply}; empty for the whole file
 * @param message what is wrong and what is allowed instead
 */
public record ConfigProblem(String file, int line, int column, String key, String message) {

    @Override
    public String toString() {
        String place = "%s:%d:%d: ".formatted(file, line, column);
        return key.isEmpty() ? place + message : place + key + ": " + message;
    }
}
