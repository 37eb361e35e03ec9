package io.satisflow.sla.dryrun;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.satisflow.sla.clock.SlaEvent;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What a clock says, as one JSON object: the fields of the topic sla-events. */
public final class SlaEventJson {
    private static final int MILLIS_PER_SECOND = 1000;

    private SlaEventJson() {}

    public static ObjectNode of(SlaEvent event) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("ticket", event.ticket())
                .put("clock", event.clock().wireName())
                .put("instance", event.instance())
                .put("event", event.type().wireName())
                .put("at", event.at().toString())
                .put("as_of", event.asOf().toString())
                .put("due", text(event.due()));
        putSeconds(json, "target_s", event.target());
        json.put("time", event.time().wireName());
        putSeconds(json, "consumed_s", event.consumed());
        putSeconds(json, "wall_s", event.wall());
        json.put("policy", event.policy());
        if (event.reason() != null) {
            json.put("reason", event.reason());
        }
        if (event.retracted() != null) {
            json.put("retracts", event.retracted().wireName());
        }
        return json;
    }

    private static @Nullable String text(@Nullable Instant instant) {
        return instant == null ? null : instant.toString();
    }

    /** Whole seconds without a point, as most are. */
    private static void putSeconds(ObjectNode json, String name, Duration duration) {
        long millis = duration.toMillis();
        if (millis % MILLIS_PER_SECOND == 0) {
            json.put(name, millis / MILLIS_PER_SECOND);
        } else {
            json.put(name, millis / (double) MILLIS_PER_SECOND);
        }
    }
}
