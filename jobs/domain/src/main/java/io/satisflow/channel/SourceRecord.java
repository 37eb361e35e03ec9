package io.satisflow.channel;

import static io.satisflow.channel.RefusalReason.TEXT_TOO_LONG;

import com.fasterxml.jackson.databind.JsonNode;
import io.satisflow.text.Redaction;
import java.time.Instant;
import java.util.Optional;

/**
 * A raw record being mapped.
 *
 * @param id the source's id of it, as far as known
 * @param textLimit code points of the longest value that is taken
 */
record SourceRecord(String channel, String id, Instant occurredAt, JsonNode json, int textLimit) {

    /** A record of which only the payload is known yet. */
    static SourceRecord unidentified(String channel, JsonNode json, int textLimit) {
        return new SourceRecord(channel, "", Instant.EPOCH, json, textLimit);
    }

    SourceRecord identified(String knownId) {
        return new SourceRecord(channel, knownId, occurredAt, json, textLimit);
    }

    SourceRecord dated(Instant instant) {
        return new SourceRecord(channel, id, instant, json, textLimit);
    }

    /** The value as the source has it: for ids, words and numbers. */
    Optional<String> value(Field field) {
        Optional<String> value = field.read(json);
        value.ifPresent(text -> checkLength(field, text));
        return value;
    }

    /** The value without personal data: for all that is passed on. */
    Optional<String> redacted(Field field) {
        return value(field).map(Redaction::redact);
    }

    RecordRefusal refusal(RefusalReason reason, String message) {
        return new RecordRefusal(
                reason, id.isEmpty() ? message : "id %s: %s".formatted(RecordRefusal.quote(id), message));
    }

    private void checkLength(Field field, String text) {
        int length = text.codePointCount(0, text.length());
        if (length > textLimit) {
            throw refusal(
                    TEXT_TOO_LONG,
                    "%s holds %,d characters, the limit is %,d; shorten it, or raise text_limit in the channel's mapping"
                            .formatted(field.place(), length, textLimit));
        }
    }
}
