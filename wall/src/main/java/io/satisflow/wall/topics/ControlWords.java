package io.satisflow.wall.topics;

import io.satisflow.wire.AlertControl;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;

/**
 * What people say to alerts, as it goes into its topic.
 *
 * @param now in the engine's time: what is said holds from then on
 */
public record ControlWords(Instant now, String author, String comment) {
    private static final int MOST_MATCHERS = 20;
    private static final Duration LONGEST_SILENCE = Duration.ofDays(90);

    public AlertControl acknowledgement(String alert) {
        return control(UUID.randomUUID().toString(), "ACK").setAlertId(alert).build();
    }

    /**
     * @param matchers the labels that an alert must have
     * @throws IllegalArgumentException when it would hold for too long, not at all, or for every alert
     */
    public AlertControl silence(Map<String, String> matchers, Instant starts, Instant ends) {
        if (matchers.isEmpty() || matchers.size() > MOST_MATCHERS) {
            throw new IllegalArgumentException(
                    "matchers: name 1 to %d labels; without any, every alert would be silent".formatted(MOST_MATCHERS));
        }
        if (!ends.isAfter(starts)
                || !ends.isAfter(now)
                || Duration.between(starts, ends).compareTo(LONGEST_SILENCE) > 0) {
            throw new IllegalArgumentException("ends_at: must lie after starts_at and now, %d days later at most"
                    .formatted(LONGEST_SILENCE.toDays()));
        }
        if (comment.isBlank()) {
            throw new IllegalArgumentException("comment: say why, for those who miss the alerts");
        }
        return control(UUID.randomUUID().toString(), "SILENCE")
                .setMatchers(matchers)
                .setStartsAt(starts)
                .setEndsAt(ends)
                .build();
    }

    /** @param silence its id */
    public AlertControl expiry(String silence) {
        return control(silence, "EXPIRE").build();
    }

    private AlertControl.Builder control(String id, String kind) {
        return AlertControl.newBuilder()
                .setId(id)
                .setAt(now)
                .setEffectiveAt(now)
                .setKind(kind)
                .setAuthor(author)
                .setComment(comment);
    }
}
