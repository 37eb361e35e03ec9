package io.satisflow.ticket;

import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** The words in which ticket events speak, in the order in which messages list them. */
public final class TicketWords {
    public static final Set<String> STATUSES =
            inOrder(List.of("new", "open", "pending", "on_hold", "solved", "closed"));
    public static final Set<String> OPENERS = inOrder(List.of("customer", "agent", "bot"));
    public static final Set<String> EVENTS = inOrder(Arrays.stream(TicketEventType.values())
            .map(TicketEventType::wireName)
            .toList());

    /** Other words for who has written. What nobody wrote by hand, such as imported history, is a robot's. */
    private static final Map<String, String> AUTHORS = Map.ofEntries(
            Map.entry("requester", "customer"),
            Map.entry("end_user", "customer"),
            Map.entry("end-user", "customer"),
            Map.entry("contact", "customer"),
            Map.entry("staff", "agent"),
            Map.entry("human", "agent"),
            Map.entry("automation", "bot"),
            Map.entry("auto_response", "bot"),
            Map.entry("system", "bot"),
            Map.entry("import", "bot"),
            Map.entry("imported", "bot"));

    /** In mappings alone: the ticket as it stands, whatever has changed of it. */
    public static final String SNAPSHOT = "snapshot";

    public static final Set<String> EVENTS_AND_SNAPSHOT =
            inOrder(Stream.concat(EVENTS.stream(), Stream.of(SNAPSHOT)).toList());

    private TicketWords() {}

    public static Optional<TicketEventType> eventNamed(String word) {
        return Arrays.stream(TicketEventType.values())
                .filter(type -> type.wireName().equals(word))
                .findFirst();
    }

    /** One of {@link #OPENERS} where the word means one of them, else the word itself. */
    public static String author(String word) {
        String lower = word.toLowerCase(Locale.ROOT);
        return OPENERS.contains(lower) ? lower : AUTHORS.getOrDefault(lower, word);
    }

    private static Set<String> inOrder(List<String> words) {
        return Collections.unmodifiableSet(new LinkedHashSet<>(words));
    }
}
