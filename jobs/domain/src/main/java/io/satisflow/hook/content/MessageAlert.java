package io.satisflow.hook.content;

import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * An alert as a message carries it. Nothing of it is trusted.
 *
 * @param state firing, recovering, resolved, no_data, ...
 * @param endedAt null while it lasts
 * @param annotations summary and description in the reader's language, and what is known of it
 */
public record MessageAlert(
        String id,
        String rule,
        String key,
        String state,
        Instant since,
        @Nullable Instant endedAt,
        String severity,
        Map<String, String> labels,
        Map<String, String> annotations) {
    private static final String SUMMARY = "summary";
    private static final String DESCRIPTION = "description";

    public MessageAlert {
        labels = new TreeMap<>(labels);
        annotations = new TreeMap<>(annotations);
    }

    public boolean isOver() {
        return endedAt != null;
    }

    public String summary() {
        return annotations.getOrDefault(SUMMARY, rule + ": " + key);
    }

    public String description() {
        return annotations.getOrDefault(DESCRIPTION, "");
    }
}
