package io.satisflow.sla.reconcile;

import com.fasterxml.jackson.databind.JsonNode;
import io.satisflow.sla.clock.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/** Chatwoot's applied SLAs: their events are misses, by frt, nrt and rt; the rest was kept once the whole is decided. */
final class ChatwootAppliedSla {
    private static final Map<String, Clock> CLOCKS =
            Map.of("frt", Clock.FIRST_REPLY, "nrt", Clock.NEXT_REPLY, "rt", Clock.TOTAL_RESOLUTION);
    private static final Map<String, String> THRESHOLDS = Map.of(
            "frt", "sla_first_response_time_threshold",
            "nrt", "sla_next_response_time_threshold",
            "rt", "sla_resolution_time_threshold");

    private ChatwootAppliedSla() {}

    static List<ClockVerdict> of(JsonNode json) {
        JsonNode applied = json.has("applied_sla") ? json.path("applied_sla") : json;
        JsonNode conversation =
                json.has("conversation") ? json.at("/conversation/id") : applied.path("conversation_id");
        JsonNode events = json.has("sla_events") ? json.path("sla_events") : applied.path("sla_events");
        boolean decided =
                Set.of("hit", "missed").contains(applied.path("sla_status").asText());
        Set<String> missed = StreamSupport.stream(events.spliterator(), false)
                .map(event -> event.path("event_type").asText())
                .collect(Collectors.toSet());
        List<ClockVerdict> verdicts = new ArrayList<>();
        CLOCKS.forEach((word, clock) -> {
            JsonNode threshold = applied.path(THRESHOLDS.getOrDefault(word, ""));
            boolean promised = missed.contains(word) || threshold.isMissingNode() || threshold.asDouble() > 0;
            // Whether there was a further exchange at all is not told; a miss is.
            if (promised && (clock != Clock.NEXT_REPLY || missed.contains(word))) {
                verdicts.add(HelpDeskReport.verdict(
                        conversation, clock, HelpDeskReport.outcome(missed.contains(word), decided), null, null));
            }
        });
        return verdicts;
    }
}
