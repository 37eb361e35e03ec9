package io.satisflow.config;

import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** {@code ${NAME}} and {@code ${NAME:default}} in configuration: how secrets and addresses get in without being written down. */
final class EnvironmentText {
    private static final Pattern REFERENCE = Pattern.compile("\\$\\{([A-Za-z_][A-Za-z0-9_]*)(:([^}]*))?}");

    /** Where the variables come from; null when one is not set. */
    interface Environment {
        @Nullable
        String get(String name);
    }

    private EnvironmentText() {}

    /** @throws IllegalArgumentException when a variable is neither set nor has a default */
    static String expand(String text, Environment environment) {
        return REFERENCE.matcher(text).replaceAll(match -> Matcher.quoteReplacement(valueOf(match, environment)));
    }

    private static String valueOf(MatchResult reference, Environment environment) {
        String value = environment.get(reference.group(1));
        if (value != null) {
            return value;
        }
        if (reference.group(2) != null) {
            return reference.group(3);
        }
        throw new IllegalArgumentException("environment variable %s is not set; set it, or write ${%s:a default}"
                .formatted(reference.group(1), reference.group(1)));
    }
}
