package io.satisflow.sla;

import io.satisflow.sla.clock.Clock;
import io.satisflow.sla.clock.SlaEvent;
import io.satisflow.sla.clock.SlaEventType;
import io.satisflow.sla.policy.RuleBook;
import io.satisflow.sla.policy.SlaRules;
import io.satisflow.ticket.TicketEvent;
import io.satisflow.ticket.TicketStory;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** All that a ticket's clocks say up to an instant, given its events: a pure function of the log, in whatever order it came. */
public final class Unfolding {
    private final List<SlaEvent> events;
    private final TicketStory story;
    private final Optional<Instant> nextDue;

    private Unfolding(TicketFold fold) {
        this.events = List.copyOf(fold.words());
        this.story = fold.story();
        this.nextDue = fold.nextDue();
    }

    /**
     * @param until the last instant to tell of; {@link Instant#MAX} tells the future too, as it will be if nothing more
     *     happens. A longer telling begins with a shorter one, and later events never change what came before them.
     */
    public static Unfolding of(List<TicketEvent> log, RuleBook book, Instant until) {
        return new Unfolding(TicketFold.of(log, book, until));
    }

    /** Of what is still known event by event; what is remembered of before says nothing again. */
    public static Unfolding of(TicketState state, RuleBook book, Instant until) {
        return new Unfolding(TicketFold.of(state.memory(), state.log(), book, until));
    }

    /** By rules that hold for ever. */
    public static Unfolding of(List<TicketEvent> log, SlaRules rules, Instant until) {
        return of(log, RuleBook.of(rules), until);
    }

    /** In the order of time. */
    public List<SlaEvent> events() {
        return events;
    }

    /** At the end of the telling, the earliest due of the clocks that run, be it past; empty when none does. */
    public Optional<Instant> nextDue() {
        return nextDue;
    }

    public TicketStanding standing() {
        boolean missed = events.stream().anyMatch(event -> event.type() == SlaEventType.BREACH);
        return TicketStanding.of(ended().isPresent(), missed);
    }

    /**
     * Of all that was fulfilled of a clock, what left the least of its target, or went furthest beyond it: a ticket's
     * quick last exchange does not make up for a slow one before (rule 4). Empty when nothing was fulfilled.
     */
    public Optional<SlaEvent> worst(Clock clock) {
        return events.stream()
                .filter(event -> event.clock() == clock && event.type() == SlaEventType.FULFIL)
                .max(Comparator.comparing(event -> event.consumed().minus(event.target())));
    }

    /** When it was solved or merged, if it still is. */
    Optional<Instant> ended() {
        return Optional.ofNullable(story.endedAt());
    }
}
