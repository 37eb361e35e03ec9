package io.satisflow.triage;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A fact that has one of these words: the kind, a tag, the tier, an attribute.
 *
 * @param anyOf one of these; none when any word will do
 */
record KnownFact(String name, List<String> anyOf) implements TriageCondition {
    KnownFact {
        anyOf = List.copyOf(anyOf);
    }

    @Override
    public Optional<String> foundIn(Statement statement) {
        String value = name.equals("kind")
                ? Optional.ofNullable(statement.kind()).orElse("")
                : statement.facts().getOrDefault(name, "");
        return Arrays.stream(name.equals("tags") ? value.split(",", -1) : new String[] {value})
                .map(String::strip)
                .filter(word -> !word.isEmpty())
                .filter(word -> anyOf.isEmpty() || anyOf.stream().anyMatch(word::equalsIgnoreCase))
                .findFirst()
                .map(word -> "%s is %s".formatted(name.toLowerCase(Locale.ROOT), word));
    }
}
