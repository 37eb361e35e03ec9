package io.satisflow.satisfaction.answer;

import java.util.Comparator;

/**
 * What one text of a ticket's customer says.
 *
 * @param feedback the key of the feedback that it stands in
 * @param revision a later one takes the place of an earlier one
 * @param occurredAt when it was said, epoch milliseconds
 */
public record TicketText(String feedback, long revision, long occurredAt, TextSentiment sentiment) {
    /** As they were said; the key decides between those of one instant. */
    static final Comparator<TicketText> AS_SAID =
            Comparator.comparingLong(TicketText::occurredAt).thenComparing(TicketText::feedback);

    boolean isEditOf(TicketText other) {
        return feedback.equals(other.feedback) && revision > other.revision;
    }
}
