package io.satisflow.channel.entrance;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A text with {@code ${NAME}} in it, such as a secret that is kept in the environment. */
final class SecretText {
    private static final Pattern VARIABLE = Pattern.compile("\\$\\{([A-Za-z_][A-Za-z0-9_]*)}");

    private SecretText() {}

    static List<String> variables(String text) {
        return VARIABLE.matcher(text).results().map(found -> found.group(1)).toList();
    }

    /** Empty when a variable is not set, or is set to nothing: an empty secret would let everybody in. */
    static Optional<String> expand(String text, Function<String, @Nullable String> environment) {
        StringBuilder expanded = new StringBuilder();
        Matcher variable = VARIABLE.matcher(text);
        int from = 0;
        while (variable.find()) {
            String value = environment.apply(variable.group(1));
            if (value == null || value.isEmpty()) {
                return Optional.empty();
            }
            expanded.append(text, from, variable.start()).append(value);
            from = variable.end();
        }
        expanded.append(text.substring(from));
        return expanded.isEmpty() ? Optional.empty() : Optional.of(expanded.toString());
    }
}
