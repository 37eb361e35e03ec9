package io.satisflow.channel.draft;

import io.satisflow.channel.draft.column.SampledField;
import io.satisflow.channel.draft.likeness.DoubtfulWords;
import io.satisflow.channel.draft.likeness.FieldLikeness;
import io.satisflow.channel.draft.text.DraftLine;
import io.satisflow.channel.draft.text.DraftText;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What of a file a draft does not use, each with why: nothing of it is left out without a word. */
final class UnusedColumns {
    private static final int LINE = 100;
    private static final String ROW = "row";

    private UnusedColumns() {}

    /**
     * @param fields of the records, in their order
     * @param draft with all that it names
     * @return remarks; none where everything is named
     */
    static List<String> remarks(Collection<SampledField> fields, DraftText draft) {
        Map<String, List<SampledField>> byReason = new LinkedHashMap<>();
        fields.stream()
                .filter(field -> !field.name().equals(ROW) && !draft.names(field))
                .forEach(field -> byReason.computeIfAbsent(why(field), reason -> new ArrayList<>())
                        .add(field));
        List<String> remarks = new ArrayList<>();
        if (!byReason.isEmpty()) {
            remarks.add(draft.say("What this draft does not use:"));
        }
        byReason.forEach((reason, unused) -> {
            remarks.add("  " + draft.say(reason) + ":");
            remarks.addAll(lines(unused));
        });
        return remarks;
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
