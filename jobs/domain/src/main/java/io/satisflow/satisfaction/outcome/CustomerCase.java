package io.satisflow.satisfaction.outcome;

import io.satisflow.feedback.Feedback;
import io.satisflow.ticket.TicketEventType;
import io.satisflow.ticket.Transition;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A ticket, or a complaint that is no ticket, as far as the other ones of its customer are compared with it.
 *
 * @param id unique among all customers
 * @param isTicket whether it is a ticket; otherwise feedback that complains
 * @param isContact a ticket that the customer opened
 * @param createdAt when it was opened or said
 * @param solvedAt when it was solved for the first time; null when it was not
 * @param isComplaint whether the customer complained
 * @param calledAgainAt when the customer came back to the ticket itself: wrote after it was answered, or had it reopened; null when not
 * @param facts by the names that policies use
 */
public record CustomerCase(
        String id,
        boolean isTicket,
        boolean isContact,
        Instant createdAt,
        @Nullable Instant solvedAt,
        boolean isComplaint,
        @Nullable Instant calledAgainAt,
        Map<String, String> facts) {
    static final String COMPLAINT = "complaint";
    static final String KIND = "kind";
    /** The attribute of feedback that names its ticket. */
    static final String TICKET = "ticket";

    public CustomerCase {
        facts = facts == null ? new TreeMap<>() : new TreeMap<>(facts);
    }

    /** Empty for a ticket that is not, or that was merged. */
    public static Optional<CustomerCase> of(String ticket, TicketCourse course) {
        Instant opened = course.openedAt();
        if (course.isNone() || opened == null) {
            return Optional.empty();
        }
        Map<String, String> facts = course.facts().facts();
        return Optional.of(new CustomerCase(
                "ticket/" + ticket,
                true,
                course.isOpenedByCustomer(),
                opened,
                course.solution().map(turn -> turn.event().occurredAt()).orElse(null),
                COMPLAINT.equals(facts.get(KIND)),
                calledAgain(course).orElse(null),
                facts));
    }

    private static Optional<Instant> calledAgain(TicketCourse course) {
        List<Transition> turns = course.turns();
        Optional<Instant> answered = turns.stream()
                .filter(turn -> turn.isReply() || turn.solves())
                .map(turn -> turn.event().occurredAt())
                .findFirst();
        return turns.stream()
                .filter(turn -> turn.reopens() || turn.type() == TicketEventType.CUSTOMER_MESSAGE)
                .map(turn -> turn.event().occurredAt())
                .filter(at -> answered.isPresent() && at.isAfter(answered.get()))
                .findFirst();
    }

    /** A ticket that is none any more. */
    public static CustomerCase none(String ticket) {
        return new CustomerCase("ticket/" + ticket, true, false, Instant.EPOCH, null, false, null, Map.of());
    }

    /** Feedback that complains and names no ticket; empty for any other. */
    public static Optional<CustomerCase> said(Feedback feedback) {
        if (!COMPLAINT.equals(feedback.kind()) || feedback.attributes().containsKey(TICKET)) {
            return Optional.empty();
        }
        Map<String, String> facts = new TreeMap<>(feedback.attributes());
        facts.put(KIND, COMPLAINT);
        facts.put("channel", feedback.channel());
        if (feedback.language() != null) {
            facts.put("language", feedback.language());
        }
        return Optional.of(said(feedback.channel() + "/" + feedback.id(), feedback.occurredAt(), facts));
    }

    /** A complaint that came as feedback, of no ticket. */
    public static CustomerCase said(String feedback, Instant at, Map<String, String> facts) {
        return new CustomerCase("feedback/" + feedback, false, false, at, null, true, null, facts);
    }

    /** Whether both are of the same thing, as far as one of these facts says. */
    boolean isOfSame(CustomerCase other, List<String> same) {
        return same.stream()
                .anyMatch(fact -> value(fact).isPresent() && value(fact).equals(other.value(fact)));
    }

    /** Whether it says what it is about at all. */
    boolean saysWhat(List<String> same) {
        return same.stream().anyMatch(fact -> value(fact).isPresent());
    }

    private Optional<String> value(String fact) {
        return Optional.ofNullable(facts.get(fact))
                .or(() -> Optional.ofNullable(facts.get("attributes." + fact)))
                .filter(value -> !value.isBlank());
    }
}
