package io.satisflow.sla.dryrun;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.satisflow.sla.dryrun.PromiseOutcome.Miss;

/** How a promise was kept, as one JSON object. */
public final class PromiseOutcomeJson {
    private PromiseOutcomeJson() {}

    public static ObjectNode of(PromiseOutcome outcome) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("policy", outcome.policy())
                .put("clock", outcome.clock().wireName())
                .put("met", outcome.met())
                .put("missed", outcome.missed())
                .put("running", outcome.running())
                .put("cancelled", outcome.cancelled())
                .put("warned", outcome.warned());
        outcome.shareMet().ifPresent(share -> json.put("share_met", Math.round(share * 1000) / 1000.0));
        outcome.worst().ifPresent(miss -> json.set("worst", of(miss)));
        return json;
    }

    private static ObjectNode of(Miss miss) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("ticket", miss.ticket())
                .put("due", miss.due().toString())
                .put("done_at", miss.doneAt() == null ? null : miss.doneAt().toString())
                .put("late_s", miss.late().toSeconds());
        return json;
    }
}
