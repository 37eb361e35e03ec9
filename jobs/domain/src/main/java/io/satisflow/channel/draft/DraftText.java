package io.satisflow.channel.draft;

import java.util.Arrays;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/**
 * The text of a draft: what a mapping reads, and behind it, as comments, what a person should know, in the language of who
 * reads it.
 */
final class DraftText {
    private static final int MARGIN = 41;
    private static final String END = System.lineSeparator();
    private static final String AND = "; ";

    private final UnaryOperator<String> language;
    private final StringBuilder yaml = new StringBuilder();

    /** @param language gives a sentence, with places for what changes in it, in the language of the draft */
    DraftText(UnaryOperator<String> language) {
        this.language = language;
    }

    /** A sentence in the language of the draft. */
    String say(String sentence, Object... values) {
        return language.apply(sentence).formatted(values);
    }

    /** Several that belong together; empty ones are left out. */
    String and(String... said) {
        return Arrays.stream(said).filter(each -> !each.isEmpty()).collect(Collectors.joining(language.apply(AND)));
    }

    /** Why a place was taken, with what stands there. */
    String such(String why, SampledField field) {
        return and(why, say("such as: %s", DraftLine.comment(field.sample())));
    }

    void line(String mapping) {
        yaml.append(mapping).append(END);
    }

    void line(String mapping, String remark) {
        if (remark.isEmpty()) {
            line(mapping);
            return;
        }
        line(mapping + " ".repeat(Math.max(1, MARGIN - mapping.length())) + "# " + remark);
    }

    void remark(String remark) {
        line("# " + remark);
    }

    void add(DraftText other) {
        yaml.append(other.yaml);
    }

    /** With the same language. */
    DraftText another() {
        return new DraftText(language);
    }

    @Override
    public String toString() {
        return yaml.toString();
    }
}
