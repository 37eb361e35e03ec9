package io.satisflow.sla;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A ticket on its way through time, one boundary after the other: an event becomes known, a moment of a clock comes,
 * the ticket is forgotten. At each, what has been said is compared with what now holds, and the difference is said. So
 * one long way gives the same words as many short ones.
 */
public final class TicketHistory {
    private final RuleBook book;
    private final PriorityQueue<TicketEvent> pending = new PriorityQueue<>(TicketEvent.IN_ORDER_KNOWN);
    private final List<TicketEvent> known = new ArrayList<>();
    private final List<SlaEvent> said = new ArrayList<>();
    private final List<RefusedEvent> refused = new ArrayList<>();
    private Instant reached;
    /** Past and future of the ticket, by the events known so far; null until it is asked for. */
    private @Nullable Unfolding outlook;

    private TicketHistory(TicketState state, RuleBook book) {
        this.book = book;
        this.reached = state.advancedTo();
        state.log().forEach(event -> (event.knownAt().isAfter(reached) ? pending : known).add(event));
    }

    /**
     * Moves a ticket forward to {@code now}; going back in time does nothing. A version of the rules that takes effect
     * after what the ticket was advanced to changes the same whether the ticket was advanced with it before or not; the
     * ticket's next moment may come sooner, though.
     */
    public static Advance advance(TicketState state, RuleBook book, Instant now) {
        TicketHistory history = new TicketHistory(state, book);
        history.moveTo(now);
        return history.result();
    }

    /** By rules that hold for ever. */
    public static Advance advance(TicketState state, SlaRules rules, Instant now) {
        return advance(state, RuleBook.of(rules), now);
    }

    private void moveTo(Instant now) {
        learnInOrder(now);
        Optional<Instant> boundary = nextBoundary();
        while (boundary.isPresent() && !boundary.get().isAfter(now)) {
            Instant at = boundary.get();
            sayUntil(at.minusNanos(1));
            if (nextKnown().equals(boundary)) {
                learn(at);
            } else {
                forget();
            }
            reached = later(at, reached);
            boundary = nextBoundary();
        }
        if (now.isAfter(reached)) {
            sayUntil(now);
            reached = now;
        }
    }

    /**
     * Most events are known at the very instant at which they occur. They disprove nothing, and what they make the
     * clocks say is found by one look when the last of them has been learnt, rather than by one look each.
     */
    private void learnInOrder(Instant now) {
        Duration remembered = book.shortestForgetAfter();
        Instant forgottenFrom = heardLast().map(last -> last.plus(remembered)).orElse(Instant.MAX);
        List<TicketEvent> news = new ArrayList<>();
        TicketEvent next = pending.peek();
        while (next != null && isInOrder(next) && next.knownAt().isBefore(earlier(forgottenFrom, now.plusNanos(1)))) {
            int heard = news.size();
            accept(pending.remove(), news);
            forgottenFrom = news.size() > heard ? next.knownAt().plus(remembered) : forgottenFrom;
            next = pending.peek();
        }
    }

    /** Events of one instant are learnt together, so one that is late takes the others with it. */
    private boolean isInOrder(TicketEvent event) {
        Instant at = event.knownAt();
        return pending.stream()
                .filter(other -> other.knownAt().equals(at))
                .allMatch(other -> other.occurredAt().equals(at));
    }

    private Optional<Instant> heardLast() {
        return known.stream()
                .flatMap(event -> Stream.of(event.knownAt(), event.occurredAt()))
                .max(Comparator.naturalOrder());
    }

    private Optional<Instant> nextBoundary() {
        return Stream.concat(nextKnown().stream(), forgottenAt().stream()).min(Comparator.naturalOrder());
    }

    private Optional<Instant> nextKnown() {
        return Optional.ofNullable(pending.peek()).map(TicketEvent::knownAt);
    }

    /** Some time after the end and after the last that was heard; a ticket that was never created is not waited for. */
    private Optional<Instant> forgottenAt() {
        if (outlook().isCreated() && outlook().ended().isEmpty()) {
            return Optional.empty();
        }
        return Stream.concat(heardLast().stream(), outlook().ended().stream())
                .max(Comparator.naturalOrder())
                .map(this::forgottenAfter);
    }

    /** The first instant at which, by the rules of that time, the ticket has been silent for long enough. */
    private Instant forgottenAfter(Instant last) {
        Instant since = last;
        Instant forgotten = last.plus(book.rulesAt(last).forgetAfter(outlook().channel()));
        Optional<Instant> change = book.nextChangeAfter(since);
        while (change.isPresent() && change.get().isBefore(forgotten)) {
            since = change.get();
            forgotten = later(
                    since, last.plus(book.rulesAt(since).forgetAfter(outlook().channel())));
            change = book.nextChangeAfter(since);
        }
        return forgotten;
    }

    private void sayUntil(Instant last) {
        outlook().events().stream()
                .filter(event -> event.at().isAfter(reached) && !event.at().isAfter(last))
                .forEach(said::add);
    }

    private void learn(Instant at) {
        List<SlaEvent> before = outlook().events().stream()
                .filter(event -> event.at().isBefore(at))
                .toList();
        List<TicketEvent> news = new ArrayList<>();
        while (nextKnown().filter(at::equals).isPresent()) {
            accept(pending.remove(), news);
        }
        List<SlaEvent> after = outlook().events().stream()
                .filter(event -> !event.at().isAfter(at))
                .toList();
        without(before, after).forEach(event -> said.add(event.retraction(at, disproof(event, news))));
        without(after, before).forEach(event -> said.add(event.asOf(at)));
    }

    private void accept(TicketEvent event, List<TicketEvent> news) {
        Optional<Refusal> refusal = refusal(event);
        if (refusal.isPresent()) {
            refused.add(new RefusedEvent(event, refusal.get()));
        } else {
            known.add(event);
            outlook = null;
            news.add(event);
        }
    }

    private Optional<Refusal> refusal(TicketEvent event) {
        if (known.isEmpty() && isOlderThanRemembered(event)) {
            return Optional.of(Refusal.TOO_LATE);
        }
        if (known.stream().anyMatch(earlier -> earlier.id().equals(event.id()))) {
            return Optional.of(Refusal.DUPLICATE);
        }
        return known.size() < book.rulesAt(event.knownAt()).logCap() ? Optional.empty() : Optional.of(Refusal.LOG_FULL);
    }

    private boolean isOlderThanRemembered(TicketEvent event) {
        Duration remembered = book.rulesAt(event.knownAt())
                .forgetAfter(TicketFacts.NONE.after(event).channel());
        return event.occurredAt().isBefore(event.knownAt().minus(remembered));
    }

    private static List<SlaEvent> without(List<SlaEvent> events, List<SlaEvent> others) {
        List<SlaEvent> left = new ArrayList<>(events);
        others.forEach(left::remove);
        return left;
    }

    private static String disproof(SlaEvent disproved, List<TicketEvent> news) {
        return news.stream()
                .filter(event -> !event.occurredAt().isAfter(disproved.at()))
                .min(Comparator.comparing(TicketEvent::occurredAt))
                .map(event -> "%s of %s arrived late".formatted(event.type().wireName(), event.occurredAt()))
                .orElse("the log has changed");
    }

    /** Clocks that still stand somewhere end without a word: what they said last remains true. */
    private void forget() {
        if (!outlook().isCreated()) {
            known.forEach(event -> refused.add(new RefusedEvent(event, Refusal.UNKNOWN_TICKET)));
        }
        known.clear();
        outlook = null;
    }

    private Unfolding outlook() {
        Unfolding current = outlook == null ? Unfolding.of(known, book, Instant.MAX) : outlook;
        outlook = current;
        return current;
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }

    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }

    private Advance result() {
        List<TicketEvent> log = Stream.concat(known.stream(), pending.stream())
                .sorted(TicketEvent.IN_ORDER_KNOWN)
                .toList();
        Optional<Instant> nextWord = outlook().events().stream()
                .map(SlaEvent::at)
                .filter(reached::isBefore)
                .findFirst();
        Optional<Instant> next =
                Stream.concat(nextWord.stream(), nextBoundary().stream()).min(Comparator.naturalOrder());
        return new Advance(said, refused, new TicketState(log, reached), next);
    }
}
