package io.satisflow.sla;

import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Tells a ticket's story from its beginning and lets its clocks speak. Time moves through the events; what falls due on
 * the way, or at the very instant of an event, comes before that event.
 */
final class TicketFold {
    private final RuleBook book;
    private final List<SlaEvent> words = new ArrayList<>();
    private final Map<Clock, ClockRun> runs = new EnumMap<>(Clock.class);
    private final Map<Clock, Integer> instances = new EnumMap<>(Clock.class);
    private TicketStory story = TicketStory.UNTOLD;
    private TicketFacts facts = TicketFacts.NONE;
    private SlaRules rules;
    private Instant ruledSince = Instant.MIN;
    private String ticket = "";
    private Instant toldUntil = Instant.MIN;

    TicketFold(RuleBook book) {
        this.book = book;
        this.rules = book.rulesAt(ruledSince);
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

    void tell(TicketEvent event) {
        passTimeUntil(event.occurredAt());
        happen(event);
    }

    /** Lets everything come that comes by itself, up to and with this instant. */
    void passTimeUntil(Instant until) {
        while (true) {
            Optional<ClockRun> ringing = nextToRing();
            Optional<Instant> alarm = ringing.flatMap(ClockRun::nextAlarm);
            Optional<Instant> silence = silentLongEnoughAt();
            Optional<Instant> change = book.nextChangeAfter(ruledSince);
            Optional<Instant> next =
                    Stream.of(alarm, silence, change).flatMap(Optional::stream).min(Instant::compareTo);
            if (next.isEmpty() || next.get().isAfter(until)) {
                return;
            }
            if (alarm.equals(next)) {
                ringing.ifPresent(ClockRun::ring);
            } else if (silence.equals(next)) {
                happen(solvedBySilence(next.get()));
            } else {
                changeRules(book.versionAt(next.get()));
            }
        }
    }

    private void changeRules(RuleVersion next) {
        rules = next.rules();
        ruledSince = next.from();
        // What silence would have solved by then under the new rules, it solves now.
        toldUntil = next.from();
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
        facts = facts.after(event);
        TicketStory before = story;
        story = before.after(event);
        if (before.merged()) {
            return;
        }
        Instant at = event.occurredAt();
        if (story.merged()) {
            open().forEach(run ->
                    run.cancel(at, "merged into " + event.detail("into").orElse("another ticket")));
            runs.clear();
            return;
        }
        if (before.isSolved() && !story.isSolved()) {
            runs.values().stream().filter(ClockRun::isFulfilled).forEach(run -> run.reopen(story.status(), at));
        }
        startClocks(event, before);
        keepPromises(at, null);
        fulfilClocks(event, before);
        String why = event.detail("reason").orElse(story.status().wireName());
        runs.values().forEach(run -> run.enter(story.status(), at, why));
    }

    private Stream<ClockRun> open() {
        return runs.values().stream().filter(run -> !run.isFulfilled());
    }

    private void startClocks(TicketEvent event, TicketStory before) {
        for (Clock clock : Clock.values()) {
            if (!runs.containsKey(clock) && clock.startsWith(event, before)) {
                runs.put(
                        clock,
                        new ClockRun(
                                event,
                                story.status(),
                                clock,
                                () -> instances.merge(clock, 1, Integer::sum),
                                words::add));
            }
        }
    }

    /** Which policy holds is asked anew with every event; a fulfilled instance keeps the promise it was measured by. */
    private void keepPromises(Instant at, @Nullable String why) {
        Optional<SlaPolicy> policy = rules.policies().matching(facts);
        open().forEach(run -> policy.flatMap(matching -> matching.commitment(run.clock(), facts, run.start()))
                .ifPresentOrElse(
                        commitment -> run.promise(commitment, at, why), () -> run.cancel(at, whyNothing(policy))));
    }

    private static String whyNothing(Optional<SlaPolicy> policy) {
        return policy.map(matching -> "policy \"%s\" promises nothing for this clock".formatted(matching.name()))
                .orElse("no policy matches any more");
    }

    private void fulfilClocks(TicketEvent event, TicketStory before) {
        List.copyOf(runs.keySet()).forEach(clock -> {
            ClockRun run = runs.get(clock);
            if (run != null && !run.isFulfilled() && clock.isFulfilledBy(event, before)) {
                run.fulfil(event.occurredAt(), event.detail("reason").orElse(null));
                if (!clock.goesOnWhenReopened()) {
                    runs.remove(clock);
                }
            }
        });
    }
}
