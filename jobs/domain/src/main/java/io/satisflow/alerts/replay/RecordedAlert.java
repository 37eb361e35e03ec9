package io.satisflow.alerts.replay;

import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * That an alert fires, or is over.
 *
 * @param labels which alert it is
 * @param startsAt since when; null for {@code at}
 * @param endsAt when it is over, known in advance; null when it is not
 */
public record RecordedAlert(
        Instant at,
        Map<String, String> labels,
        Map<String, String> annotations,
        boolean firing,
        @Nullable Instant startsAt,
        @Nullable Instant endsAt) {
    public RecordedAlert {
        labels = new TreeMap<>(labels);
        annotations = new TreeMap<>(annotations);
    }
}
