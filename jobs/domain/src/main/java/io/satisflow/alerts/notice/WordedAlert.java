package io.satisflow.alerts.notice;

import io.satisflow.alerts.lifecycle.Alert;
import java.util.Map;
import java.util.TreeMap;

/**
 * An alert with words for people.
 *
 * @param annotations its facts, with a summary and a description
 */
public record WordedAlert(Alert alert, Map<String, String> annotations) {
    /** Tolerates null, which a field that was added after a savepoint is restored as. */
    public WordedAlert {
        annotations = annotations == null ? Map.of() : new TreeMap<>(annotations);
    }

    public String id() {
        return alert.id();
    }
}
