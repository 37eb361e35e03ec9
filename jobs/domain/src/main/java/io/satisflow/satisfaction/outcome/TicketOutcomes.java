package io.satisflow.satisfaction.outcome;

import io.satisflow.ticket.FollowUpOutcome;
import io.satisflow.ticket.TicketEventType;
import io.satisflow.ticket.Transition;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** What rules find in a ticket by itself. What takes all tickets of its customer is asked of {@link CustomerCases}. */
public final class TicketOutcomes {
    private final TicketCourse course;
    private final Instant now;

    private TicketOutcomes(TicketCourse course, Instant now) {
        this.course = course;
        this.now = now;
    }

    public static List<Found> of(TicketCourse course, Instant now, List<OutcomeRule> rules) {
        if (course.isNone()) {
            return List.of();
        }
        TicketOutcomes outcomes = new TicketOutcomes(course, now);
        return rules.stream()
                .filter(rule -> !rule.measure().isOfCustomers())
                .flatMap(outcomes::find)
                .toList();
    }

    private Stream<Found> find(OutcomeRule rule) {
        return switch (rule.measure()) {
            case ONE_TOUCH -> whole(solved(rule, replies(rule) < 2, replies(rule) >= 2));
            case NO_CUSTOMER_REPLY -> whole(solved(rule, !hadToWrite(rule), hadToWrite(rule)));
            case NO_REOPEN_WITHIN -> solved(rule, !reopened(rule), reopened(rule)).stream();
            case REOPEN -> solved(rule, reopened(rule), reopened(rule)).stream();
            case FOLLOW_UP -> followedUp(rule).stream();
            case COLLECTION -> solved(rule, rated(rule), rated(rule)).stream();
            case RESOLUTION -> whole(created(rule, course.isSolvedAt(limit(rule)), false));
            case ANSWER -> whole(created(rule, answered(rule), answered(rule))).filter(found -> course.isCustomers());
            case PROMISE_KEPT -> promises(rule);
            case FOLLOW_UP_SATISFIED -> calls(rule);
            case RESPONSE -> surveys(rule);
            case COMPLAINT ->
                created(rule, true, true)
                        .filter(found ->
                                CustomerCase.COMPLAINT.equals(found.facts().get(CustomerCase.KIND)))
                        .stream();
            default -> Stream.empty();
        };
    }

    private Stream<Found> whole(Optional<Found> found) {
        return course.isWhole() ? found.stream() : Stream.empty();
    }

    private Optional<Found> solved(OutcomeRule rule, boolean hit, boolean decided) {
        return course.solution().map(solution -> {
            Instant at = solution.event().occurredAt();
            return new Found(
                    rule.metric(),
                    "solved",
                    at,
                    hit,
                    decided ? now : at.plus(rule.within()),
                    solution.known().facts());
        });
    }

    private Optional<Found> created(OutcomeRule rule, boolean hit, boolean decided) {
        return Optional.ofNullable(course.openedAt())
                .map(at -> new Found(
                        rule.metric(),
                        "created",
                        at,
                        hit,
                        decided ? now : at.plus(rule.within()),
                        course.facts().facts()));
    }

    /** When a rule of creations stops looking. */
    private Instant limit(OutcomeRule rule) {
        Instant opened = course.openedAt();
        return opened == null ? Instant.MIN : opened.plus(rule.within());
    }

    private long replies(OutcomeRule rule) {
        return before(rule, Transition::isReply).count();
    }

    private boolean hadToWrite(OutcomeRule rule) {
        Optional<Instant> first = times(Transition::isReply).findFirst();
        return first.isPresent()
                && before(rule, turn -> turn.type() == TicketEventType.CUSTOMER_MESSAGE)
                        .anyMatch(turn -> turn.event().occurredAt().isAfter(first.get()));
    }

    private boolean reopened(OutcomeRule rule) {
        return before(rule, Transition::reopens).findAny().isPresent();
    }

    /** Up to the time after the first solution at which a rule stops looking. */
    private Stream<Transition> before(OutcomeRule rule, Predicate<Transition> which) {
        Instant limit = course.solution()
                .map(solution -> solution.event().occurredAt().plus(rule.within()))
                .orElse(Instant.MIN);
        return course.turns().stream()
                .filter(which)
                .filter(turn -> !turn.event().occurredAt().isAfter(limit));
    }

    private boolean rated(OutcomeRule rule) {
        return course.solution()
                .map(solution -> solution.event().occurredAt().plus(rule.within()))
                .map(limit -> course.ratings().stream().anyMatch(at -> !at.isAfter(limit)))
                .orElse(false);
    }

    private boolean answered(OutcomeRule rule) {
        return times(turn -> turn.isReply() || turn.answers()).anyMatch(at -> !at.isAfter(limit(rule)));
    }

    /** None is owed of a ticket that was reopened before anybody called. */
    private Optional<Found> followedUp(OutcomeRule rule) {
        Optional<Instant> reached = before(rule, turn -> outcome(turn).isPresent())
                .filter(turn ->
                        outcome(turn).filter(FollowUpOutcome.UNREACHED::equals).isEmpty())
                .map(turn -> turn.event().occurredAt())
                .findFirst();
        Optional<Instant> reopened = before(rule, Transition::reopens)
                .map(turn -> turn.event().occurredAt())
                .findFirst();
        if (reopened.isPresent() && (reached.isEmpty() || reached.get().isAfter(reopened.get()))) {
            return Optional.empty();
        }
        return solved(rule, reached.isPresent(), reached.isPresent());
    }

    private static Optional<FollowUpOutcome> outcome(Transition turn) {
        return turn.followsUp() ? turn.event().detail("outcome").flatMap(FollowUpOutcome::named) : Optional.empty();
    }

    private Stream<Found> calls(OutcomeRule rule) {
        return course.turns().stream()
                .filter(turn -> outcome(turn)
                        .filter(found -> found != FollowUpOutcome.UNREACHED)
                        .isPresent())
                .map(turn -> found(
                        rule,
                        turn,
                        turn.event().occurredAt(),
                        outcome(turn).filter(FollowUpOutcome.SATISFIED::equals).isPresent(),
                        now));
    }

    /** A promise counts when its date has come, unless a new one took its place before. */
    private Stream<Found> promises(OutcomeRule rule) {
        List<Found> found = new ArrayList<>();
        for (int i = 0; i < course.turns().size(); i++) {
            Transition promise = course.turns().get(i);
            Optional<Instant> due = promise.event().promisedDate();
            if (!promise.promises() || due.isEmpty() || due.get().isAfter(now)) {
                continue;
            }
            Optional<Transition> end = course
                    .turns()
                    .subList(i + 1, course.turns().size())
                    .stream()
                    .filter(turn -> turn.answers() || turn.solves() || turn.promises())
                    .findFirst()
                    .filter(turn -> !turn.event().occurredAt().isAfter(due.get()));
            if (end.filter(Transition::promises).isEmpty()) {
                found.add(found(rule, promise, due.get(), end.isPresent(), now));
            }
        }
        return found.stream();
    }

    /** When promised dates will come. */
    static Stream<Instant> promisedDates(TicketCourse course) {
        return course.turns().stream()
                .filter(Transition::promises)
                .flatMap(turn -> turn.event().promisedDate().stream());
    }

    /** A rating answers the survey that was sent last before it. */
    private Stream<Found> surveys(OutcomeRule rule) {
        List<Transition> sent = course.turns().stream()
                .filter(turn -> turn.type() == TicketEventType.SURVEY_SENT)
                .toList();
        List<Found> found = new ArrayList<>();
        for (int i = 0; i < sent.size(); i++) {
            Instant at = sent.get(i).event().occurredAt();
            Instant limit = at.plus(rule.within());
            Instant next = i + 1 < sent.size() ? sent.get(i + 1).event().occurredAt() : Instant.MAX;
            boolean answered = course.ratings().stream()
                    .anyMatch(rated -> !rated.isBefore(at) && !rated.isAfter(limit) && rated.isBefore(next));
            found.add(found(rule, sent.get(i), at, answered, answered ? now : limit));
        }
        return found.stream();
    }

    private static Found found(OutcomeRule rule, Transition turn, Instant at, boolean hit, Instant finalAt) {
        Map<String, String> facts = turn.known().facts();
        String anchor = turn.type().wireName() + "/" + turn.event().id();
        return new Found(rule.metric(), anchor, at, hit, finalAt, facts);
    }

    private Stream<Instant> times(Predicate<Transition> which) {
        return course.turns().stream().filter(which).map(turn -> turn.event().occurredAt());
    }

    /** When the ticket is to be looked at again although nothing more is heard of it; empty when never. */
    public static Optional<Instant> nextLook(TicketCourse course, List<Found> found, Instant now) {
        return Stream.of(Finding.nextFinal(found, now).stream(), promisedDates(course), course.silentAt().stream())
                .flatMap(times -> times)
                .filter(at -> at.isAfter(now))
                .min(Instant::compareTo);
    }
}
