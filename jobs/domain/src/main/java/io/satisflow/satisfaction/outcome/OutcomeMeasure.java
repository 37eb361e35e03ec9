package io.satisflow.satisfaction.outcome;

import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * What is asked of tickets, or of customers over all their tickets. Each is a share: what it holds for, of all that it could
 * hold for.
 */
public enum OutcomeMeasure {
    /** Of solved tickets: fewer than two replies of agents. Anchored at the first solution, as all of first contact resolution. */
    ONE_TOUCH(Anchor.SOLUTION, 7, true),
    /** Of solved tickets: the customer had to write nothing after the first reply. */
    NO_CUSTOMER_REPLY(Anchor.SOLUTION, 7, true),
    /** Of solved tickets: not reopened. */
    NO_REOPEN_WITHIN(Anchor.SOLUTION, 7, true),
    /** Of solved tickets of known customers: they came with no further ticket. */
    NO_RECONTACT_WITHIN(Anchor.SOLUTION, 7, true),
    /** Of solved calls: the customer neither called again, nor was the ticket reopened, nor came another ticket. */
    FIRST_CALL(Anchor.SOLUTION, 7, true),
    /** Of solved tickets of known customers: they came with another one. */
    RECONTACT(Anchor.SOLUTION, 7, false),
    /** Of solved tickets: reopened. */
    REOPEN(Anchor.SOLUTION, 7, false),
    /** Of new tickets: solved in time, and still solved when it was up. */
    RESOLUTION(Anchor.CREATION, 7, true),
    /** Of tickets with a customer's word: answered by a person in time. */
    ANSWER(Anchor.CREATION, 7, true),
    /** Of promised dates that have come: answered or solved by then. */
    PROMISE_KEPT(Anchor.EVENT, 0, true),
    /** Of solved tickets that stayed so: somebody reached the customer to ask about it. */
    FOLLOW_UP(Anchor.SOLUTION, 3, true),
    /** Of customers who were reached: satisfied. */
    FOLLOW_UP_SATISFIED(Anchor.EVENT, 0, true),
    /** Of surveys sent: answered in time. */
    RESPONSE(Anchor.EVENT, 14, true),
    /** Of solved tickets: the customer rated them. */
    COLLECTION(Anchor.SOLUTION, 14, true),
    /** Of complaints: the same customer had complained of the same before. */
    REPEAT_COMPLAINT(Anchor.CREATION, 30, false),
    /** Of solved complaints: the same customer did not complain of the same again. */
    NON_REPEAT_RESOLUTION(Anchor.SOLUTION, 30, true),
    /** Of complaints outside of tickets: a ticket was made of them. */
    PROBLEM_CONVERSION(Anchor.CREATION, 7, true),
    /** Tickets of kind complaint, which are counted and no share of anything here. */
    COMPLAINT(Anchor.CREATION, 0, false);

    /** Which moment decides the window that something counts in. */
    public enum Anchor {
        CREATION,
        SOLUTION,
        /** The promised date, the follow-up, the sending. */
        EVENT
    }

    private final Anchor anchor;
    private final Duration usualWithin;
    private final boolean good;

    OutcomeMeasure(Anchor anchor, int days, boolean good) {
        this.anchor = anchor;
        this.usualWithin = Duration.ofDays(days);
        this.good = good;
    }

    public Anchor anchor() {
        return anchor;
    }

    /** How long after its anchor it is looked at where the settings say nothing; zero when it is decided at once. */
    public Duration usualWithin() {
        return usualWithin;
    }

    /** Whether it is good when it holds. */
    public boolean isGood() {
        return good;
    }

    /** Whether it takes all tickets of a customer to tell. */
    public boolean isOfCustomers() {
        return switch (this) {
            case NO_RECONTACT_WITHIN,
                    FIRST_CALL,
                    RECONTACT,
                    REPEAT_COMPLAINT,
                    NON_REPEAT_RESOLUTION,
                    PROBLEM_CONVERSION -> true;
            default -> false;
        };
    }

    /** Whether it asks for complaints of the same thing. */
    public boolean comparesComplaints() {
        return this == REPEAT_COMPLAINT || this == NON_REPEAT_RESOLUTION;
    }

    /** A variant of first contact resolution by its name in settings, such as {@code one_touch}. */
    public static Optional<OutcomeMeasure> variantOfFirstContact(String name) {
        return Arrays.stream(values())
                .filter(measure -> measure.ordinal() <= FIRST_CALL.ordinal())
                .filter(measure -> measure.name().toLowerCase(Locale.ROOT).equals(name))
                .findFirst();
    }
}
