package io.satisflow.sla;

import io.satisflow.sla.clock.SlaEvent;
import io.satisflow.sla.policy.PolicyInForce;
import io.satisflow.sla.policy.RuleBook;
import io.satisflow.sla.policy.RuleVersion;
import io.satisflow.sla.policy.SlaRules;
import io.satisflow.ticket.TicketEvent;
import io.satisflow.ticket.TicketEventType;
import io.satisflow.ticket.TicketFacts;
import io.satisflow.ticket.TicketStatus;
import io.satisflow.ticket.TicketStory;
import io.satisflow.ticket.Transition;
import java.time.Instant;
import java.util.Comparator;
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
    /** Of what happened at the same instant, a creation comes first, then messages before replies before changes. */
    static final Comparator<TicketEvent> AS_IT_HAPPENED = Comparator.comparing(TicketEvent::occurredAt)
            .thenComparing(TicketEvent::type)
            .thenComparing(TicketEvent::id);

    private final RuleBook book;
    private final ClockRuns clocks;
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
        this.clocks = new ClockRuns(book.clocks());
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
        return clocks.words();
    }

    TicketStory story() {
        return story;
    }

    Map<String, String> facts() {
        return facts.facts();
    }

    String channel() {
        return facts.channel();
    }

    Optional<Instant> nextDue() {
        return clocks.nextDue();
    }

    /** The last word that a clock says by itself, be it past or to come by the rules that now hold. */
    Optional<Instant> lastAlarm() {
        return Stream.concat(Stream.ofNullable(lastRung), clocks.lastAlarm().stream())
                .max(Instant::compareTo);
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
        return Stream.of(clocks.nextAlarm(), silentLongEnoughAt(), book.nextChangeAfter(ruledSince))
                .flatMap(Optional::stream)
                .min(Instant::compareTo);
    }

    /** The next moment that changes anything for this ticket; time passes until then. */
    Optional<Instant> goOnToNextWord() {
        int wordsSoFar = words().size();
        Optional<Instant> endedSoFar = Optional.ofNullable(story.endedAt());
        Optional<Instant> moment = nextMoment();
        while (moment.isPresent()) {
            passTimeUntil(moment.get());
            if (words().size() > wordsSoFar
                    || !Optional.ofNullable(story.endedAt()).equals(endedSoFar)) {
                return moment;
            }
            moment = nextMoment();
        }
        return Optional.empty();
    }

    private void letCome(Instant moment) {
        toldUntil = moment;
        if (clocks.nextAlarm().filter(moment::equals).isPresent()) {
            lastRung = moment;
            clocks.ring();
        } else if (silentLongEnoughAt().filter(moment::equals).isPresent()) {
            happen(solvedBySilence(moment));
        } else {
            changeRules(book.versionAt(moment));
        }
    }

    private void changeRules(RuleVersion next) {
        rules = next.rules();
        ruledSince = next.from();
        clocks.keepPromises(
                PolicyInForce.of(rules, facts), next.from(), "rules \"%s\" took effect".formatted(next.id()));
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
        Transition turn = Transition.of(event, story, facts);
        story = turn.after();
        facts = turn.known();
        if (!story.created() || turn.before().merged()) {
            return;
        }
        if (story.merged()) {
            clocks.cancelAll(toldUntil, "merged into " + event.detail("into").orElse("another ticket"));
        } else {
            clocks.live(turn, PolicyInForce.of(rules, facts));
        }
    }
}
