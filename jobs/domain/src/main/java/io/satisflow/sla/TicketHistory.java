package io.satisflow.sla;

import io.satisflow.sla.clock.SlaEvent;
import io.satisflow.sla.policy.RuleBook;
import io.satisflow.sla.policy.SlaRules;
import io.satisflow.ticket.TicketEvent;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.stream.Stream;

/**
 * A ticket on its way through time, one boundary after the other: an event becomes known, a moment of a clock comes,
 * the ticket is forgotten. What comes in the order in which it happened just goes on; when something arrives late, the
 * ticket is told again from its beginning, what has been said is compared with what now holds, and the difference is
 * said. So one long way gives the same words as many short ones.
 */
public final class TicketHistory {
    private static final String FORGOTTEN = "nothing more was heard after its end";

    private final RuleBook book;
    private final PriorityQueue<TicketEvent> pending = new PriorityQueue<>(TicketEvent.IN_ORDER_KNOWN);
    private final KnownEvents known;
    private final List<SlaEvent> said = new ArrayList<>();
    private final List<Milestone> milestones = new ArrayList<>();
    private final List<RefusedTicketEvent> refused = new ArrayList<>();
    private Instant reached;
    /** The ticket by the events known so far; its words up to {@link #reached} have been said. */
    private TicketFold fold;

    private int wordsSaid;

    private TicketHistory(TicketState state, RuleBook book) {
        this.book = book;
        this.reached = state.advancedTo();
        this.known = new KnownEvents(state.memory());
        state.log().forEach(event -> {
            if (event.knownAt().isAfter(reached)) {
                pending.add(event);
            } else {
                known.add(event);
            }
        });
        this.fold = known.fold(book, reached);
        this.wordsSaid = fold.words().size();
    }

    /**
     * Moves a ticket forward to {@code now}; going back in time does nothing. A version of the rules that takes effect
     * after what the ticket was advanced to changes the same whether the ticket was advanced with it before or not; the
     * ticket's next moment may come sooner, though.
     */
    public static TicketAdvance advance(TicketState state, RuleBook book, Instant now) {
        TicketHistory history = new TicketHistory(state, book);
        history.moveTo(now);
        return history.result();
    }

    /** By rules that hold for ever. */
    public static TicketAdvance advance(TicketState state, SlaRules rules, Instant now) {
        return advance(state, RuleBook.of(rules), now);
    }

    private void moveTo(Instant now) {
        Optional<Instant> next = next();
        while (next.isPresent() && !next.get().isAfter(now)) {
            Instant at = next.get();
            if (nextKnown().equals(next)) {
                sayUntil(at.minusNanos(1));
                learn(at);
            } else if (forgottenAt().equals(next)) {
                sayUntil(at.minusNanos(1));
                forget(at);
            } else {
                sayUntil(at);
            }
            reached = later(at, reached);
            next = next();
        }
        if (now.isAfter(reached)) {
            sayUntil(now);
            reached = now;
        }
    }

    private Optional<Instant> next() {
        return Stream.of(nextKnown(), forgottenAt(), fold.nextMoment())
                .flatMap(Optional::stream)
                .min(Comparator.naturalOrder());
    }

    private Optional<Instant> nextKnown() {
        return Optional.ofNullable(pending.peek()).map(TicketEvent::knownAt);
    }

    /**
     * Some time after the end, after the last that was heard, and after the last word of a clock that still runs, such
     * as a follow-up's. What is then remembered of it is kept for longer.
     */
    private Optional<Instant> forgottenAt() {
        if (known.isDormant()) {
            Instant last = known.memory().lastSign();
            return Optional.of(last.plus(book.rulesAt(known.memory().until()).rememberFor()));
        }
        return fold.story().endedAt() == null ? Optional.empty() : lastSign().map(this::silentLongEnoughAfter);
    }

    private Optional<Instant> lastSign() {
        return Stream.of(
                        known.lastHeard().stream(),
                        Stream.ofNullable(fold.story().endedAt()),
                        fold.lastAlarm().stream())
                .flatMap(instants -> instants)
                .max(Comparator.naturalOrder());
    }

    /** The first instant at which, by the rules of that time, silence has lasted for long enough. */
    private Instant silentLongEnoughAfter(Instant last) {
        Instant since = last;
        Instant forgotten = last.plus(book.rulesAt(last).forgetAfter(fold.channel()));
        Optional<Instant> change = book.nextChangeAfter(since);
        while (change.isPresent() && change.get().isBefore(forgotten)) {
            since = change.get();
            forgotten = later(since, last.plus(book.rulesAt(since).forgetAfter(fold.channel())));
            change = book.nextChangeAfter(since);
        }
        return forgotten;
    }

    private void sayUntil(Instant last) {
        fold.passTimeUntil(last);
        List<SlaEvent> words = fold.words();
        say(words.subList(wordsSaid, words.size()));
        wordsSaid = words.size();
    }

    private void learn(Instant at) {
        List<TicketEvent> news = new ArrayList<>();
        while (nextKnown().filter(at::equals).isPresent()) {
            accept(pending.remove(), news);
        }
        news.sort(TicketEvent.AS_IT_HAPPENED);
        fold.expect(news);
        if (news.isEmpty() || fold.canGoOnWith(news)) {
            news.forEach(fold::tell);
            fold.passTimeUntil(at);
            List<SlaEvent> words = fold.words();
            say(words.subList(wordsSaid, words.size()).stream()
                    .map(event -> event.withAsOf(at))
                    .toList());
        } else {
            tellAgain(at, news);
        }
        wordsSaid = fold.words().size();
        shorten(at);
    }

    /** A log that has grown too long does without what changes nothing, then without its older half. */
    private void shorten(Instant at) {
        known.dropFoldable(fold);
        if (known.dropOlderHalf(book, book.rulesAt(at).logCap())) {
            fold = known.fold(book, at);
            wordsSaid = fold.words().size();
        }
    }

    private void tellAgain(Instant at, List<TicketEvent> news) {
        TicketFold before = fold;
        fold = known.fold(book, at);
        SlaEventDifference difference = SlaEventDifference.between(before.words(), fold.words());
        say(Stream.concat(
                        difference.gone().stream().map(event -> event.retraction(at, disproof(event, news))),
                        difference.added().stream().map(event -> event.withAsOf(at)))
                .toList());
    }

    private void say(List<SlaEvent> news) {
        said.addAll(news);
        milestones.addAll(Milestones.in(news, fold));
    }

    private void accept(TicketEvent event, List<TicketEvent> news) {
        Optional<TicketEventRefusal> refusal = refusal(event);
        if (refusal.isPresent()) {
            refused.add(new RefusedTicketEvent(event, refusal.get()));
        } else {
            known.add(event);
            news.add(event);
        }
    }

    private Optional<TicketEventRefusal> refusal(TicketEvent event) {
        if (known.holds(event)) {
            return Optional.of(TicketEventRefusal.DUPLICATE);
        }
        if (known.isBeforeMemory(event) || (known.isUnheardOf() && isOlderThanRemembered(event))) {
            return Optional.of(TicketEventRefusal.TOO_LATE);
        }
        return EventFlaw.of(event).isPresent() ? Optional.of(TicketEventRefusal.MALFORMED) : Optional.empty();
    }

    /** A snapshot tells how a ticket stands now, however old it is. */
    private boolean isOlderThanRemembered(TicketEvent event) {
        Duration remembered = book.rulesAt(event.knownAt()).rememberFor();
        return !event.isSnapshot()
                && event.occurredAt().isBefore(event.knownAt().minus(remembered));
    }

    private static String disproof(SlaEvent disproved, List<TicketEvent> news) {
        return news.stream()
                .filter(event -> !event.occurredAt().isAfter(disproved.at()))
                .min(Comparator.comparing(TicketEvent::occurredAt))
                .map(event -> "%s of %s arrived late".formatted(event.type().wireName(), event.occurredAt()))
                .orElseGet(() -> "%s of %s shows it otherwise"
                        .formatted(news.get(0).type().wireName(), news.get(0).occurredAt()));
    }

    /** First its events, then what is remembered of it. */
    private void forget(Instant at) {
        if (known.isDormant()) {
            known.forgetAll();
        } else {
            fold.suspendAll(at, FORGOTTEN);
            sayUntil(at);
            known.forgetEvents(fold, at, lastSign().orElse(at), book.rulesAt(at).rememberFor());
        }
        fold = known.fold(book, at);
        wordsSaid = fold.words().size();
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }

    private TicketAdvance result() {
        List<TicketEvent> log = Stream.concat(known.events().stream(), pending.stream())
                .sorted(TicketEvent.IN_ORDER_KNOWN)
                .toList();
        Stream<Instant> boundaries = Stream.of(nextKnown(), forgottenAt()).flatMap(Optional::stream);
        Optional<Instant> next =
                Stream.concat(boundaries, fold.goOnToNextWord().stream()).min(Comparator.naturalOrder());
        return new TicketAdvance(said, milestones, refused, new TicketState(log, reached, known.memoryOrNull()), next);
    }
}
