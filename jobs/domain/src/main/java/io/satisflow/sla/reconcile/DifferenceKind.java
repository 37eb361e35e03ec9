package io.satisflow.sla.reconcile;

import java.util.Locale;

/** How our verdict and the help desk's stand to each other, and what explains it. */
public enum DifferenceKind {
    AGREED("both say the same"),
    DUE_DIFFERS("the same outcome by another deadline: compare working hours, holidays and what pauses the clock"),
    ROUNDING(
            "less than two minutes apart: help desks look at their deadlines by the minute, we count to the millisecond"),
    TARGET_DIFFERS("the targets differ: change the policy so that it promises what the help desk's does"),
    ROBOT("a robot answered in time: to us only a person's answer counts (answered_by says otherwise)"),
    REOPENED("it was reopened: time while it was solved does not count to us, and what was broken stays broken"),
    CHANGED("priority, team or tags changed on the way: the new target counts from the start, used time is kept"),
    OPENED_BY_AGENT("an agent opened it: to us a first reply is owed from the customer's first message on"),
    MERGED("it was merged: to us its clocks ended there, neither met nor missed"),
    PAUSED("it waited for the customer: compare in which statuses the clock pauses"),
    STILL_RUNNING("one is decided, the other not yet: the events end before it was, or the report is older"),
    CANCELLED("to us nothing was owed any more: no policy matched it later, or it was solved without a reply"),
    OUTCOME_DIFFERS("no rule of ours explains it: look at it with sla replay --explain TICKET"),
    NO_CLOCK("we promise nothing here: no policy matches, or it has no target for this clock"),
    NOT_REPORTED("the help desk reports nothing here: it promises nothing, or the report leaves it out"),
    UNKNOWN_TICKET("the events know no such ticket: export more of them");

    private final String rule;

    DifferenceKind(String rule) {
        this.rule = rule;
    }

    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** For people: what explains it. */
    public String rule() {
        return rule;
    }
}
