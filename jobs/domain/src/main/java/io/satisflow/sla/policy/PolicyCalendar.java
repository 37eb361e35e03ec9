package io.satisflow.sla.policy;

import io.satisflow.calendar.BusinessCalendar;
import io.satisflow.ticket.TicketFacts;
import java.io.Serializable;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Whose working hours a policy counts: one calendar for all tickets, or one by a fact of theirs, such as their team.
 *
 * @param fact by which they differ
 * @param byValue by the fact's value, in lower case
 * @param otherwise for tickets of which the fact is unknown or says something else
 */
public record PolicyCalendar(String fact, Map<String, BusinessCalendar> byValue, BusinessCalendar otherwise)
        implements Serializable {

    public PolicyCalendar {
        TreeMap<String, BusinessCalendar> lowerCase = new TreeMap<>();
        byValue.forEach((value, calendar) -> lowerCase.put(value.toLowerCase(Locale.ROOT), calendar));
        byValue = lowerCase;
    }

    public static PolicyCalendar of(BusinessCalendar calendar) {
        return new PolicyCalendar("", Map.of(), calendar);
    }

    BusinessCalendar of(TicketFacts ticket) {
        return ticket.values(fact).stream()
                .map(value -> byValue.get(value.toLowerCase(Locale.ROOT)))
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(otherwise);
    }

    /** All that may be counted by. */
    public Collection<BusinessCalendar> all() {
        return Stream.of(byValue.values(), List.of(otherwise))
                .flatMap(Collection::stream)
                .distinct()
                .toList();
    }
}
