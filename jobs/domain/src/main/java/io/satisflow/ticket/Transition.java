package io.satisflow.ticket;

import java.util.Optional;

/**
 * A turn in a ticket's story: what happened, and how the ticket stood before and after. Clocks start and end with the
 * turns that are named here.
 *
 * @param knownBefore the ticket's facts before the event
 * @param known the facts with it
 */
public record Transition(
        TicketEvent event, TicketStory before, TicketStory after, TicketFacts knownBefore, TicketFacts known) {
    public static Transition of(TicketEvent event, TicketStory before, TicketFacts knownBefore) {
        return new Transition(event, before, before.after(event), knownBefore, knownBefore.after(event));
    }

    public boolean creates() {
        return is(TicketEventType.CREATED) && !before.created();
    }

    /** The customer's first word: the creation, or the first message on a ticket that an agent opened in silence. */
    public boolean isFirstWord() {
        if (creates()) {
            return after.openedByCustomer();
        }
        return isHeardMessage() && !before.openedByCustomer() && !before.customerWrote() && !before.replied();
    }

    /** A customer's message after the first reply. */
    public boolean isFurtherWord() {
        return isHeardMessage() && before.replied();
    }

    /** Public, and from a person. */
    public boolean isReply() {
        return is(TicketEventType.AGENT_REPLY);
    }

    public boolean isReplyBeforeSolved() {
        return isReply() && !after.isSolved();
    }

    public boolean solves() {
        return !before.isSolved() && after.isSolved();
    }

    public boolean closes() {
        return before.status() != TicketStatus.CLOSED && after.status() == TicketStatus.CLOSED;
    }

    public boolean reopens() {
        return before.isSolved() && !after.isSolved();
    }

    public boolean assignsPerson() {
        return (is(TicketEventType.ASSIGNED) || creates()) && isNamed("to");
    }

    /** A group has come to own it: by assignment, or again because it was reopened. */
    public boolean givesToGroup() {
        return !after.isSolved() && known.group().isPresent() && (creates() || reopens() || changesGroup());
    }

    public boolean changesGroup() {
        return before.created() && !known.group().equals(knownBefore.group());
    }

    public boolean answers() {
        return is(TicketEventType.ANSWERED);
    }

    public boolean proposesPlan() {
        return is(TicketEventType.PLAN_PROPOSED);
    }

    public boolean promises() {
        return is(TicketEventType.PROMISE) && !after.isSolved();
    }

    public boolean followsUp() {
        return is(TicketEventType.FOLLOW_UP);
    }

    /** It was solved, or the customer who was asked about it says that it is not. */
    public boolean owesFollowUp() {
        return solves() || (followsUp() && after.isSolved() && callsForSenior().isPresent());
    }

    public boolean entersStage(String stage) {
        return event.detail("stage").filter(stage::equalsIgnoreCase).isPresent()
                && (is(TicketEventType.STAGE) || creates());
    }

    public boolean leavesStage(String stage) {
        return is(TicketEventType.STAGE) && !entersStage(stage);
    }

    /** Why a promise that was not yet kept is no longer owed. */
    public Optional<String> replacesPromise() {
        return promises() ? Optional.of("a new promise takes its place") : Optional.empty();
    }

    public Optional<String> makesFollowUpNeedless() {
        return reopens() ? Optional.of("reopened") : Optional.empty();
    }

    /** Who has told us once that we failed is called next by somebody with more say. */
    public Optional<String> callsForSenior() {
        return lastOutcome()
                .filter(FollowUpOutcome::callsForSenior)
                .map(outcome -> "for a senior owner: the last follow-up said " + outcome.wireName());
    }

    private Optional<FollowUpOutcome> lastOutcome() {
        return known.values("outcome").stream().findFirst().flatMap(FollowUpOutcome::named);
    }

    private boolean isHeardMessage() {
        return is(TicketEventType.CUSTOMER_MESSAGE) && before.created() && before.status() != TicketStatus.CLOSED;
    }

    private boolean isNamed(String detail) {
        return event.detail(detail).filter(value -> !value.isBlank()).isPresent();
    }

    private boolean is(TicketEventType type) {
        return event.type() == type;
    }
}
