package io.satisflow.sla;

import io.satisflow.sla.clock.Clock;
import io.satisflow.sla.clock.SlaEvent;
import io.satisflow.sla.clock.SlaEventType;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Finds, in what a ticket's clocks have just said, the milestones that are new or no longer what they were. */
final class Milestones {
    private record Activation(Clock clock, int instance) {
        static Activation of(SlaEvent word) {
            return new Activation(word.clock(), word.instance());
        }
    }

    private final List<SlaEvent> news;
    private final List<SlaEvent> standing;
    private final Map<String, String> facts;
    private final Collection<String> brokenBefore;

    private Milestones(TicketFold fold, List<SlaEvent> news) {
        this.news = news;
        this.standing = fold.words();
        this.facts = fold.facts();
        this.brokenBefore = fold.brokenBefore();
    }

    /**
     * @param news what was said at one instant, retractions included
     * @param fold the ticket as it is known now
     */
    static List<Milestone> in(List<SlaEvent> news, TicketFold fold) {
        return news.isEmpty() ? List.of() : new Milestones(fold, news).find();
    }

    private List<Milestone> find() {
        Set<Activation> touched = new LinkedHashSet<>();
        news.stream().filter(Milestones::decides).map(Activation::of).forEach(touched::add);
        List<Milestone> found = new ArrayList<>();
        for (Activation activation : touched) {
            Instant asOf = of(activation, news).get(0).asOf();
            broken(activation).map(milestone -> milestone.asOf(asOf)).ifPresent(found::add);
            done(activation).map(milestone -> milestone.asOf(asOf)).ifPresent(found::add);
        }
        return found;
    }

    private static boolean decides(SlaEvent word) {
        return switch (subject(word)) {
            case BREACH, FULFIL, RESUME -> true;
            default -> false;
        };
    }

    /** What a word is about: of a retraction, what it takes back. */
    private static SlaEventType subject(SlaEvent word) {
        return word.retracted() == null ? word.type() : word.retracted();
    }

    private Optional<Milestone> broken(Activation activation) {
        Optional<SlaEvent> changed = last(activation, news, SlaEventType.BREACH);
        if (isBrokenBefore(activation)) {
            return Optional.empty();
        }
        return changed.map(word -> first(activation, standing)
                .map(breach -> Milestone.of(breach, Milestone.Kind.BROKEN, false, facts))
                .orElseGet(() ->
                        Milestone.of(word, Milestone.Kind.BROKEN, false, facts).undone()));
    }

    /** Said again when a breach changes, too: it decides whether what was done was done in time. */
    private Optional<Milestone> done(Activation activation) {
        boolean inTime =
                !isBrokenBefore(activation) && first(activation, standing).isEmpty();
        Optional<SlaEvent> fulfilled = last(activation, standing, SlaEventType.FULFIL);
        return fulfilled
                .or(() -> last(activation, news, SlaEventType.FULFIL))
                // It was done so long ago that only its being done is remembered.
                .or(() -> last(activation, news, SlaEventType.RESUME).filter(word -> "reopened".equals(word.reason())))
                .map(word -> Milestone.of(word, Milestone.Kind.DONE, inTime, facts))
                .map(done -> fulfilled.isPresent() && !isReopened(activation) ? done : done.undone());
    }

    /** What was done resumes only by the ticket's reopening. */
    private boolean isReopened(Activation activation) {
        return of(activation, standing).stream()
                .map(SlaEvent::type)
                .filter(type -> type == SlaEventType.FULFIL || type == SlaEventType.RESUME)
                .reduce((earlier, later) -> later)
                .filter(type -> type == SlaEventType.RESUME)
                .isPresent();
    }

    private boolean isBrokenBefore(Activation activation) {
        return !brokenBefore.isEmpty()
                && brokenBefore.contains(TicketMemory.activation(activation.clock(), activation.instance()));
    }

    /** A promise that is broken again under another target stays missed at the instant it was broken first. */
    private static Optional<SlaEvent> first(Activation activation, List<SlaEvent> words) {
        return of(activation, words).stream()
                .filter(word -> word.type() == SlaEventType.BREACH)
                .findFirst();
    }

    private static Optional<SlaEvent> last(Activation activation, List<SlaEvent> words, SlaEventType type) {
        return of(activation, words).stream()
                .filter(word -> subject(word) == type)
                .reduce((earlier, later) -> later);
    }

    private static List<SlaEvent> of(Activation activation, List<SlaEvent> words) {
        return words.stream()
                .filter(word -> Activation.of(word).equals(activation))
                .toList();
    }
}
