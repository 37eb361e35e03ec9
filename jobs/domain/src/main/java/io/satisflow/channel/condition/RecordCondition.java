package io.satisflow.channel.condition;

import io.satisflow.channel.field.Field;
import io.satisflow.channel.field.SourceRecord;
import java.io.Serializable;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Which records something holds for.
 *
 * @param anyOf one of these must hold
 */
public record RecordCondition(List<Clause> anyOf) implements Serializable {
    private static final String ITEM_END = "\u0000";

    public static final RecordCondition ALWAYS =
            new RecordCondition(List.of(new Clause(Map.of(), Map.of(), List.of())));

    /**
     * What must hold together. The empty word stands for no value.
     *
     * @param words each field must have one of its words
     * @param otherWords each field must have another than these
     * @param pairs what must hold between two fields
     */
    record Clause(Map<Field, Set<String>> words, Map<Field, Set<String>> otherWords, List<Pair> pairs)
            implements Serializable {

        /** A star at the end of a word, or at its beginning, stands for whatever is there. */
        private static boolean isOneOf(Set<String> words, String word) {
            return words.contains(word) || words.stream().anyMatch(each -> each.length() > 1 && isLike(each, word));
        }

        private static boolean isLike(String pattern, String word) {
            boolean endsOpen = pattern.endsWith("*");
            boolean beginsOpen = pattern.startsWith("*");
            String core = pattern.substring(beginsOpen ? 1 : 0, pattern.length() - (endsOpen ? 1 : 0));
            if (beginsOpen && endsOpen) {
                return word.contains(core);
            }
            return (beginsOpen && word.endsWith(core)) || (endsOpen && word.startsWith(core));
        }

        private boolean holdsFor(SourceRecord source) {
            return words.entrySet().stream().allMatch(each -> isOneOf(each.getValue(), word(each.getKey(), source)))
                    && otherWords.entrySet().stream()
                            .noneMatch(each -> isOneOf(each.getValue(), word(each.getKey(), source)))
                    && pairs.stream().allMatch(pair -> pair.holdsFor(source));
        }
    }

    /** How two fields may have to stand to each other. */
    enum Relation {
        SAME_AS,
        NOT_SAME_AS,
        /** The one is an item of the list that the other is. */
        IN,
        NOT_IN;

        String wireName() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    record Pair(Field one, Relation relation, Field other) implements Serializable {
        private boolean holdsFor(SourceRecord source) {
            String word = word(one, source);
            return switch (relation) {
                case SAME_AS -> word.equals(word(other, source));
                case NOT_SAME_AS -> !word.equals(word(other, source));
                case IN -> items(source).contains(word);
                case NOT_IN -> !items(source).contains(word);
            };
        }

        private List<String> items(SourceRecord source) {
            return List.of(word(other.joinedBy(ITEM_END), source).split(ITEM_END, -1));
        }
    }

    public boolean holdsFor(SourceRecord source) {
        return anyOf.stream().anyMatch(clause -> clause.holdsFor(source));
    }

    private static String word(Field field, SourceRecord source) {
        return field.read(source.json()).orElse("");
    }
}
