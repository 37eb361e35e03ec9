package io.satisflow.satisfaction.outcome;

import io.satisflow.feedback.Feedback;
import io.satisflow.ticket.StoryRules;
import io.satisflow.ticket.TicketEnd;
import io.satisflow.ticket.TicketEvent;
import io.satisflow.ticket.TicketEventType;
import io.satisflow.ticket.TicketFacts;
import io.satisflow.ticket.TicketStatus;
import io.satisflow.ticket.TicketStory;
import io.satisflow.ticket.Transition;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A ticket's turns in the order in which they happened, told as clocks are told of them, whatever order they became known in.
 */
public final class TicketCourse {
    /** Names a rating of the ticket that came as feedback: it is no event of the ticket's own story. */
    public static final String VOICE = "voice";

    private final List<Transition> turns = new ArrayList<>();
    private final List<Instant> ratings = new ArrayList<>();
    private final Function<String, TicketEnd> ends;
    private TicketStory story = TicketStory.UNTOLD;
    private TicketFacts facts = TicketFacts.NONE;

    private TicketCourse(Function<String, TicketEnd> ends) {
        this.ends = ends;
    }

    /**
     * @param events in any order, none twice
     * @param ends how the tickets of a channel come to their end
     * @param now up to when silence has lasted
     */
    public static TicketCourse of(List<TicketEvent> events, Function<String, TicketEnd> ends, Instant now) {
        TicketCourse course = new TicketCourse(ends);
        boolean creationTold = events.stream().anyMatch(event -> event.type() == TicketEventType.CREATED);
        events.stream().sorted(TicketEvent.AS_IT_HAPPENED).forEach(event -> course.add(event, creationTold));
        course.fallSilent(now);
        return course;
    }

    /**
     * What feedback tells of the ticket that it names: whose it is, and whether the customer rated it; empty when it names none.
     *
     * @param knownAt of the feedback
     */
    public static Optional<TicketEvent> word(Feedback feedback, Instant knownAt) {
        Instant said = feedback.occurredAt();
        return Optional.ofNullable(feedback.attributes().get(CustomerCase.TICKET))
                .map(ticket -> new TicketEvent(
                        ticket,
                        "/feedback/" + feedback.channel() + "/" + feedback.id(),
                        feedback.ratings().isEmpty() ? TicketEventType.INTERNAL_NOTE : TicketEventType.SATISFACTION,
                        said,
                        knownAt.isBefore(said) ? said : knownAt,
                        Map.of(VOICE, "true"),
                        feedback.customerIdentity()));
    }

    private void add(TicketEvent event, boolean creationTold) {
        if (event.type() == TicketEventType.SATISFACTION) {
            ratings.add(event.occurredAt());
        }
        if (event.detail(VOICE).isPresent()) {
            return;
        }
        fallSilent(event.occurredAt());
        Transition turn = !story.created() && !creationTold
                ? Transition.adopting(event)
                : Transition.of(event, story, facts, new StoryRules(end().closedIsFinal(), false));
        turns.add(turn);
        story = turn.after();
        facts = turn.known();
    }

    /** Where the source never says that a ticket is solved, silence does. */
    private void fallSilent(Instant until) {
        Optional<Instant> silent = silentAt().filter(at -> !at.isAfter(until));
        if (silent.isEmpty()) {
            return;
        }
        TicketEvent solved = new TicketEvent(
                "",
                "solved-by-silence-" + turns.size(),
                TicketEventType.STATUS,
                silent.get(),
                silent.get(),
                Map.of("status", TicketStatus.SOLVED.wireName()));
        Transition turn = Transition.of(solved, story, facts, StoryRules.USUAL);
        turns.add(turn);
        story = turn.after();
        facts = turn.known();
    }

    /** When silence will solve the ticket; empty when it will not. */
    public Optional<Instant> silentAt() {
        boolean goesOn = story.created() && !story.isSolved() && !story.merged() && !story.isFirstReplyOwed();
        Duration silence = end().solvedAfter();
        Instant since = story.quietSince();
        return goesOn && silence != null && since != null ? Optional.of(since.plus(silence)) : Optional.empty();
    }

    private TicketEnd end() {
        return ends.apply(facts.channel());
    }

    List<Transition> turns() {
        return turns;
    }

    /** When the customer rated it. */
    List<Instant> ratings() {
        return ratings;
    }

    /** Its story goes on in another ticket, or has not begun. */
    boolean isNone() {
        return story.merged() || !story.created();
    }

    /** Whether all of it is known. */
    boolean isWhole() {
        return !story.adopted();
    }

    @Nullable
    Instant openedAt() {
        return story.openedAt();
    }

    boolean isCustomers() {
        return story.openedByCustomer() || story.customerWrote();
    }

    boolean isOpenedByCustomer() {
        return story.openedByCustomer();
    }

    public TicketFacts facts() {
        return facts;
    }

    /** The first solution. */
    Optional<Transition> solution() {
        return turns.stream().filter(Transition::solves).findFirst();
    }

    /** Whether it stood solved at a moment. */
    boolean isSolvedAt(Instant moment) {
        return turns.stream()
                .filter(turn -> !turn.event().occurredAt().isAfter(moment))
                .reduce((earlier, later) -> later)
                .map(turn -> turn.after().isSolved())
                .orElse(false);
    }
}
