package io.satisflow.channel.draft;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A mapping drafted from records: which field looks like id, time, text and rating, and why, each with a comment. It is a
 * guess for a person to correct, and says where it is one.
 */
public final class MappingDraft {
    private static final int DEEPEST = 6;
    private static final int FEW = 30;
    private static final int SHORT_TEXT = 40;
    private static final String PARTS = "text";
    private static final Pattern HTML =
            Pattern.compile("(?s).*<(?:p|br|div|span|b|a)\\b[^>]*>.*|.*&(?:amp|lt|gt|nbsp|#\\d+);.*");

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

    /** @param channel what to call it; {@code source} is named in its first line */
    public String toYaml(String channel, String source) {
        headers.forEach(row -> fields.values()
                .forEach(field -> field.label(row.at(field.pointer()).asText())));
        FieldLikeness likeness = new FieldLikeness(records);
        TicketColumns columns = new TicketColumns(fields.values());
        DraftedTimes times = new DraftedTimes(fields.values(), zone);
        List<SampledField> left = new ArrayList<>(fields.values());
        Optional<SampledField> id = take(left, likeness::id);
        Optional<SampledField> ticket = id.or(() -> Optional.ofNullable(fields.get("/row")));
        boolean isOfTickets = ticket.isPresent() && columns.areTickets();
        if (isOfTickets) {
            left.removeAll(columns.taken());
        }
        Optional<SampledField> time = isOfTickets ? columns.created : take(left, likeness::time);
        Optional<SampledField> edited = isOfTickets ? Optional.empty() : take(left, likeness::edit);
        List<SampledField> rated = left.stream().filter(RatingGuess::isNamed).toList();
        left.removeAll(rated);
        RatingGuess ratings = new RatingGuess(left.stream().anyMatch(field -> field.all("nps"::equalsIgnoreCase)));
        rated.forEach(ratings::add);
        Optional<SampledField> text =
                take(left, field -> isOfTickets && !TicketColumns.isOpeningWords(field) ? 0 : likeness.text(field));
        Optional<SampledField> customer = take(left, likeness::customer);
        StringBuilder yaml = new StringBuilder();
        // Slack's messages go by their time.
        id.or(() -> time.filter(field -> field.name().equals("ts") && field.isDistinct()))
                .ifPresentOrElse(field -> id(yaml, field), () -> yaml.append(withoutId()));
        if (!headers.isEmpty()) {
            ignore(yaml, id.orElse(left.get(0)));
        }
        Optional<TicketDraft> tickets = isOfTickets
                ? Optional.of(new TicketDraft(columns, ticket.get(), columns.created.get(), times, sample))
                : Optional.empty();
        tickets.ifPresent(
                draft -> yaml.append("%-40s # the last that a row tells of: what is said and scored in it counts then%n"
                        .formatted("occurred_at: " + draft.lastKnown())));
        time.filter(field -> !isOfTickets)
                .ifPresentOrElse(
                        field -> entry(yaml, "occurred_at", times.at(field), field, times.why(field)),
                        () -> yaml.append(isOfTickets ? "" : withoutTime()));
        edited.ifPresent(field -> entry(yaml, "revision", times.at(field), field, times.why(field)));
        customer.ifPresent(field -> entry(
                yaml,
                "customer",
                SignsForNothing.pointer(field, SignsForNothing::isNobody),
                field,
                CustomerColumn.remark(field)));
        text.ifPresentOrElse(
                field -> entry(yaml, "text", textOf(field), field, whyText(field)), () -> yaml.append(withoutText()));
        yaml.append(ratings.toYaml());
        tickets.ifPresent(draft -> yaml.append(draft.toYaml()));
        attributes(yaml, left);
        UnusedColumns.remarks(fields.values(), yaml.toString(), UnaryOperator.identity())
                .forEach(remark -> yaml.append("# %s%n".formatted(remark)));
        String kind = isOfTickets ? "ticket" : text.isPresent() && ratings.isEmpty() ? "social" : "survey";
        return beginning(channel, source, kind) + times.zoneLine() + yaml;
    }

    private String beginning(String channel, String source, String kind) {
        String name = DraftLine.comment(source);
        StringBuilder yaml = new StringBuilder();
        yaml.append(
                "# Drafted from %s (%d records). Each line is a guess: compare it with what you know, and try it with%n"
                        .formatted(name, records));
        yaml.append("# ./satisflow replay, or ./satisflow channel test --channel THIS --file %s%n".formatted(name));
        yaml.append("channel: %s%nkind: %s%n".formatted(channel, kind));
        yaml.append("                                         # kind: app, ticket, social, survey, phone or offline%n"
                .formatted());
        if (!fileLine.isEmpty()) {
            yaml.append("file: {%s}     # as this file shows, or was said: look whether the words below are right%n"
                    .formatted(fileLine));
        }
        return yaml.toString();
    }

    private void id(StringBuilder yaml, SampledField field) {
        entry(
                yaml,
                "id",
                DraftLine.pointer(field),
                field,
                field.isDistinct()
                        ? "each record has its own"
                        : "NOT unique in this sample: an id that comes twice is the same feedback");
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

    private static String whyText(SampledField field) {
        String doubt = DoubtfulWords.doubt(field, UnaryOperator.identity());
        return "by its name, or the longest words" + (doubt.isEmpty() ? "" : "; " + doubt);
    }

    private static String withoutText() {
        return "# text: /comment                         # nothing looks like words that customers themselves wrote%n"
                .formatted();
    }

    private static Optional<SampledField> take(List<SampledField> left, ToDoubleFunction<SampledField> likeness) {
        Optional<SampledField> best = left.stream()
                .filter(field -> likeness.applyAsDouble(field) > 0)
                .max(Comparator.comparingDouble(likeness));
        best.ifPresent(left::remove);
        return best;
    }

    private static void attributes(StringBuilder yaml, List<SampledField> left) {
        List<SampledField> few = left.stream()
                .filter(field -> field.count() > 0
                        && field.timeShapes().isEmpty()
                        && field.distinct() <= FEW
                        && field.meanLength() <= SHORT_TEXT
                        && !field.name().equals("row"))
                .limit(FEW)
                .toList();
        yaml.append(
                "# What else there is, for attributes: such as {product: .., region: .., team: ..}, by which segments may be made:%n"
                        .formatted());
        few.forEach(field -> yaml.append("#   %s   (%s)%n"
                .formatted(SignsForNothing.pointer(field, SignsForNothing::isOne), DraftLine.comment(field.sample()))));
    }

    /** Lines that are no records are told by what stands in their place of the id. */
    private void ignore(StringBuilder yaml, SampledField id) {
        String words = headers.stream()
                .map(row -> row.at(id.pointer()))
                .map(word -> DraftLine.quoted(word.asText()))
                .collect(Collectors.joining(", "));
        yaml.append("ignore: {%s: [%s]}     # %d lines below the header that name the columns once more%n"
                .formatted(DraftLine.pointer(id), words, headers.size()));
    }

    private static String textOf(SampledField field) {
        List<String> how = new ArrayList<>();
        if (field.howMany(value -> HTML.matcher(value).matches()) > 0) {
            how.add("html: true");
        }
        String nothing = SignsForNothing.values(SignsForNothing.seen(field, SignsForNothing::isOne));
        if (!nothing.isEmpty()) {
            how.add("values: {%s}".formatted(nothing));
        }
        if (field.isDocument()) {
            how.add("nested: " + PARTS);
        }
        return how.isEmpty()
                ? DraftLine.pointer(field)
                : "{pointer: %s, %s}".formatted(DraftLine.pointer(field), String.join(", ", how));
    }

    private static void entry(StringBuilder yaml, String key, String value, SampledField field, String why) {
        yaml.append("%-40s # %s; such as: %s%n".formatted(key + ": " + value, why, DraftLine.comment(field.sample())));
    }
}
