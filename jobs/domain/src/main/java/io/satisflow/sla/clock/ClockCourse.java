package io.satisflow.sla.clock;

import io.satisflow.ticket.TicketStatus;
import io.satisflow.ticket.Transition;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * With which turns of a ticket's story a clock starts and ends, and in which statuses it stands still.
 *
 * @param start asked only while no instance is open
 * @param fulfilment any of them; asked only of open instances, and not with the turn that started them, unless that
 *     was the creation
 * @param voiding the reason for which an open instance is over without being fulfilled; a turn that voids may start
 * @param still the statuses in which it does not run, whatever a policy says
 * @param goesOnWhenReopened whether an instance that was fulfilled by solving resumes, instead of owing nothing more
 * @param startReason what is to be told with the activation, if anything
 * @param unfair asked when a ticket is first seen in mid-life: whether what came before would have to be known
 */
public record ClockCourse(
        Predicate<Transition> start,
        List<Predicate<Transition>> fulfilment,
        Function<Transition, Optional<String>> voiding,
        Set<TicketStatus> still,
        boolean goesOnWhenReopened,
        Function<Transition, Optional<String>> startReason,
        Predicate<Transition> unfair) {

    /** What is solved is not waiting for anyone. */
    private static final Set<TicketStatus> SOLVED = EnumSet.of(TicketStatus.SOLVED, TicketStatus.CLOSED);

    static ClockCourse from(Predicate<Transition> start) {
        return new ClockCourse(
                start, List.of(), turn -> Optional.empty(), SOLVED, false, turn -> Optional.empty(), turn -> false);
    }

    @SafeVarargs
    final ClockCourse until(Predicate<Transition>... fulfilment) {
        return new ClockCourse(start, List.of(fulfilment), voiding, still, goesOnWhenReopened, startReason, unfair);
    }

    ClockCourse voidedBy(Function<Transition, Optional<String>> reason) {
        return new ClockCourse(start, fulfilment, reason, still, goesOnWhenReopened, startReason, unfair);
    }

    ClockCourse goingOnWhenReopened() {
        return new ClockCourse(start, fulfilment, voiding, still, true, startReason, unfair);
    }

    ClockCourse standingStillIn(TicketStatus... statuses) {
        Set<TicketStatus> all = EnumSet.copyOf(SOLVED);
        all.addAll(List.of(statuses));
        return new ClockCourse(start, fulfilment, voiding, all, goesOnWhenReopened, startReason, unfair);
    }

    ClockCourse runningWhenSolved() {
        return new ClockCourse(start, fulfilment, voiding, Set.of(), goesOnWhenReopened, startReason, unfair);
    }

    ClockCourse telling(Function<Transition, Optional<String>> reason) {
        return new ClockCourse(start, fulfilment, voiding, still, goesOnWhenReopened, reason, unfair);
    }

    ClockCourse unfairWhenAdopted(Predicate<Transition> when) {
        return new ClockCourse(start, fulfilment, voiding, still, goesOnWhenReopened, startReason, when);
    }

    /** Nothing of a closed ticket runs but what begins with its end. */
    public boolean endsWithClosing() {
        return still.contains(TicketStatus.CLOSED);
    }
}
