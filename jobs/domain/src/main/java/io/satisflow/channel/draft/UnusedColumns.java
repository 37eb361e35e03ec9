package io.satisflow.channel.draft;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What of a file a draft does not use, each with why: nothing of it is left out without a word. */
final class UnusedColumns {
    private static final int LINE = 100;
    private static final String ROW = "row";

    private UnusedColumns() {}

    /**
     * @param fields of the records, in their order
     * @param yaml the draft, with all that it names
     * @param language gives a sentence in the language of the draft
     * @return remarks; none where everything is named
     */
    static List<String> remarks(Collection<SampledField> fields, String yaml, UnaryOperator<String> language) {
        Map<String, List<SampledField>> byReason = new LinkedHashMap<>();
        Set<String> named = named(fields, yaml);
        fields.stream()
                .filter(field -> !field.name().equals(ROW) && !named.contains(field.pointer()))
                .forEach(field -> byReason.computeIfAbsent(why(field), reason -> new ArrayList<>())
                        .add(field));
        List<String> remarks = new ArrayList<>();
        if (!byReason.isEmpty()) {
            remarks.add(language.apply("What this draft does not use:"));
        }
        byReason.forEach((reason, unused) -> {
            remarks.add("  " + language.apply(reason) + ":");
            remarks.addAll(lines(unused));
        });
        return remarks;
    }

    /** Longer names first, since one may begin as another does. */
    private static Set<String> named(Collection<SampledField> fields, String yaml) {
        Set<String> named = new TreeSet<>();
        String rest = yaml;
        List<SampledField> longestFirst = fields.stream()
                .sorted(Comparator.comparingInt(
                                (SampledField field) -> DraftLine.pointer(field).length())
                        .reversed())
                .toList();
        for (SampledField field : longestFirst) {
            Matcher places = Pattern.compile(
                            "(?<![\\p{L}\\p{N}])" + Pattern.quote(DraftLine.pointer(field)) + "(?![\\p{L}\\p{N}])")
                    .matcher(rest);
            if (places.find()) {
                named.add(field.pointer());
                rest = places.replaceAll(" ");
            }
        }
        return named;
    }

    private static String why(SampledField field) {
        if (field.said().isEmpty()) {
            return "empty in this sample";
        }
        if (DoubtfulWords.isTranscript(field)) {
            return "whole conversations: as text, the agents' words would be scored as the customer's; map the messages"
                    + " one by one, if you can have them so";
        }
        if (!field.timeShapes().isEmpty()) {
            return "times that no line above asks for";
        }
        return field.meanLength() >= FieldLikeness.LONG_TEXT
                ? "other words: by their names or their place not those of customers"
                : "of many values, so of no use for segments";
    }

    private static List<String> lines(List<SampledField> unused) {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        for (String pointer : unused.stream().map(DraftLine::pointer).toList()) {
            if (line.length() + pointer.length() > LINE && line.length() > 0) {
                lines.add("    " + line + ",");
                line.setLength(0);
            }
            line.append(line.length() == 0 ? "" : ", ").append(pointer);
        }
        lines.add("    " + line);
        return lines;
    }
}
