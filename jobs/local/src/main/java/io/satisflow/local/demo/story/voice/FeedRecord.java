package io.satisflow.local.demo.story.voice;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.time.Instant;

/**
 * What a channel sends.
 *
 * @param key what belongs together has the same, so that it stays in order
 * @param payload as the source would write it
 */
public record FeedRecord(Instant at, String channel, String key, byte[] payload) {

    public static FeedRecord of(Instant at, String channel, String key, JsonNode payload) {
        return new FeedRecord(at, channel, key, payload.toString().getBytes(StandardCharsets.UTF_8));
    }

    FeedRecord saying(String other) {
        return new FeedRecord(at, channel, key, other.getBytes(StandardCharsets.UTF_8));
    }

    public String text() {
        return new String(payload, StandardCharsets.UTF_8);
    }
}
