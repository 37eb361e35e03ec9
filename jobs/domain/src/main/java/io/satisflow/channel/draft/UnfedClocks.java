package io.satisflow.channel.draft;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The clocks that a list of tickets tells too little for, each with the reason. */
final class UnfedClocks {
    private UnfedClocks() {}

    static Map<String, String> of(TicketColumns columns) {
        Map<String, String> reasons = new LinkedHashMap<>();
        boolean hasReply = columns.firstReply.isPresent()
                || columns.firstReplyAfter
                        .filter(field -> TicketColumns.since(field).isPresent())
                        .isPresent();
        boolean hasEnd = columns.solved.isPresent()
                || columns.closed.isPresent()
                || columns.solvedAfter
                        .filter(field -> TicketColumns.since(field).isPresent())
                        .isPresent();
        if (!hasReply) {
            reasons.put(
                    "first_reply",
                    columns.firstReplyAfter.isPresent()
                            ? "the file tells the first reply as a length that is no time on the wall"
                            : "the file has no time of the first reply");
        }
        for (String clock : List.of("next_reply", "periodic_update", "pausable_update")) {
            reasons.put(clock, "the file has no messages");
        }
        if (!hasEnd) {
            reasons.put("total_resolution", "the file has no time of the solution");
            reasons.put("answer", "the file has no time of the solution");
        }
        reasons.put("requester_wait", "the file does not tell how long a ticket was pending");
        reasons.put("agent_work", "the file does not tell how long a ticket was pending or on hold");
        if (columns.assigned.isEmpty()) {
            reasons.put("assignment", "the file does not tell when a ticket was given to somebody");
        }
        reasons.put("group_ownership", "the file does not tell when a ticket changed teams");
        reasons.put("resolution_plan", "the file has no plans");
        reasons.put("follow_up", "the file has no follow-ups");
        return reasons;
    }
}
