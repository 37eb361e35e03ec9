package io.satisflow.channel;

import io.satisflow.feedback.Feedback;
import io.satisflow.text.TextLanguage;
import io.satisflow.ticket.TicketEvent;
import io.satisflow.ticket.TicketEventType;
import io.satisflow.ticket.TicketFacts;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * In what language a ticket's customer writes, so that a segment of a language holds tickets beside feedback: what the channel
 * declares of a record, otherwise that of the text which opens the ticket, or of the customer's message. The first word stays
 * ({@link TicketFacts}).
 */
final class TicketLanguage {
    /** Events that come with a text of the customer's. */
    private static final Set<TicketEventType> SPOKEN =
            EnumSet.of(TicketEventType.CREATED, TicketEventType.CUSTOMER_MESSAGE);

    private TicketLanguage() {}

    /**
     * @param declared of the record
     * @param said by the same record
     */
    static List<TicketEvent> told(List<TicketEvent> events, Optional<String> declared, List<Feedback> said) {
        String ofText = said.stream()
                .filter(each -> each.text() != null)
                .map(Feedback::language)
                .filter(Objects::nonNull)
                .filter(language -> !language.equals(TextLanguage.UNDETERMINED))
                .findFirst()
                .orElse(null);
        return events.stream()
                .map(event -> with(event, declared.orElse(SPOKEN.contains(event.type()) ? ofText : null)))
                .toList();
    }

    private static TicketEvent with(TicketEvent event, @Nullable String language) {
        if (language == null || event.detail(TicketFacts.LANGUAGE).isPresent()) {
            return event;
        }
        Map<String, String> details = new TreeMap<>(event.details());
        details.put(TicketFacts.LANGUAGE, language);
        return event.with(details);
    }
}
