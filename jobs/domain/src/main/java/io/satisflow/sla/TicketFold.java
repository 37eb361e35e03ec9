package io.satisflow.sla;

import io.satisflow.sla.clock.Clock;
import io.satisflow.sla.clock.RunMemory;
import io.satisflow.sla.clock.SlaEvent;
import io.satisflow.sla.clock.SlaEventType;
import io.satisflow.sla.policy.PolicyInForce;
import io.satisflow.sla.policy.RuleBook;
import io.satisflow.sla.policy.RuleVersion;
import io.satisflow.sla.policy.SlaRules;
import io.satisflow.ticket.StoryRules;
import io.satisflow.ticket.TicketEvent;
import io.satisflow.ticket.TicketEventType;
import io.satisflow.ticket.TicketFacts;
import io.satisflow.ticket.TicketStatus;
import io.satisflow.ticket.TicketStory;
import io.satisflow.ticket.Transition;
import java.time.Instant;
import java.util.LinkedHashSet;
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

    /** Whether a creation is known, so that what happened before it opens nothing. */
    private boolean isCreationTold;

    private final EventFolding folding = new EventFolding();
    private List<String> brokenBefore = List.of();

    private TicketFold(RuleBook book) {
        this.book = book;
        this.clocks = new ClockRuns(book.clocks());
        this.rules = book.rulesAt(ruledSince);
    }

    private TicketFold(RuleBook book, TicketMemory memory) {
        this(book);
        RuleVersion version = book.versionAt(memory.until());
        rules = version.rules();
        ruledSince = version.from();
        story = memory.story();
        facts = new TicketFacts(memory.facts());
        toldUntil = memory.until();
        lastRung = memory.lastSign();
        isCreationTold = true;
        brokenBefore = memory.broken();
        clocks.goOn(memory.instances(), memory.runs(), PolicyInForce.of(rules, facts), memory.until());
    }

    /** A ticket that is told up to and with an instant. */
    static TicketFold of(List<TicketEvent> log, RuleBook book, Instant until) {
        return of(null, log, book, until);
    }

    /** @param memory of what happened before the log; null when the log is complete */
    static TicketFold of(@Nullable TicketMemory memory, List<TicketEvent> log, RuleBook book, Instant until) {
        TicketFold fold = memory == null ? new TicketFold(book) : new TicketFold(book, memory);
        fold.isCreationTold |= log.stream().anyMatch(TicketFold::isCreation);
        MergeOrder.of(log).stream()
                .filter(event -> !event.occurredAt().isAfter(until))
                .forEach(fold::tell);
        fold.passTimeUntil(until);
        return fold;
    }

    static boolean isCreation(TicketEvent event) {
        return event.type() == TicketEventType.CREATED;
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

    /** Activations that missed their promise before the log begins. */
    List<String> brokenBefore() {
        return brokenBefore;
    }

    /** Events that the log can do without: they changed nothing, and the next of their kind changed nothing either. */
    Set<TicketEvent> foldable() {
        return folding.foldable();
    }

    /** All that has to be known of what has been told, to go on without it. */
    TicketMemory remember(Instant until, Instant lastSign, List<Integer> ids) {
        List<RunMemory> runs = clocks.remember(until);
        Set<String> broken = new LinkedHashSet<>(brokenBefore);
        words().stream()
                .filter(word -> word.type() == SlaEventType.BREACH)
                .forEach(word -> broken.add(TicketMemory.activation(word.clock(), word.instance())));
        broken.retainAll(runs.stream()
                .map(run -> TicketMemory.activation(run.clock(), run.instance()))
                .toList());
        return new TicketMemory(
                until, lastSign, story, facts.facts(), clocks.instances(), runs, List.copyOf(broken), ids);
    }

    /** Whatever still stands ends, unless the ticket comes back. */
    void suspendAll(Instant at, String why) {
        clocks.suspendAll(at, why);
    }

    Optional<Instant> nextDue() {
        return clocks.nextDue();
    }

    /** The last word that a clock says by itself, be it past or to come by the rules that now hold. */
    Optional<Instant> lastAlarm() {
        return Stream.concat(Stream.ofNullable(lastRung), clocks.lastAlarm().stream())
                .max(Instant::compareTo);
    }

    /** A creation among what comes first opens the ticket, whatever happened before it. */
    void expect(List<TicketEvent> news) {
        isCreationTold |= lastTold == null && news.stream().anyMatch(TicketFold::isCreation);
    }

    /** Whether these can be told, in their order, without going back in time. */
    boolean canGoOnWith(List<TicketEvent> news) {
        TicketEvent first = news.get(0);
        boolean isLater = !first.occurredAt().isBefore(toldUntil)
                && (lastTold == null || TicketEvent.AS_IT_HAPPENED.compare(first, lastTold) > 0);
        boolean opensAnew = !isCreationTold && news.stream().anyMatch(TicketFold::isCreation);
        return isLater && !opensAnew && !MergeOrder.comesBeforeItsClosing(news, story.endedAt());
    }

    void tell(TicketEvent event) {
        passTimeUntil(event.occurredAt());
        happen(event);
        if (lastTold == null || TicketEvent.AS_IT_HAPPENED.compare(event, lastTold) > 0) {
            lastTold = event;
        }
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
        toldUntil = toldUntil.isAfter(event.occurredAt()) ? toldUntil : event.occurredAt();
        Transition turn = !story.created() && !isCreationTold
                ? Transition.adopting(event)
                : Transition.of(event, story, facts, storyRules(event));
        int turnsBefore = clocks.turns();
        story = turn.after();
        facts = turn.known();
        if (story.created() && !turn.before().merged()) {
            live(turn);
        }
        folding.note(turn, clocks.turns() == turnsBefore);
    }

    private void live(Transition turn) {
        if (story.merged()) {
            clocks.cancelAll(
                    toldUntil, "merged into " + turn.event().detail("into").orElse("another ticket"));
        } else {
            clocks.live(turn, PolicyInForce.of(rules, facts));
        }
    }

    /** By the rules and facts that held until the event. */
    private StoryRules storyRules(TicketEvent event) {
        boolean closedIsFinal = story.status() == TicketStatus.CLOSED && rules.closedIsFinal(facts.channel());
        boolean botsAnswer = event.meaning() == TicketEventType.BOT_REPLY
                && PolicyInForce.of(rules, facts).isKeptByBots(Clock.FIRST_REPLY);
        return closedIsFinal || botsAnswer ? new StoryRules(closedIsFinal, botsAnswer) : StoryRules.USUAL;
    }
}
