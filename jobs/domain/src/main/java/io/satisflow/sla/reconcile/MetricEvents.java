package io.satisflow.sla.reconcile;

import com.fasterxml.jackson.databind.JsonNode;
import io.satisflow.sla.reconcile.ClockVerdict.Key;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The ticket metric events of one promise, as Zendesk lists them in the order of time. */
final class MetricEvents {
    private final Key key;
    private @Nullable Duration target;
    private @Nullable Instant breachedAt;
    private @Nullable Instant doneAt;

    MetricEvents(Key key) {
        this.key = key;
    }

    void add(JsonNode event) {
        if (event.path("deleted").asBoolean()) {
            return;
        }
        Instant at = HelpDeskReport.time(event.path("time")).orElse(null);
        switch (event.path("type").asText()) {
            case "apply_sla", "apply_group_sla" -> target = target(event);
            case "breach" -> breachedAt = at;
            case "fulfill" -> doneAt = at;
            case "activate" -> doneAt = null;
            default -> {
                // pause, update_status and measure decide nothing
            }
        }
    }

    private static @Nullable Duration target(JsonNode event) {
        JsonNode sla = event.has("group_sla") ? event.path("group_sla") : event.path("sla");
        if (sla.hasNonNull("target_in_seconds")) {
            return Duration.ofSeconds(sla.path("target_in_seconds").asLong());
        }
        return sla.hasNonNull("target") ? Duration.ofMinutes(sla.path("target").asLong()) : null;
    }

    /** Metrics are told of whether anything was promised or not; only what was is a verdict. */
    Optional<ClockVerdict> verdict() {
        if (target == null && breachedAt == null) {
            return Optional.empty();
        }
        Outcome outcome = HelpDeskReport.outcome(breachedAt != null, doneAt != null);
        return Optional.of(new ClockVerdict(key, outcome, breachedAt, doneAt, target));
    }
}
