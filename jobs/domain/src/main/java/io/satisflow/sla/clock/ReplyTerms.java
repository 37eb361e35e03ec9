package io.satisflow.sla.clock;

import java.io.Serializable;

/**
 * What a policy says of replies.
 *
 * @param botsAnswer whether a robot's answer keeps the promise, as a person's does
 * @param unanswered what becomes of the promise when the ticket is solved without a reply
 */
public record ReplyTerms(boolean botsAnswer, Unanswered unanswered) implements Serializable {
    /** Only persons answer, and whoever solves a ticket without a word has neither kept nor broken the promise. */
    public static final ReplyTerms USUAL = new ReplyTerms(false, Unanswered.CANCELLED);

    /** How a promise counts that solving has overtaken. */
    public enum Unanswered {
        CANCELLED,
        MET,
        MISSED
    }
}
