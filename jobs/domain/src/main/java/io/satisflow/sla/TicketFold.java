package io.satisflow.sla;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Tells a ticket's story from its beginning and lets its clocks speak. Time moves through the events; what falls due on
 * the way, or at the very instant of an event, comes before that event.
 */
final class TicketFold {
    /** Of what happened at the same instant, a creation comes first, then messages before replies before changes. */
    static final Comparator<TicketEvent> AS_IT_HAPPENED = Comparator.comparing(TicketEvent::occurredAt)
            .thenComparing(TicketEvent::type)
            .thenComparing(TicketEvent::id);

    private final RuleBook book;
    private final Set<Clock> clocks;
    private final List<SlaEvent> words = new ArrayList<>();
    private final Map<Clock, ClockRun> runs = new EnumMap<>(Clock.class);
    private final Map<Clock, Integer> instances = new EnumMap<>(Clock.class);
    private TicketStory story = TicketStory.UNTOLD;
    private TicketFacts facts = TicketFacts.NONE;
    private SlaRules rules;
    private Instant ruledSince = Instant.MIN;
    private String ticket = "";
    /** The last moment or event. */
    private Instant toldUntil = Instant.MIN;

    private @Nullable TicketEvent lastTold;
    private @Nullable Instant lastRung;

    private TicketFold(RuleBook book) {
        this.book = book;
        this.clocks = book.clocks();
        this.rules = book.rulesAt(ruledSince);
    }

    /** A ticket that is told up to and with an instant. */
    static TicketFold of(List<TicketEvent> log, RuleBook book, Instant until) {
        TicketFold fold = new TicketFold(book);
        log.stream()
                .filter(event -> !event.occurredAt().isAfter(until))
                .sorted(AS_IT_HAPPENED)
                .forEach(fold::tell);
        fold.passTimeUntil(until);
        return fold;
    }

    List<SlaEvent> words() {
        return words;
    }

    TicketStory story() {
        return story;
    }

    String channel() {
        return facts.channel();
    }

    Optional<Instant> nextDue() {
        return open().flatMap(run -> run.due().stream()).min(Instant::compareTo);
    }

    /** The last word that a clock says by itself, be it past or to come by the rules that now hold. */
    Optional<Instant> lastAlarm() {
        Stream<Instant> toCome = runs.values().stream().flatMap(run -> run.lastAlarm().stream());
        return Stream.concat(Stream.ofNullable(lastRung), toCome).max(Instant::compareTo);
    }

    /** Whether it can be told without going back in time. */
    boolean isInOrder(TicketEvent event) {
        return !event.occurredAt().isBefore(toldUntil)
                && (lastTold == null || AS_IT_HAPPENED.compare(event, lastTold) > 0);
    }

    void tell(TicketEvent event) {
        passTimeUntil(event.occurredAt());
        happen(event);
        lastTold = event;
    }

    /** Lets everything come that comes by itself, up to and with this instant. */
    void passTimeUntil(Instant until) {
        Optional<Instant> moment = nextMoment();
        while (moment.isPresent() && !moment.get().isAfter(until)) {
            letCome(moment.get());
            moment = nextMoment();
        }
    }

    /** When something comes by itself: a clock speaks, a ticket counts as solved, other rules take effect. */
    Optional<Instant> nextMoment() {
        return Stream.of(nextAlarm(), silentLongEnoughAt(), book.nextChangeAfter(ruledSince))
                .flatMap(Optional::stream)
                .min(Instant::compareTo);
    }

    /** The next moment that changes anything for this ticket; time passes until then. */
    Optional<Instant> goOnToNextWord() {
        int wordsSoFar = words.size();
        Optional<Instant> endedSoFar = Optional.ofNullable(story.endedAt());
        Optional<Instant> moment = nextMoment();
        while (moment.isPresent()) {
            passTimeUntil(moment.get());
            if (words.size() > wordsSoFar
                    || !Optional.ofNullable(story.endedAt()).equals(endedSoFar)) {
                return moment;
            }
            moment = nextMoment();
        }
        return Optional.empty();
    }

    private void letCome(Instant moment) {
        toldUntil = moment;
        if (nextAlarm().filter(moment::equals).isPresent()) {
            lastRung = moment;
            nextToRing().ifPresent(ClockRun::ring);
        } else if (silentLongEnoughAt().filter(moment::equals).isPresent()) {
            happen(solvedBySilence(moment));
        } else {
            changeRules(book.versionAt(moment));
        }
    }

    private Optional<Instant> nextAlarm() {
        return nextToRing().flatMap(ClockRun::nextAlarm);
    }

    private void changeRules(RuleVersion next) {
        rules = next.rules();
        ruledSince = next.from();
        keepPromises(next.from(), "rules \"%s\" took effect".formatted(next.id()));
    }

    private Optional<ClockRun> nextToRing() {
        ClockRun first = null;
        Instant earliest = Instant.MAX;
        for (ClockRun run : runs.values()) {
            Instant at = run.nextAlarm().orElse(Instant.MAX);
            if (at.isBefore(earliest)) {
                earliest = at;
                first = run;
            }
        }
        return Optional.ofNullable(first);
    }

    private Optional<Instant> silentLongEnoughAt() {
        // Whoever waits for a first reply has not been helped by silence.
        if (story.isSolved() || story.merged() || story.isFirstReplyOwed()) {
            return Optional.empty();
        }
        return Optional.ofNullable(story.quietSince())
                .flatMap(since -> rules.solvedAfter(facts.channel()).map(since::plus))
                // A channel that is named late may have been silent for long: what has been told stays as it is.
                .map(at -> at.isBefore(toldUntil) ? toldUntil : at);
    }

    private TicketEvent solvedBySilence(Instant at) {
        String why = "counts as solved: nothing was said for "
                + rules.solvedAfter(facts.channel()).orElseThrow();
        return new TicketEvent(
                ticket,
                "solved-by-silence",
                TicketEventType.STATUS,
                at,
                at,
                Map.of("status", TicketStatus.SOLVED.wireName(), "reason", why));
    }

    private void happen(TicketEvent event) {
        ticket = event.ticket();
        toldUntil = event.occurredAt();
        Turn turn = Turn.of(event, story, facts);
        story = turn.after();
        facts = turn.known();
        if (!story.created() || turn.before().merged()) {
            return;
        }
        if (story.merged()) {
            cancelAll(toldUntil, "merged into " + event.detail("into").orElse("another ticket"));
            return;
        }
        if (turn.reopens()) {
            runs.values().stream().filter(ClockRun::isFulfilled).forEach(run -> run.reopen(story.status(), toldUntil));
        }
        keepPromises(toldUntil, null);
        endClocks(turn);
        startClocks(turn);
        if (turn.creates()) {
            // What is created as solved, or with an owner, has kept those promises.
            endClocks(turn);
        }
        String why = event.detail("reason").orElse(story.status().wireName());
        runs.values().forEach(run -> run.enter(story.status(), toldUntil, why));
    }

    private Stream<ClockRun> open() {
        return runs.values().stream().filter(run -> !run.isFulfilled());
    }

    private void cancelAll(Instant at, String why) {
        open().forEach(run -> run.cancel(at, why));
        runs.clear();
    }

    /** Which policy holds is asked anew with every event; a fulfilled instance keeps the promise it was measured by. */
    private void keepPromises(Instant at, @Nullable String why) {
        Optional<SlaPolicy> policy = rules.policies().matching(facts);
        open().forEach(run -> keepPromise(run, policy, at, why));
    }

    private void keepPromise(ClockRun run, Optional<SlaPolicy> policy, Instant at, @Nullable String why) {
        policy.flatMap(matching -> matching.commitment(run.clock(), facts, run.start()))
                .ifPresentOrElse(
                        commitment -> run.promise(commitment, at, why),
                        () -> run.cancel(
                                at,
                                policy.map(matching -> matching.whyNothing(run.clock(), facts))
                                        .orElse("no policy matches any more")));
    }

    private void endClocks(Turn turn) {
        runs.values().removeIf(run -> isOver(run, turn));
    }

    private boolean isOver(ClockRun run, Turn turn) {
        Clock clock = run.clock();
        boolean fulfils = clock.isFulfilledBy(turn);
        if (run.isFulfilled()) {
            // Solved before, and now done in another way: reopening the ticket does not undo that.
            return fulfils && !turn.solves();
        }
        if (fulfils) {
            run.fulfil(toldUntil, turn.event().detail("reason").orElse(null));
            return !clock.isResumableAfter(turn);
        }
        Optional<String> voided = clock.course().voiding().apply(turn);
        voided.ifPresent(why -> run.cancel(toldUntil, why));
        return voided.isPresent();
    }

    /** After the end of what the same turn ended: one reply closes an exchange and opens the time to the next. */
    private void startClocks(Turn turn) {
        Optional<SlaPolicy> policy = rules.policies().matching(facts);
        for (Clock clock : clocks) {
            if (!runs.containsKey(clock) && clock.course().start().test(turn)) {
                ClockRun run = new ClockRun(
                        clock, ClockStart.of(clock, turn), () -> instances.merge(clock, 1, Integer::sum), words::add);
                runs.put(clock, run);
                keepPromise(run, policy, toldUntil, null);
            }
        }
    }
}
