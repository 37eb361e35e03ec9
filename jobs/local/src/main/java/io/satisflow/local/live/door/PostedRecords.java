package io.satisflow.local.live.door;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The records of one post: the body as it is, or each item of a list.
 *
 * @param problem why it is no JSON to begin with; null when it is
 */
record PostedRecords(List<byte[]> payloads, @Nullable String problem) {
    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    static PostedRecords of(byte[] body) {
        try {
            JsonNode json = MAPPER.readTree(body);
            if (json == null || !json.isContainerNode()) {
                return new PostedRecords(List.of(), "expected a JSON object, or a list of them");
            }
            if (json.isObject()) {
                return new PostedRecords(List.of(body), null);
            }
            List<byte[]> payloads = new ArrayList<>();
            for (JsonNode item : json) {
                payloads.add(MAPPER.writeValueAsBytes(item));
            }
            return new PostedRecords(payloads, payloads.isEmpty() ? "the list is empty" : null);
        } catch (JsonProcessingException e) {
            return new PostedRecords(List.of(), "not valid JSON: " + e.getOriginalMessage());
        } catch (IOException | RuntimeException e) {
            return new PostedRecords(List.of(), "not valid JSON");
        }
    }
}
