package io.satisflow.ticket;

import java.util.Optional;

/**
 * A turn in a ticket's story: what happened, and how the ticket stood before and after. Clocks start and end with the
 * turns that are named here.
 *
 * @param type of the event, once it is asked who wrote it
 * @param knownBefore the ticket's facts before the event
 * @param known the facts with it
 */
public record Transition(
        TicketEvent event,
        TicketEventType type,
        TicketStory before,
        TicketStory after,
        TicketFacts knownBefore,
        TicketFacts known) {
    public static Transition of(TicketEvent event, TicketStory before, TicketFacts knownBefore, StoryRules rules) {
        TicketEventType type = event.meaning();
        return new Transition(
                event, type, before, before.after(event, type, rules), knownBefore, knownBefore.after(event));
    }

    /** The first that is heard of a ticket whose creation was never told. */
    public static Transition adopting(TicketEvent event) {
        return new Transition(
                event,
                event.meaning(),
                TicketStory.UNTOLD,
                TicketStory.adoptedBy(event),
                TicketFacts.NONE,
                TicketFacts.NONE.after(event));
    }

    /** From here on there is a ticket: it was created, or is first seen in mid-life. */
    public boolean creates() {
        return !before.created() && after.created();
    }

    public boolean adopts() {
        return creates() && after.adopted();
    }

    /** Whether what is adopted tells when it was created. */
    public boolean tellsCreation() {
        return event.toldCreation().isPresent();
    }

    /** The customer's first word: the creation, a message just before it, or the first on a ticket that an agent opened. */
    public boolean isFirstWord() {
        if (creates()) {
            return after.isFirstReplyOwed();
        }
        return isHeardMessage()
                && !after.isSolved()
                && after.firstReply() == FirstReply.OUTSTANDING
                && !before.openedByCustomer()
                && !before.customerWrote();
    }

    /** A customer's message after the first reply, or on a ticket that was solved without one. */
    public boolean isFurtherWord() {
        return isHeardMessage() && !after.isSolved() && after.firstReply() != FirstReply.OUTSTANDING;
    }

    /** It takes up again what was solved or closed. */
    public boolean isReopenedByCustomer() {
        return reopens() && is(TicketEventType.CUSTOMER_MESSAGE);
    }

    /** Public, and from a person. */
    public boolean isReply() {
        return is(TicketEventType.AGENT_REPLY);
    }

    public boolean isBotReply() {
        return is(TicketEventType.BOT_REPLY);
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
        return known.person().isPresent()
                && (creates() || is(TicketEventType.ASSIGNED) || !known.person().equals(knownBefore.person()));
    }

    /** Nobody has it, from the beginning or again. */
    public boolean lacksPerson() {
        boolean isTakenAway = before.created()
                && knownBefore.person().isPresent()
                && known.person().isEmpty();
        return creates() || (isTakenAway && !after.isSolved());
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
        return is(TicketEventType.CUSTOMER_MESSAGE) && after.customerWrote();
    }

    private boolean is(TicketEventType asked) {
        return type == asked;
    }
}
