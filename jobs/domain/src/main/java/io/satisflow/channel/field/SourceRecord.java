package io.satisflow.channel.field;

import static io.satisflow.channel.record.RefusalReason.ID_TOO_LONG;
import static io.satisflow.channel.record.RefusalReason.MISSING_ID;
import static io.satisflow.channel.record.RefusalReason.NOT_A_TEXT;
import static io.satisflow.channel.record.RefusalReason.TEXT_TOO_LONG;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.satisflow.channel.record.RecordRefusal;
import io.satisflow.channel.record.RefusalReason;
import io.satisflow.customer.CustomerKeys;
import io.satisflow.privacy.Redaction;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A raw record being mapped.
 *
 * @param id the source's id of it, as far as known
 * @param textLimit code points of the longest text that is taken
 * @param redaction of what customers write on the channel
 * @param customerKeys what hides who the customer is
 */
public record SourceRecord(
        String channel,
        String id,
        Instant occurredAt,
        JsonNode json,
        int textLimit,
        Redaction redaction,
        CustomerKeys customerKeys) {

    /** Code points of the longest value that is passed on, the text apart. */
    private static final int LONGEST_VALUE = 10_000;
    /** In characters. Keys of topics and of state are made of ids, and an hour's tickets must fit into one commit. */
    public static final int LONGEST_ID = 800;

    private static final int MOST_NAMES = 12;

    /** As spreadsheets show and save long numbers. */
    private static final Pattern ROUNDED = Pattern.compile("\\d(?:[.,]\\d{1,14})?E\\+\\d{2,3}");

    /** As what a pointer of an item reaches what holds its list: {@code /^/requester_id}. */
    private static final String AROUND = "^";

    /** A record of which only the payload is known yet. */
    public static SourceRecord unidentified(String channel, JsonNode json, int textLimit) {
        return unidentified(channel, json, textLimit, Redaction.OF_TEXTS, CustomerKeys.NONE);
    }

    /** A record of which only the payload is known yet, on a channel with a redaction of its own. */
    public static SourceRecord unidentified(
            String channel, JsonNode json, int textLimit, Redaction redaction, CustomerKeys customerKeys) {
        return new SourceRecord(channel, "", Instant.EPOCH, json, textLimit, redaction, customerKeys);
    }

    public SourceRecord identified(String knownId) {
        return new SourceRecord(channel, knownId, occurredAt, json, textLimit, redaction, customerKeys);
    }

    public SourceRecord dated(Instant instant) {
        return new SourceRecord(channel, id, instant, json, textLimit, redaction, customerKeys);
    }

    /**
     * An item of a list in it; it goes by the id and time of the whole. What holds the list stands in the item under {@link
     * #AROUND}, since an item often means something only together with it: a comment by the ticket's own requester.
     */
    public SourceRecord part(JsonNode item) {
        JsonNode part = item;
        if (item instanceof ObjectNode members) {
            ObjectNode withAround = JsonNodeFactory.instance.objectNode();
            withAround.setAll(members);
            withAround.set(AROUND, json);
            part = withAround;
        }
        return new SourceRecord(channel, id, occurredAt, part, textLimit, redaction, customerKeys);
    }

    /** The value as the source has it: for words, numbers and times, of which only what is understood is passed on. */
    public Optional<String> value(Field field) {
        return field.read(json);
    }

    /** The value as the source has it, and not longer than ids are. */
    public Optional<String> id(Field field) {
        return value(field)
                .map(value -> checkLength(ID_TOO_LONG, field, value, LONGEST_ID, "correct the source, or the mapping"));
    }

    /** As {@link #id}, for what a record or a ticket goes by: rounded, the ids of many would be one. */
    public Optional<String> exactId(Field field) {
        Optional<String> id = id(field);
        if (id.isPresent() && ROUNDED.matcher(id.get()).matches()) {
            throw refusal(
                    MISSING_ID,
                    "%s holds %s, a number that a spreadsheet has rounded, so that others have it too; export once more, with ids as text"
                            .formatted(field.place(), RecordRefusal.quote(id.get())));
        }
        return id;
    }

    /** The value without personal data, for all else that is passed on; ids and who answers stay as they are. */
    public Optional<String> redacted(String name, Field field) {
        return value(field)
                .map(value -> checkLength(TEXT_TOO_LONG, field, value, LONGEST_VALUE, "shorten it"))
                .map(value -> withoutPersonalData(name, value));
    }

    /** Names are looked at where something would be taken out, which is seldom. */
    private static String withoutPersonalData(String name, String value) {
        String redacted = Redaction.OF_VALUES.redact(value);
        return redacted.equals(value) ? value : PlainNames.plain(name, value).orElse(redacted);
    }

    /** Who the value names, as a key that does not tell; empty without a secret to hash with. */
    public Optional<String> customerKey(Field field) {
        return customerKeys.isNone()
                ? Optional.empty()
                : id(field).flatMap(customer -> customerKeys.keyOf(channel, customer));
    }

    /** What the customer wrote, without personal data. */
    public Optional<String> text(Field field) {
        return value(field)
                .map(text -> checkLength(
                        TEXT_TOO_LONG,
                        field,
                        text,
                        textLimit,
                        "shorten it, or raise text_limit in the channel's mapping"))
                .map(redaction::redact);
    }

    /** What is wrong when words should stand at the field and an object does. */
    public Optional<RecordRefusal> objectInsteadOfText(Field field) {
        return field.objectInstead(json)
                .map(keys -> refusal(
                        NOT_A_TEXT,
                        "%s holds an object (its keys: %s), of which no words are read; point to the words, or add nested: with the key under which its parts have theirs, such as nested: text"
                                .formatted(field.place(), RecordRefusal.quote(keys))));
    }

    /** The names of what it holds, for who has misspelt one. */
    public String fieldsThere() {
        List<String> names = new ArrayList<>();
        json.fieldNames().forEachRemaining(names::add);
        return names.isEmpty()
                ? ""
                : " (there are: %s%s)"
                        .formatted(
                                names.stream()
                                        .limit(MOST_NAMES)
                                        .map(RecordRefusal::quote)
                                        .collect(Collectors.joining(", ")),
                                names.size() > MOST_NAMES ? ", …" : "");
    }

    public RecordRefusal refusal(RefusalReason reason, String message) {
        return new RecordRefusal(
                reason, id.isEmpty() ? message : "id %s: %s".formatted(RecordRefusal.quote(id), message));
    }

    private String checkLength(RefusalReason reason, Field field, String text, int limit, String remedy) {
        int length = text.codePointCount(0, text.length());
        if (length > limit) {
            throw refusal(
                    reason,
                    "%s holds %,d characters, the limit is %,d; %s".formatted(field.place(), length, limit, remedy));
        }
        return text;
    }
}
