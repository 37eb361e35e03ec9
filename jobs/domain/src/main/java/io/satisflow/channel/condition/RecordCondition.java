package io.satisflow.channel.condition;

import io.satisflow.channel.field.Field;
import io.satisflow.channel.field.SourceRecord;
import java.io.Serializable;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Which records something holds for.
 *
 * @param anyOf one of these must hold
 */
public record RecordCondition(List<Clause> anyOf) implements Serializable {
    public static final RecordCondition ALWAYS = new RecordCondition(List.of(new Clause(Map.of(), Map.of(), Map.of())));

    /**
     * What must hold together. The empty word stands for no value.
     *
     * @param words each field must have one of its words
     * @param otherWords each field must have another than these
     * @param pairs whether two fields must say the same, or not
     */
    record Clause(Map<Field, Set<String>> words, Map<Field, Set<String>> otherWords, Map<Pair, Boolean> pairs)
            implements Serializable {

        /** A word that ends in a star stands for all that begin as it does. */
        private static boolean isOneOf(Set<String> words, String word) {
            return words.contains(word)
                    || words.stream()
                            .anyMatch(each -> each.length() > 1
                                    && each.endsWith("*")
                                    && word.startsWith(each.substring(0, each.length() - 1)));
        }

        private boolean holdsFor(SourceRecord source) {
            return words.entrySet().stream().allMatch(each -> isOneOf(each.getValue(), word(each.getKey(), source)))
                    && otherWords.entrySet().stream()
                            .noneMatch(each -> isOneOf(each.getValue(), word(each.getKey(), source)))
                    && pairs.entrySet().stream().allMatch(each -> each.getKey().isSame(source) == each.getValue());
        }
    }

    record Pair(Field one, Field other) implements Serializable {
        private boolean isSame(SourceRecord source) {
            return word(one, source).equals(word(other, source));
        }
    }

    public boolean holdsFor(SourceRecord source) {
        return anyOf.stream().anyMatch(clause -> clause.holdsFor(source));
    }

    private static String word(Field field, SourceRecord source) {
        return field.read(source.json()).orElse("");
    }
}
