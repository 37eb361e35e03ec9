package io.satisflow.channel.draft.text;

import io.satisflow.channel.draft.column.SampledField;
import io.satisflow.channel.draft.column.SignsForNothing;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/**
 * The text of a draft: what a mapping reads, and behind it, as comments, what a person should know, in the language of who
 * reads it.
 */
public final class DraftText {
    private static final int MARGIN = 41;
    private static final String END = System.lineSeparator();
    private static final String AND = "; ";

    private final UnaryOperator<String> language;
    private final StringBuilder yaml = new StringBuilder();
    private final Set<SampledField> named;

    /** @param language gives a sentence, with places for what changes in it, in the language of the draft */
    public DraftText(UnaryOperator<String> language) {
        this(language, new HashSet<>());
    }

    private DraftText(UnaryOperator<String> language, Set<SampledField> named) {
        this.language = language;
        this.named = named;
    }

    /** Where a column stands, to be written into this draft. */
    public String pointer(SampledField field) {
        named.add(field);
        return DraftLine.pointer(field);
    }

    /** The same, and which words of it are none. */
    public String pointer(SampledField field, Predicate<String> sign) {
        String nothing = DraftLine.nothing(SignsForNothing.seen(field, sign));
        return nothing.isEmpty() ? pointer(field) : "{pointer: %s, values: {%s}}".formatted(pointer(field), nothing);
    }

    /** Several, one behind the other. */
    public String pointers(List<SampledField> fields) {
        return fields.stream().map(this::pointer).collect(Collectors.joining(", "));
    }

    /** Whether this draft, or one of those that belong to it, says where the column stands. */
    public boolean names(SampledField field) {
        return named.contains(field);
    }

    /** A sentence in the language of the draft. */
    public String say(String sentence, Object... values) {
        return language.apply(sentence).formatted(values);
    }

    /** Several that belong together; empty ones are left out. */
    public String and(String... said) {
        return Arrays.stream(said).filter(each -> !each.isEmpty()).collect(Collectors.joining(language.apply(AND)));
    }

    /** Why a place was taken, with what stands there. */
    public String such(String why, SampledField field) {
        return and(why, say("such as: %s", DraftLine.comment(field.sample())));
    }

    public void line(String mapping) {
        yaml.append(mapping).append(END);
    }

    public void line(String mapping, String remark) {
        if (remark.isEmpty()) {
            line(mapping);
            return;
        }
        line(mapping + " ".repeat(Math.max(1, MARGIN - mapping.length())) + "# " + remark);
    }

    public void remark(String remark) {
        line("# " + remark);
    }

    public void add(DraftText other) {
        yaml.append(other.yaml);
    }

    /** A part of the same draft, to be added later. */
    public DraftText another() {
        return new DraftText(language, named);
    }

    @Override
    public String toString() {
        return yaml.toString();
    }
}
