package io.satisflow.sla;

import io.satisflow.sla.clock.Allowance;
import io.satisflow.ticket.FollowUpOutcome;
import io.satisflow.ticket.TicketEvent;
import io.satisflow.ticket.TicketStatus;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** What makes an event of a ticket unusable in itself, whatever the ticket's state. */
final class EventFlaw {
    private EventFlaw() {}

    /** What is wrong and what is allowed; empty when all is well. */
    static Optional<String> of(TicketEvent event) {
        Optional<String> ofAny = creation(event).or(() -> sequence(event));
        if (ofAny.isPresent()) {
            return ofAny;
        }
        return switch (event.type()) {
            case STATUS -> status(event.detail("status").orElse(""));
            case FOLLOW_UP -> outcome(event.detail("outcome").orElse(""));
            case PROMISE -> promise(event);
            default -> Optional.empty();
        };
    }

    private static Optional<String> creation(TicketEvent event) {
        return event.detail(TicketEvent.CREATED_AT)
                .filter(text -> !text.isBlank() && !TicketEvent.isInstant(text))
                .map(
                        "its ticket was created at \"%s\"; write a time with its zone, such as 2026-03-02T17:00:00Z"
                                ::formatted);
    }

    private static Optional<String> sequence(TicketEvent event) {
        return event.detail(TicketEvent.SEQUENCE)
                .filter(text -> !text.isBlank() && !TicketEvent.isSequence(text))
                .map("its sequence is \"%s\"; write a whole number"::formatted);
    }

    private static Optional<String> status(String text) {
        return TicketStatus.named(text).isPresent()
                ? Optional.empty()
                : Optional.of("its status is \"%s\"; one of: %s".formatted(text, names(TicketStatus.values())));
    }

    private static Optional<String> outcome(String text) {
        return FollowUpOutcome.named(text).isPresent()
                ? Optional.empty()
                : Optional.of("its outcome is \"%s\"; one of: %s".formatted(text, names(FollowUpOutcome.values())));
    }

    /** A promise may name no date, but not one that cannot be read. */
    private static Optional<String> promise(TicketEvent event) {
        Optional<Instant> date = event.promisedDate();
        if (date.isEmpty()) {
            return event.detail("due")
                    .map("it is due at \"%s\"; write a time with its zone, such as 2026-03-02T17:00:00Z"::formatted);
        }
        return Duration.between(event.occurredAt(), date.get()).compareTo(Allowance.LONGEST) > 0
                ? Optional.of("it is due at %s, more than %d years ahead; promise something sooner"
                        .formatted(date.get(), Allowance.LONGEST_IN_YEARS))
                : Optional.empty();
    }

    private static String names(Enum<?>[] constants) {
        return Arrays.stream(constants)
                .map(constant -> constant.name().toLowerCase(Locale.ROOT))
                .collect(Collectors.joining(", "));
    }
}
