package io.satisflow.channel.draft;

import com.fasterxml.jackson.databind.JsonNode;
import io.satisflow.channel.draft.column.SampledField;
import io.satisflow.channel.draft.text.DraftLine;
import io.satisflow.channel.draft.text.DraftText;
import io.satisflow.channel.draft.text.DraftedTimes;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * A mapping drafted from records: which field looks like id, time, text and rating, and why, each with a comment. It is a
 * guess for a person to correct, and says where it is one.
 */
public final class MappingDraft {
    private static final int DEEPEST = 6;
    static final String PARTS = "text";

    private final Map<String, SampledField> fields = new LinkedHashMap<>();
    private final List<JsonNode> headers = new ArrayList<>();
    private final List<JsonNode> sample = new ArrayList<>();
    private String fileLine = "";
    private @Nullable String zone;
    private int records;

    /** Takes one record of the source. */
    public void add(JsonNode record) {
        records++;
        sample.add(record);
        collect(record, "", 0);
    }

    /** Takes a record behind the sample, which may show how what stands in it is to be read. */
    public void addFurther(JsonNode record) {
        fields.forEach((pointer, field) -> {
            JsonNode value = record.at(pointer);
            if (value.isValueNode() && !value.isNull()) {
                field.addFurther(value.isNumber() ? value.decimalValue().toPlainString() : value.asText());
            }
        });
    }

    /** Takes a line that names the columns once more. */
    public void addHeader(JsonNode row) {
        headers.add(row);
    }

    /** How the file is written, where that does not show by itself, as {@code encoding: GB18030, skip: 2}. */
    public void writtenAs(String format) {
        fileLine = format;
    }

    /** In which the times of this file are that tell none. */
    public void zoned(String name) {
        zone = name;
    }

    private void collect(JsonNode node, String pointer, int depth) {
        if (node.isValueNode() && !node.isNull() && !pointer.isEmpty()) {
            field(pointer).add(node.isNumber() ? node.decimalValue().toPlainString() : node.asText());
        } else if (node.isObject() && depth < DEEPEST) {
            node.properties()
                    .forEach(member -> collect(
                            member.getValue(),
                            pointer + "/" + member.getKey().replace("~", "~0").replace("/", "~1"),
                            depth + 1));
        } else if (isDocument(node)) {
            SampledField field = field(pointer);
            field.isDocument(true);
            field.add(words(node));
        } else if (node.isArray() && !node.isEmpty() && depth < DEEPEST) {
            // The first item shows what the others are; answers by key are for a person to write.
            collect(node.get(0), pointer + "/0", depth + 1);
        }
    }

    private SampledField field(String pointer) {
        return fields.computeIfAbsent(pointer, SampledField::new);
    }

    /** Words and parts with words in turn, as chats write what is bold or a link. */
    private static boolean isDocument(JsonNode list) {
        boolean words = false;
        boolean parts = false;
        for (JsonNode item : list) {
            words |= list.isArray() && item.isTextual();
            parts |= list.isArray() && item.path(PARTS).isTextual();
        }
        return words && parts;
    }

    private static String words(JsonNode document) {
        StringBuilder words = new StringBuilder();
        document.forEach(item ->
                words.append(item.isTextual() ? item.asText() : item.path(PARTS).asText()));
        return words.toString();
    }

    public boolean isEmpty() {
        return records == 0;
    }

    /**
     * @param channel what to call it; {@code source} is named in its first line
     * @param language gives a sentence with its places in the language of who reads the draft
     */
    public String toYaml(String channel, String source, UnaryOperator<String> language) {
        headers.forEach(row -> fields.values()
                .forEach(field -> field.label(row.at(field.pointer()).asText())));
        DraftText beginning = new DraftText(language);
        beginning.remark(beginning.say(
                "Drafted from %s (%d records). Each line is a guess: compare it with what you know, and try it with",
                DraftLine.comment(source), records));
        beginning.remark(beginning.say(
                "./satisflow replay, or ./satisflow channel test --channel THIS --file %s", DraftLine.comment(source)));
        beginning.line("channel: " + channel);
        DraftText mapping = beginning.another();
        DraftedTimes times = new DraftedTimes(fields.values(), zone, mapping);
        String kind = new DraftedMapping(fields, sample, headers, times, mapping).write();
        beginning.line("kind: " + kind, beginning.say("kind: app, ticket, social, survey, phone or offline"));
        if (!fileLine.isEmpty()) {
            beginning.line(
                    "file: {%s}".formatted(fileLine),
                    beginning.say("as this file shows, or was said: look whether the words below are right"));
        }
        times.zoneLine(beginning);
        beginning.add(mapping);
        return beginning.toString();
    }
}
