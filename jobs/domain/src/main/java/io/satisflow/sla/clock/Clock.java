package io.satisflow.sla.clock;

import static io.satisflow.sla.clock.ClockCourse.from;
import static io.satisflow.ticket.TicketStatus.ON_HOLD;
import static io.satisflow.ticket.TicketStatus.PENDING;

import io.satisflow.ticket.FirstReply;
import io.satisflow.ticket.Transition;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** What a team can promise a time for. A policy gives a clock its target, and may add statuses in which it pauses. */
public enum Clock {
    /** From the customer's first word to the first public reply of a human agent; never starts again. */
    FIRST_REPLY(from(Transition::isFirstWord)
            .until(Transition::isReply)
            .unfairWhenAdopted(turn -> turn.after().firstReply() == FirstReply.UNKNOWN)),
    /** From the oldest customer message that is still unanswered, once there has been a first reply, to its answer. */
    NEXT_REPLY(from(Transition::isFurtherWord).until(Transition::isReply)),
    /** From each public reply to the next one, or until it is solved. */
    PERIODIC_UPDATE(from(Transition::isReplyBeforeSolved).until(Transition::isReply, Transition::solves)),
    /** The same, except that time in which the customer has to act does not count. */
    PAUSABLE_UPDATE(from(Transition::isReplyBeforeSolved)
            .until(Transition::isReply, Transition::solves)
            .standingStillIn(PENDING)),
    /** The time that the customer waits for a solution: all but pending. */
    REQUESTER_WAIT(from(Transition::creates)
            .until(Transition::solves)
            .goingOnWhenReopened()
            .standingStillIn(PENDING)
            .unfairWhenAdopted(turn -> turn.after().isSolved())),
    /** The time that a solution is in our hands: neither pending nor on hold. */
    AGENT_WORK(from(Transition::creates)
            .until(Transition::solves)
            .goingOnWhenReopened()
            .standingStillIn(PENDING, ON_HOLD)
            .unfairWhenAdopted(turn -> turn.after().isSolved())),
    /** From the creation until the ticket is solved; goes on when it is reopened. */
    TOTAL_RESOLUTION(from(Transition::creates)
            .until(Transition::solves)
            .goingOnWhenReopened()
            .unfairWhenAdopted(turn -> turn.after().isSolved() && !turn.tellsCreation())),
    /** From when a group gets a ticket until another one does, or it is solved. */
    GROUP_OWNERSHIP(from(Transition::givesToGroup).until(Transition::changesGroup, Transition::solves)),
    /** From the creation until a person has it; again when it is taken away from them. */
    ASSIGNMENT(from(Transition::lacksPerson)
            .until(Transition::assignsPerson)
            .unfairWhenAdopted(turn -> turn.after().isSolved() || turn.assignsPerson())),
    /** From the creation until the substantive answer is recorded, or the ticket is solved. */
    ANSWER(from(Transition::creates)
            .until(Transition::answers, Transition::solves)
            .goingOnWhenReopened()
            .unfairWhenAdopted(turn -> !turn.after().openedByCustomer())),
    /** From the creation until a plan is proposed; which tickets are owed one is for the policies to say. */
    RESOLUTION_PLAN(from(Transition::creates)
            .until(Transition::proposesPlan)
            .unfairWhenAdopted(turn -> !turn.after().openedByCustomer())),
    /** From a promise to the date that was promised; a new promise takes the place of the old one. */
    PROMISE(from(Transition::promises)
            .until(Transition::answers, Transition::solves)
            .voidedBy(Transition::replacesPromise)),
    /** From the solution until the customer was asked about it; who is unhappy is asked again. */
    FOLLOW_UP(from(Transition::owesFollowUp)
            .until(Transition::followsUp)
            .voidedBy(Transition::makesFollowUpNeedless)
            .runningWhenSolved()
            .telling(Transition::callsForSenior)),
    STAGE_RECEIVE(stage("receive")),
    STAGE_ANALYSE(stage("analyse")),
    STAGE_RESOLVE(stage("resolve")),
    STAGE_REPLY(stage("reply")),
    /** Looks back at what was done, so it is over only when it is left or the ticket is closed. */
    STAGE_REVIEW(from(turn -> turn.entersStage("review"))
            .until(turn -> turn.leavesStage("review"), Transition::closes)
            .runningWhenSolved());

    private static final Set<Clock> REPLIES = EnumSet.of(FIRST_REPLY, NEXT_REPLY);
    private static final Set<Clock> ENDED_BY_REPLIES =
            EnumSet.of(FIRST_REPLY, NEXT_REPLY, PERIODIC_UPDATE, PAUSABLE_UPDATE);

    private final ClockCourse course;

    Clock(ClockCourse course) {
        this.course = course;
    }

    /** A stage of the closed loop, from entering it until another one is entered; solving ends it too. */
    private static ClockCourse stage(String name) {
        return from(turn -> turn.entersStage(name))
                .until(turn -> turn.leavesStage(name), Transition::solves, Transition::closes)
                .runningWhenSolved();
    }

    public ClockCourse course() {
        return course;
    }

    /** Whether it waits for an answer to the customer: solving overtakes it. */
    public boolean isReply() {
        return REPLIES.contains(this);
    }

    /** Whether it is the time from one reply to the next. */
    public boolean isUpdate() {
        return this == PERIODIC_UPDATE || this == PAUSABLE_UPDATE;
    }

    /** Whether policies may say who answers. */
    public boolean isEndedByReplies() {
        return ENDED_BY_REPLIES.contains(this);
    }

    public boolean isFulfilledBy(Transition turn) {
        return course.fulfilment().stream().anyMatch(fulfilment -> fulfilment.test(turn));
    }

    /** Whether a reopened ticket resumes an instance that this turn has fulfilled. */
    public boolean isResumableAfter(Transition turn) {
        return course.goesOnWhenReopened() && turn.solves();
    }

    public static Optional<Clock> named(String wireName) {
        return Arrays.stream(values())
                .filter(clock -> clock.wireName().equals(wireName))
                .findFirst();
    }

    /** The name in policies and on topics, such as {@code first_reply} or {@code stage.analyse}. */
    public String wireName() {
        String name = name().toLowerCase(Locale.ROOT);
        return name.startsWith("stage_") ? name.replace("stage_", "stage.") : name;
    }
}
