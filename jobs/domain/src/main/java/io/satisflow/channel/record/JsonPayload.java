package io.satisflow.channel.record;

import static io.satisflow.channel.record.RefusalReason.INVALID_JSON;
import static io.satisflow.channel.record.RefusalReason.NOT_UTF8;
import static io.satisflow.channel.record.RefusalReason.RECORD_TOO_LARGE;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** Reads the bytes of a raw record as exactly one JSON object, strictly, whatever they are. */
public final class JsonPayload {
    private static final ObjectReader READER = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            // As tools in Python write what is missing; it is read as no value.
            .enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS)
            // A double would turn the id 20171031.10 into another, and a huge exponent into infinity.
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
            .build()
            .readerFor(JsonNode.class);

    private static final String BYTE_ORDER_MARK = "\uFEFF";

    private JsonPayload() {}

    /** @throws RecordRefusal when it is too large, not UTF-8, or not one JSON object */
    public static JsonNode read(byte[] payload, int mostBytes) {
        if (payload.length > mostBytes) {
            throw new RecordRefusal(
                    RECORD_TOO_LARGE,
                    "the record has %,d bytes, the limit is %,d; send less, or raise record_limit in the channel's mapping"
                            .formatted(payload.length, mostBytes));
        }
        JsonNode json = parse(decode(payload));
        if (!json.isObject()) {
            throw new RecordRefusal(
                    INVALID_JSON,
                    "expected one JSON object, such as {\"id\": 1}, but found %s; send one object a record"
                            .formatted(nameOf(json)));
        }
        return json;
    }

    private static String decode(byte[] payload) {
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(payload))
                    .toString();
            return text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text;
        } catch (CharacterCodingException e) {
            throw new RecordRefusal(
                    NOT_UTF8,
                    "the record is not UTF-8; let the source send UTF-8, or say how a file is written: --encoding, or"
                            + " file: {encoding: ..} in the mapping");
        }
    }

    private static JsonNode parse(String text) {
        try {
            return READER.readTree(text);
        } catch (JsonProcessingException e) {
            JsonLocation place = e.getLocation();
            String where =
                    place == null ? "" : " at line %d, column %d".formatted(place.getLineNr(), place.getColumnNr());
            throw invalid(where, e.getOriginalMessage());
        } catch (RuntimeException e) {
            // Numbers beyond every limit; the parser does not promise which exception.
            throw invalid("", String.valueOf(e.getMessage()));
        }
    }

    private static RecordRefusal invalid(String where, String why) {
        return new RecordRefusal(
                INVALID_JSON,
                "not valid JSON%s: %s; let the source send one JSON object a record"
                        .formatted(where, RecordRefusal.quote(why)));
    }

    /** A text that is JSON itself, as queues and clouds wrap what they carry; anything else as it is. */
    static JsonNode within(JsonNode json) {
        if (!json.isTextual() || !json.textValue().stripLeading().startsWith("{")) {
            return json;
        }
        try {
            return READER.readTree(json.textValue());
        } catch (JsonProcessingException | RuntimeException e) {
            return json;
        }
    }

    private static String nameOf(JsonNode json) {
        return json.isMissingNode() ? "nothing" : json.getNodeType().name().toLowerCase(Locale.ROOT);
    }
}
