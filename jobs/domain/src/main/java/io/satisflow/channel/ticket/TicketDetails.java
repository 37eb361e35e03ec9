package io.satisflow.channel.ticket;

import static io.satisflow.channel.record.RefusalReason.MISSING_TICKET;
import static io.satisflow.channel.record.RefusalReason.MISSING_TIME;
import static io.satisflow.channel.record.RefusalReason.UNKNOWN_TICKET_EVENT;
import static io.satisflow.channel.record.RefusalReason.UNKNOWN_TICKET_STATUS;

import io.satisflow.channel.field.SourceRecord;
import io.satisflow.channel.record.RecordRefusal;
import io.satisflow.ticket.TicketEventType;
import io.satisflow.ticket.TicketWords;
import java.util.Map;
import java.util.Set;

/** What an event of a ticket must say to be used. */
final class TicketDetails {
    private static final Set<String> FACTS = Set.of("priority", "kind", "grade", "team", "to", "tags");

    private TicketDetails() {}

    /** Whether a ticket can be without it; the others are words about one event. */
    static boolean canBeTakenAway(String name) {
        return FACTS.contains(name) || name.startsWith("attributes.");
    }

    /** @throws RecordRefusal when a word is unknown, or something is missing that this type of event is about */
    static void check(SourceRecord source, TicketEventType type, Map<String, String> found) {
        checkWords(source, found);
        checkComplete(source, type, found);
    }

    private static void checkWords(SourceRecord source, Map<String, String> found) {
        String status = found.get("status");
        if (status != null && !TicketWords.STATUSES.contains(status)) {
            throw source.refusal(
                    UNKNOWN_TICKET_STATUS,
                    "the ticket's status is %s; write, or map with ticket.status.values, one of: %s"
                            .formatted(RecordRefusal.quote(status), String.join(", ", TicketWords.STATUSES)));
        }
        String by = found.get("by");
        if (by != null && !TicketWords.OPENERS.contains(by)) {
            throw source.refusal(
                    UNKNOWN_TICKET_EVENT,
                    "by, who wrote or created it, is %s; write, or map with ticket.created_by.values, one of: %s"
                            .formatted(RecordRefusal.quote(by), String.join(", ", TicketWords.OPENERS)));
        }
    }

    private static void checkComplete(SourceRecord source, TicketEventType type, Map<String, String> found) {
        if (type == TicketEventType.STATUS && !found.containsKey("status")) {
            throw source.refusal(
                    UNKNOWN_TICKET_STATUS, "a status event without a status; name it, or map ticket.status");
        }
        if (type == TicketEventType.PROMISE && !found.containsKey("due")) {
            throw source.refusal(MISSING_TIME, "a promise without the time it is due; name it, or map ticket.due");
        }
        if (type == TicketEventType.MERGED && !found.containsKey("into")) {
            throw source.refusal(
                    MISSING_TICKET, "a merge without the ticket it goes into; name it, or map ticket.into");
        }
    }
}
