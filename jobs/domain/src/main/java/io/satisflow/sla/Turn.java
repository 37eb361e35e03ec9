package io.satisflow.sla;

import java.util.Optional;

/**
 * A turn in a ticket's story: what happened, and how the ticket stood before and after. Clocks start and end with the
 * turns that are named here.
 *
 * @param knownBefore the ticket's facts before the event
 * @param known the facts with it
 */
record Turn(TicketEvent event, TicketStory before, TicketStory after, TicketFacts knownBefore, TicketFacts known) {
    static Turn of(TicketEvent event, TicketStory before, TicketFacts knownBefore) {
        return new Turn(event, before, before.after(event), knownBefore, knownBefore.after(event));
    }

    boolean creates() {
        return is(TicketEventType.CREATED) && !before.created();
    }

    /** The customer's first word: the creation, or the first message on a ticket that an agent opened in silence. */
    boolean isFirstWord() {
        if (creates()) {
            return after.openedByCustomer();
        }
        return isHeardMessage() && !before.openedByCustomer() && !before.customerWrote() && !before.replied();
    }

    /** A customer's message after the first reply. */
    boolean isFurtherWord() {
        return isHeardMessage() && before.replied();
    }

    /** Public, and from a person. */
    boolean isReply() {
        return is(TicketEventType.AGENT_REPLY);
    }

    boolean isReplyBeforeSolved() {
        return isReply() && !after.isSolved();
    }

    boolean solves() {
        return !before.isSolved() && after.isSolved();
    }

    boolean closes() {
        return before.status() != TicketStatus.CLOSED && after.status() == TicketStatus.CLOSED;
    }

    boolean reopens() {
        return before.isSolved() && !after.isSolved();
    }

    boolean assignsPerson() {
        return (is(TicketEventType.ASSIGNED) || creates()) && isNamed("to");
    }

    /** A group has come to own it: by assignment, or again because it was reopened. */
    boolean givesToGroup() {
        return !after.isSolved() && known.group().isPresent() && (creates() || reopens() || changesGroup());
    }

    boolean changesGroup() {
        return before.created() && !known.group().equals(knownBefore.group());
    }

    boolean answers() {
        return is(TicketEventType.ANSWERED);
    }

    boolean proposesPlan() {
        return is(TicketEventType.PLAN_PROPOSED);
    }

    boolean promises() {
        return is(TicketEventType.PROMISE) && !after.isSolved();
    }

    boolean followsUp() {
        return is(TicketEventType.FOLLOW_UP);
    }

    /** It was solved, or the customer who was asked about it says that it is not. */
    boolean owesFollowUp() {
        return solves() || (followsUp() && after.isSolved() && callsForSenior().isPresent());
    }

    boolean entersStage(String stage) {
        return event.detail("stage").filter(stage::equalsIgnoreCase).isPresent()
                && (is(TicketEventType.STAGE) || creates());
    }

    boolean leavesStage(String stage) {
        return is(TicketEventType.STAGE) && !entersStage(stage);
    }

    /** Why a promise that was not yet kept is no longer owed. */
    Optional<String> replacesPromise() {
        return promises() ? Optional.of("a new promise takes its place") : Optional.empty();
    }

    Optional<String> makesFollowUpNeedless() {
        return reopens() ? Optional.of("reopened") : Optional.empty();
    }

    /** Who has told us once that we failed is called next by somebody with more say. */
    Optional<String> callsForSenior() {
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
