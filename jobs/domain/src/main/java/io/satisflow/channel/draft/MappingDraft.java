package io.satisflow.channel.draft;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.satisflow.channel.field.TimeShape;
import io.satisflow.privacy.Redaction;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A mapping drafted from records: which field looks like id, time, text and rating, and why, each with a comment. It is a
 * guess for a person to correct, and says where it is one.
 */
public final class MappingDraft {
    private static final int DEEPEST = 6;
    private static final int FEW = 30;
    private static final int LONG_TEXT = 20;
    private static final Pattern ID_NAME = Pattern.compile(
            "id|_id|uuid|guid|key|token|#|number|no|nr|.*[_ ]?id|.*uuid|.*token|index|column_1|序号|编号|.*编号|.*id号|票号");
    private static final Pattern PERSON_NAME = Pattern.compile(
            "(?!.*(?:language|locale)).*(customer|user|author|contact|requester|respondent|client|member|网友|用户|客户|昵称).*");
    private static final Pattern TEXT_NAME = Pattern.compile(
            ".*(comment|text|body|review|feedback|message|content|description|verbatim|note|reason|why|意见|建议|评论|评价内容|内容|反馈|原因).*");
    /** What is said back to customers is not their word. */
    private static final Pattern ANSWER_NAME = Pattern.compile(".*(reply|replies|response|developer|回复|答复).*");

    private static final Pattern RATING_NAME =
            Pattern.compile(".*(rating|score|stars?|nps|csat|ces|satisf|recommend|likely|grade|rate|满意|评分|星级|推荐|打分).*");
    private static final Pattern NPS_NAME = Pattern.compile(".*(nps|recommend|likely|推荐).*");
    private static final Pattern TIME_NAME =
            Pattern.compile(".*(date|time|created|updated|submitted|_at|at|stamp|时间|日期).*");
    private static final Pattern EDIT_NAME = Pattern.compile(".*(updat|modif|edit|last|修改|更新).*");
    private static final Pattern NUMBER = Pattern.compile("-?\\d{1,3}(?:[.,]\\d{1,2})?");

    private final Map<String, SampledField> fields = new LinkedHashMap<>();
    private final List<JsonNode> headers = new ArrayList<>();
    private int records;

    /** Takes one record of the source. */
    public void add(JsonNode record) {
        records++;
        collect(record, "", 0);
    }

    /** Takes a line that names the columns once more. */
    public void addHeader(JsonNode row) {
        headers.add(row);
    }

    private void collect(JsonNode node, String pointer, int depth) {
        if (node.isValueNode() && !node.isNull() && !pointer.isEmpty()) {
            fields.computeIfAbsent(pointer, SampledField::new).add(node.asText());
        } else if (node.isObject() && depth < DEEPEST) {
            node.properties()
                    .forEach(member -> collect(
                            member.getValue(),
                            pointer + "/" + member.getKey().replace("~", "~0").replace("/", "~1"),
                            depth + 1));
        } else if (node.isArray() && !node.isEmpty() && depth < DEEPEST) {
            // The first item shows what the others are; answers by key are for a person to write.
            collect(node.get(0), pointer + "/0", depth + 1);
        }
    }

    public boolean isEmpty() {
        return records == 0;
    }

    /** @param channel what to call it; {@code source} is named in its first line */
    public String toYaml(String channel, String source) {
        headers.forEach(row -> fields.values()
                .forEach(field -> field.label(row.at(field.pointer()).asText())));
        List<SampledField> left = new ArrayList<>(fields.values());
        Optional<SampledField> id = take(left, this::idLikeness);
        Optional<SampledField> time = take(left, this::timeLikeness);
        Optional<SampledField> edited = take(left, field -> isEdit(field) ? timeLikeness(field) : 0);
        Optional<SampledField> text = take(left, this::textLikeness);
        Optional<SampledField> customer = take(left, this::customerLikeness);
        List<SampledField> ratings = left.stream().filter(this::isRating).toList();
        left.removeAll(ratings);
        StringBuilder yaml = new StringBuilder();
        yaml.append(
                "# Drafted from %s (%d records). Each line is a guess: compare it with what you know, and try it with%n"
                        .formatted(line(source), records));
        yaml.append(
                "# ./satisflow replay, or ./satisflow channel test --channel THIS --file %s%n".formatted(line(source)));
        yaml.append("channel: %s%nkind: %s%n"
                .formatted(channel, text.isPresent() && ratings.isEmpty() ? "social" : "survey"));
        yaml.append("                                         # kind: app, ticket, social, survey, phone or offline%n"
                .formatted());
        id.ifPresentOrElse(
                field -> entry(
                        yaml,
                        "id",
                        pointer(field),
                        field,
                        field.isDistinct()
                                ? "each record has its own"
                                : "NOT unique in this sample: an id that comes twice is the same feedback"),
                () -> yaml.append(withoutId()));
        if (!headers.isEmpty()) {
            ignore(yaml, id.orElse(left.get(0)));
        }
        time.ifPresentOrElse(field -> time(yaml, "occurred_at", field), () -> yaml.append(withoutTime()));
        edited.ifPresent(field -> time(yaml, "revision", field));
        customer.ifPresent(field -> entry(yaml, "customer", pointer(field), field, "by its name"));
        text.ifPresent(field -> entry(yaml, "text", textOf(field), field, "the longest words"));
        ratings(yaml, ratings);
        attributes(yaml, left);
        return yaml.toString();
    }

    /** Rows of a table are numbered, whatever their columns are. */
    private boolean isTable() {
        return fields.containsKey("/row");
    }

    private String withoutId() {
        return isTable()
                ? "id: /row                                 # nothing looks like an id, so it is the number of the row: of use for this one file alone%n"
                        .formatted()
                : "id: /id                                  # TODO: nothing looks like an id%n".formatted();
    }

    private String withoutTime() {
        return isTable()
                ? "occurred_at: /created_at                 # TODO: nothing looks like a time; to look at texts all the same: {pointer: /row, seconds_since: 2026-01-05T09:00:00Z}%n"
                        .formatted()
                : "occurred_at: /created_at                 # TODO: nothing looks like a time%n".formatted();
    }

    private static Optional<SampledField> take(List<SampledField> left, ToDoubleFunction<SampledField> likeness) {
        Optional<SampledField> best = left.stream()
                .filter(field -> likeness.applyAsDouble(field) > 0)
                .max(Comparator.comparingDouble(likeness));
        best.ifPresent(left::remove);
        return best;
    }

    private double idLikeness(SampledField field) {
        boolean isNamed = ID_NAME.matcher(field.name()).matches()
                && !PERSON_NAME.matcher(field.name()).matches();
        if (field.count() < records || !isNamed || (records > 1 && field.distinct() < 2)) {
            return 0;
        }
        if (field.distinct() * 2 < field.count()) {
            return 0;
        }
        double depth = field.pointer().chars().filter(c -> c == '/').count();
        return (field.isDistinct() ? 10 : 1) + (field.name().matches("id|_id|uuid|guid|#|序号") ? 5 : 0) - depth / 10;
    }

    private double timeLikeness(SampledField field) {
        if (!field.all(value -> TimeShape.of(value).isPresent())) {
            return 0;
        }
        boolean isNumber = field.all(value -> NUMBER.matcher(value).matches() || value.matches("\\d+"));
        boolean isNamed = TIME_NAME.matcher(field.name()).matches();
        if (isNumber && !isNamed) {
            return 0;
        }
        return 1
                + (isNamed ? 2 : 0)
                + (field.name().matches(".*(created|submit|提交|评价时间|occurred).*") ? 2 : 0)
                - (isEdit(field) ? 1.5 : 0)
                - (field.name().matches(".*(start|begin|开始).*") ? 1 : 0)
                + (double) field.count() / Math.max(1, records);
    }

    private static boolean isEdit(SampledField field) {
        return EDIT_NAME.matcher(field.name()).matches();
    }

    private double textLikeness(SampledField field) {
        boolean isNamed = TEXT_NAME.matcher(field.words()).matches();
        boolean isLong = field.meanLength() >= LONG_TEXT
                && field.howMany(value ->
                                value.indexOf(' ') > 0 || value.codePoints().anyMatch(c -> c > 0x2e80))
                        > 0;
        boolean isAddress = field.all(value -> value.matches("(?i)https?://\\S+"));
        double likeness = field.meanLength() + (isNamed ? 100 : 0);
        return isAddress || isRating(field) || !(isNamed || isLong)
                ? 0
                : ANSWER_NAME.matcher(field.name()).matches() ? likeness / 100 : likeness;
    }

    private double customerLikeness(SampledField field) {
        boolean isNamed =
                PERSON_NAME.matcher(field.pointer().toLowerCase(Locale.ROOT)).matches();
        boolean isShort = field.meanLength() < LONG_TEXT * 2;
        return isNamed && isShort ? 1 + (field.name().contains("id") ? 1 : 0) : 0;
    }

    private boolean isRating(SampledField field) {
        boolean isSmall = field.all(
                value -> NUMBER.matcher(value).matches() || value.matches("[★☆⭐️]+|\\d{1,3}\\s*/\\s*\\d{1,3}"));
        // Yes and no are no scale.
        boolean isYesOrNo = field.all(value -> value.matches("[01]"));
        return isSmall && !isYesOrNo && RATING_NAME.matcher(field.words()).matches();
    }

    private static void ratings(StringBuilder yaml, List<SampledField> ratings) {
        if (ratings.isEmpty()) {
            yaml.append(
                    "# ratings: [{question: csat, pointer: /score, scale: [1, 5]}]     # nothing looks like a rating%n"
                            .formatted());
            return;
        }
        yaml.append("ratings:%n".formatted());
        for (SampledField field : ratings) {
            ScaleGuess scale =
                    ScaleGuess.of(field, NPS_NAME.matcher(field.words()).matches());
            yaml.append("  - {question: %s, pointer: %s, scale: [%d, %d]}     # %s, from %s; %s%n"
                    .formatted(
                            scale.question(),
                            pointer(field),
                            scale.min(),
                            scale.max(),
                            "small numbers of that name",
                            line(field.sample()),
                            scale.why()));
        }
    }

    private static void attributes(StringBuilder yaml, List<SampledField> left) {
        List<SampledField> few = left.stream()
                .filter(field -> field.count() > 0
                        && field.distinct() <= FEW
                        && field.meanLength() <= LONG_TEXT * 2
                        && !field.name().equals("row"))
                .limit(FEW)
                .toList();
        yaml.append(
                "# What else there is, for attributes: such as {product: .., region: .., team: ..}, by which segments may be made:%n"
                        .formatted());
        few.forEach(field -> yaml.append("#   %s   (%s)%n".formatted(pointer(field), line(field.sample()))));
    }

    /** Lines that are no records are told by what stands in their place of the id. */
    private void ignore(StringBuilder yaml, SampledField id) {
        String words = headers.stream()
                .map(row -> row.at(id.pointer()))
                .map(word -> TextNode.valueOf(line(word.asText())).toString())
                .collect(Collectors.joining(", "));
        yaml.append("ignore: {%s: [%s]}     # %d lines below the header that name the columns once more%n"
                .formatted(pointer(id), words, headers.size()));
    }

    private static void time(StringBuilder yaml, String key, SampledField field) {
        TimeShape shape = TimeShape.of(field.values().get(0)).orElseThrow();
        String value = "{pointer: %s, format: \"%s\"%s}"
                .formatted(pointer(field), shape.format(), shape.zoned() ? "" : ", zone: UTC");
        String why = shape.zoned() ? "a time" : "tells NO ZONE: write the one it is in";
        entry(yaml, key, value, field, shape.isAmbiguous() ? why + "; CHECK which is day and which is month" : why);
    }

    private static String textOf(SampledField field) {
        boolean isHtml = field.howMany(value ->
                        value.matches("(?s).*<(?:p|br|div|span|b|a)\\b[^>]*>.*|.*&(?:amp|lt|gt|nbsp|#\\d+);.*"))
                > 0;
        return isHtml ? "{pointer: %s, html: true}".formatted(pointer(field)) : pointer(field);
    }

    private static void entry(StringBuilder yaml, String key, String value, SampledField field, String why) {
        yaml.append("%-40s # %s; such as: %s%n".formatted(key + ": " + value, why, line(field.sample())));
    }

    private static String pointer(SampledField field) {
        String pointer = field.pointer();
        return pointer.matches("[\\p{L}\\p{N}/_~ .()-]+") && !pointer.contains(": ") && !pointer.endsWith(" ")
                ? pointer
                : '"' + pointer.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }

    /** What a source says stays within its line, and tells nobody's address. */
    private static String line(String text) {
        return Redaction.OF_TEXTS.redact(text).replaceAll("[\\p{Cntrl}\\u2028\\u2029\\u0085]+", " ");
    }
}
