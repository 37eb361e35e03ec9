package io.satisflow.channel.draft.ticket;

import io.satisflow.channel.draft.text.DraftText;
import io.satisflow.sla.clock.Clock;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** The clocks that an export tells too little for, each with the reason. */
public final class UnfedClocks {
    private UnfedClocks() {}

    /** Of a list of tickets, a row each. */
    public static Map<Clock, String> of(TicketColumns columns) {
        Map<Clock, String> reasons = new EnumMap<>(Clock.class);
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
                    Clock.FIRST_REPLY,
                    columns.firstReplyAfter.isPresent()
                            ? "the file tells the first reply as a length that is no time on the wall"
                            : "the file has no time of the first reply");
        }
        for (Clock clock : List.of(Clock.NEXT_REPLY, Clock.PERIODIC_UPDATE, Clock.PAUSABLE_UPDATE)) {
            reasons.put(clock, "the file has no messages");
        }
        if (!hasEnd) {
            reasons.put(Clock.TOTAL_RESOLUTION, "the file has no time of the solution");
        }
        if (columns.assigned.isEmpty()) {
            reasons.put(Clock.ASSIGNMENT, "the file does not tell when a ticket was given to somebody");
        }
        ofAnyExport(reasons);
        return reasons;
    }

    /**
     * Of an export of messages, a row each.
     *
     * @param tellsEnd whether a row may say that its conversation is over
     */
    public static Map<Clock, String> ofMessages(boolean tellsEnd) {
        Map<Clock, String> reasons = new EnumMap<>(Clock.class);
        if (!tellsEnd) {
            reasons.put(Clock.TOTAL_RESOLUTION, "the file has no time of the solution");
        }
        reasons.put(Clock.ASSIGNMENT, "the file does not tell when a ticket was given to somebody");
        ofAnyExport(reasons);
        return reasons;
    }

    /** A ticket that is solved may have been so without an answer, and a reply may have been none. */
    private static void ofAnyExport(Map<Clock, String> reasons) {
        reasons.put(Clock.ANSWER, "the file does not tell which reply was the answer");
        reasons.put(Clock.REQUESTER_WAIT, "the file does not tell how long a ticket was pending");
        reasons.put(Clock.AGENT_WORK, "the file does not tell how long a ticket was pending or on hold");
        reasons.put(Clock.GROUP_OWNERSHIP, "the file does not tell when a ticket changed teams");
        reasons.put(Clock.RESOLUTION_PLAN, "the file has no plans");
        reasons.put(Clock.FOLLOW_UP, "the file has no follow-ups");
    }

    /** The part of the mapping that names them. */
    public static void write(DraftText text, Map<Clock, String> reasons) {
        text.line(
                "  not_judged:",
                text.say("clocks for which this file tells too little; take one out when you have mapped what it"
                        + " needs"));
        reasons.forEach((clock, why) -> text.line("    %s: %s".formatted(clock.wireName(), text.say(why))));
    }
}
