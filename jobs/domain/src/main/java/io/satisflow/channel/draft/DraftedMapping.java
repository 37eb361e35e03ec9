package io.satisflow.channel.draft;

import com.fasterxml.jackson.databind.JsonNode;
import io.satisflow.channel.draft.column.ColumnChoice;
import io.satisflow.channel.draft.column.SampledField;
import io.satisflow.channel.draft.column.SignsForNothing;
import io.satisflow.channel.draft.likeness.CustomerColumn;
import io.satisflow.channel.draft.likeness.DoubtfulWords;
import io.satisflow.channel.draft.likeness.FieldLikeness;
import io.satisflow.channel.draft.message.MessageColumns;
import io.satisflow.channel.draft.message.MessageDraft;
import io.satisflow.channel.draft.rating.RatingGuess;
import io.satisflow.channel.draft.text.DraftLine;
import io.satisflow.channel.draft.text.DraftText;
import io.satisflow.channel.draft.text.DraftedTimes;
import io.satisflow.channel.draft.ticket.TicketColumns;
import io.satisflow.channel.draft.ticket.TicketDraft;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Decides what the sampled fields mean, and writes it down: of messages, of tickets, or of what customers answer and say. */
final class DraftedMapping {
    private static final int FEW = 30;
    private static final int SHORT_TEXT = 40;
    private static final Pattern HTML =
            Pattern.compile("(?s).*<(?:p|br|div|span|b|a)\\b[^>]*>.*|.*&(?:amp|lt|gt|nbsp|#\\d+);.*");

    private final Map<String, SampledField> fields;
    private final List<JsonNode> records;
    private final List<JsonNode> headers;
    private final DraftedTimes times;
    private final DraftText text;
    private final FieldLikeness likeness;
    private final List<SampledField> left;

    /**
     * @param fields by where they stand
     * @param headers lines that are no records
     * @param text takes the mapping from its id on
     */
    DraftedMapping(
            Map<String, SampledField> fields,
            List<JsonNode> records,
            List<JsonNode> headers,
            DraftedTimes times,
            DraftText text) {
        this.fields = fields;
        this.records = records;
        this.headers = headers;
        this.times = times;
        this.text = text;
        this.likeness = new FieldLikeness(records.size());
        this.left = new ArrayList<>(fields.values());
    }

    /** Its kind, when it is written. */
    String write() {
        Optional<MessageColumns> messages = MessageColumns.of(fields.values(), records, likeness);
        String kind = messages.isPresent() ? messages(messages.get()) : other();
        UnusedColumns.remarks(fields.values(), text).forEach(text::remark);
        return kind;
    }

    private String messages(MessageColumns columns) {
        left.removeAll(columns.taken());
        MessageDraft draft = new MessageDraft(columns, textOf(columns.words()), times, text);
        if (columns.id().isPresent() || isTable()) {
            id(columns.id());
        } else {
            draft.writeJoinedId();
        }
        draft.write(headers.isEmpty() ? "" : headersAt(columns.conversation()));
        attributes();
        return "ticket";
    }

    private String other() {
        TicketColumns columns = new TicketColumns(fields.values());
        Optional<SampledField> id = take(likeness::id);
        Optional<SampledField> ticket = id.or(() -> Optional.ofNullable(fields.get("/row")));
        boolean isOfTickets = ticket.isPresent() && columns.areTickets();
        if (isOfTickets) {
            left.removeAll(columns.taken());
        }
        Optional<SampledField> time = isOfTickets ? columns.created() : take(likeness::time);
        Optional<SampledField> edited = isOfTickets ? Optional.empty() : take(likeness::edit);
        List<SampledField> rated = left.stream().filter(RatingGuess::isNamed).toList();
        left.removeAll(rated);
        RatingGuess ratings =
                new RatingGuess(left.stream().anyMatch(field -> field.all("nps"::equalsIgnoreCase)), text);
        rated.forEach(ratings::add);
        Optional<SampledField> words =
                take(field -> isOfTickets && !TicketColumns.isOpeningWords(field) ? 0 : likeness.text(field));
        Optional<SampledField> customer = take(likeness::customer);
        // Slack's messages go by their time.
        id(id.or(() -> time.filter(field -> field.name().equals("ts") && field.isDistinct())));
        if (!headers.isEmpty()) {
            ignoreHeaders(id.orElse(left.get(0)));
        }
        Optional<TicketDraft> tickets = isOfTickets
                ? Optional.of(
                        new TicketDraft(columns, ticket.get(), columns.created().get(), times, records, text))
                : Optional.empty();
        tickets.ifPresentOrElse(
                draft -> text.line(
                        "occurred_at: " + draft.lastKnown(),
                        text.say("the last that a row tells of: what is said and scored in it counts then")),
                () -> time(time));
        edited.ifPresent(field -> entry("revision", times.at(field), field, times.why(field)));
        customer.ifPresent(field -> entry(
                "customer", text.pointer(field, SignsForNothing::isNobody), field, CustomerColumn.remark(field, text)));
        words.ifPresentOrElse(
                field -> entry(
                        "text",
                        textOf(field),
                        field,
                        text.and(text.say("by its name, or the longest words"), DoubtfulWords.doubt(field, text))),
                () -> text.line(
                        "# text: /comment", text.say("nothing looks like words that customers themselves wrote")));
        ratings.write(text);
        tickets.ifPresent(TicketDraft::write);
        attributes();
        return isOfTickets ? "ticket" : words.isPresent() && ratings.isEmpty() ? "social" : "survey";
    }

    private void id(Optional<SampledField> id) {
        if (id.isPresent()) {
            entry(
                    "id",
                    text.pointer(id.get()),
                    id.get(),
                    text.say(
                            id.get().isDistinct()
                                    ? "each record has its own"
                                    : "NOT unique in this sample: an id that comes twice is the same feedback"));
        } else if (isTable()) {
            text.line(
                    "id: /row",
                    text.say("nothing looks like an id, so it is the number of the row: of use for this one file"
                            + " alone"));
        } else {
            SampledField partly = fields.get("/id");
            text.line(
                    "id: " + (partly == null ? "/id" : text.pointer(partly)),
                    text.say(partly == null ? "TODO: nothing looks like an id" : "TODO: not every record has one"));
        }
    }

    private void time(Optional<SampledField> time) {
        if (time.isPresent()) {
            entry("occurred_at", times.at(time.get()), time.get(), times.why(time.get()));
        } else {
            text.line(
                    "occurred_at: /created_at",
                    isTable()
                            ? text.say("TODO: nothing looks like a time; to look at texts all the same: {pointer: /row,"
                                    + " seconds_since: 2026-01-05T09:00:00Z}")
                            : text.say("TODO: nothing looks like a time"));
        }
    }

    /** Rows of a table are numbered, whatever their columns are. */
    private boolean isTable() {
        return fields.containsKey("/row");
    }

    private Optional<SampledField> take(ToDoubleFunction<SampledField> worth) {
        Optional<SampledField> best = ColumnChoice.best(left.stream(), worth);
        best.ifPresent(left::remove);
        return best;
    }

    private void attributes() {
        List<SampledField> few = left.stream()
                .filter(field -> field.count() > 0
                        && field.timeShapes().isEmpty()
                        && field.distinct() <= FEW
                        && field.meanLength() <= SHORT_TEXT
                        && !field.name().equals("row"))
                .limit(FEW)
                .toList();
        text.remark(text.say("What else there is, for attributes: such as {product: .., region: .., team: ..}, by which"
                + " segments may be made:"));
        few.forEach(field -> text.remark("  %s   (%s)"
                .formatted(text.pointer(field, SignsForNothing::isOne), DraftLine.comment(field.sample()))));
    }

    /** Lines that are no records are told by what stands in their place of the id. */
    private void ignoreHeaders(SampledField id) {
        text.line(
                "ignore: {%s}".formatted(headersAt(id)),
                text.say("lines below the header that name the columns once more"));
    }

    private String headersAt(SampledField id) {
        return headers.stream()
                .map(row -> DraftLine.quoted(row.at(id.pointer()).asText()))
                .collect(Collectors.joining(", ", text.pointer(id) + ": [", "]"));
    }

    private String textOf(SampledField field) {
        List<String> how = new ArrayList<>();
        if (field.howMany(value -> HTML.matcher(value).matches()) > 0) {
            how.add("html: true");
        }
        String nothing = DraftLine.nothing(SignsForNothing.seen(field, SignsForNothing::isOne));
        if (!nothing.isEmpty()) {
            how.add("values: {%s}".formatted(nothing));
        }
        if (field.isDocument()) {
            how.add("nested: " + MappingDraft.PARTS);
        }
        return how.isEmpty()
                ? text.pointer(field)
                : "{pointer: %s, %s}".formatted(text.pointer(field), String.join(", ", how));
    }

    private void entry(String key, String value, SampledField field, String why) {
        text.line(key + ": " + value, text.such(why, field));
    }
}
