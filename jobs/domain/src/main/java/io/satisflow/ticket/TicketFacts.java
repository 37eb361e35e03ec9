package io.satisflow.ticket;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a ticket, as its events have told it so far; the latest word on each fact counts, and an empty word
 * takes it away.
 *
 * @param facts by the names that policies use
 */
public record TicketFacts(Map<String, String> facts) {
    public static final TicketFacts NONE = new TicketFacts(Map.of());

    public static final String ATTRIBUTE = "attributes.";

    /** In which the customer writes, as a tag of BCP 47. The first word on it stays: a later "ok" is no other language. */
    public static final String LANGUAGE = "language";

    private static final String TEAM = "team";
    private static final String GROUP = "group";
    private static final String KIND = "kind";
    private static final String GRADE = "grade";
    private static final String REASON = "_reason";
    private static final String COMPLAINT = "complaint";
    /** From the mildest on. */
    private static final List<String> GRADES = List.of("general", "complex", "major");

    /** Said of an event, not of its ticket. */
    private static final Set<String> NO_FACTS =
            Set.of(TicketEvent.SEQUENCE, TicketEvent.SNAPSHOT, TicketEvent.CREATED_AT, TicketEvent.TRIAGE);

    /** What a snapshot would name if it were so. Kind and grade may be our own judgement, which no source tells. */
    private static final Set<String> TOLD_BY_SNAPSHOTS =
            Set.of("priority", TEAM, GROUP, "to", "tags", "tier", "product", "region");

    /** Helpdesks call teams groups, and whom a ticket was given to its agent. */
    private static final Map<String, List<String>> OTHER_NAMES = Map.of(TEAM, List.of(GROUP), "agent", List.of("to"));

    /**
     * What facts say by the name of a segment's dimension; null when nothing is known.
     *
     * @param facts by the names that policies use
     */
    public static @Nullable String named(Map<String, String> facts, String dimension) {
        String plain = dimension.startsWith(ATTRIBUTE) ? dimension.substring(ATTRIBUTE.length()) : dimension;
        Stream<String> names = Stream.concat(Stream.of(plain), OTHER_NAMES.getOrDefault(plain, List.of()).stream());
        return Stream.concat(names, Stream.of(ATTRIBUTE + plain))
                .map(facts::get)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    public TicketFacts after(TicketEvent event) {
        Map<String, String> details =
                spokenFirst(event.detail(TicketEvent.TRIAGE).isPresent() ? raised(event) : event.details());
        if (!event.isSnapshot() && tellsNothingNew(details)) {
            return this;
        }
        Map<String, String> merged = new TreeMap<>(facts);
        if (event.isSnapshot()) {
            merged.keySet().removeIf(name -> TOLD_BY_SNAPSHOTS.contains(name) || name.startsWith(ATTRIBUTE));
        }
        // Two names for one thing: the latest word on either is the latest on both.
        if (details.containsKey(TEAM) || details.containsKey(GROUP)) {
            merged.remove(TEAM);
            merged.remove(GROUP);
        }
        details.forEach((name, value) -> {
            if (value.isBlank()) {
                merged.remove(name);
            } else if (!NO_FACTS.contains(name)) {
                merged.put(name, value);
            }
        });
        return new TicketFacts(merged);
    }

    private Map<String, String> spokenFirst(Map<String, String> details) {
        if (!details.containsKey(LANGUAGE) || !facts.containsKey(LANGUAGE)) {
            return details;
        }
        Map<String, String> others = new TreeMap<>(details);
        others.remove(LANGUAGE);
        return others;
    }

    /** What of a judgement is graver than what is known: a later thank-you does not make a complaint a trifle. */
    private Map<String, String> raised(TicketEvent event) {
        Map<String, String> details = new TreeMap<>(event.details());
        String grade = value(GRADE);
        if (!grade.isEmpty() && GRADES.indexOf(details.getOrDefault(GRADE, "")) <= GRADES.indexOf(grade)) {
            details.remove(GRADE);
            details.remove(GRADE + REASON);
        }
        String kind = value(KIND);
        if (!kind.isEmpty() && (kind.equals(COMPLAINT) || !COMPLAINT.equals(details.get(KIND)))) {
            details.remove(KIND);
            details.remove(KIND + REASON);
        }
        return details;
    }

    private boolean tellsNothingNew(Map<String, String> details) {
        for (Map.Entry<String, String> detail : details.entrySet()) {
            String known = facts.getOrDefault(detail.getKey(), "");
            if (!detail.getValue().equals(known) && !NO_FACTS.contains(detail.getKey())) {
                return false;
            }
        }
        return true;
    }

    public String priority() {
        return value("priority");
    }

    public String channel() {
        return value("channel");
    }

    /** The group that owns it; channels that know only teams mean those. */
    Optional<String> group() {
        return Stream.of(GROUP, TEAM).flatMap(name -> values(name).stream()).findFirst();
    }

    /** The person who has it. */
    Optional<String> person() {
        return values("to").stream().findFirst();
    }

    /** The values of a fact: many for tags, one for the others, none when it is unknown. */
    public List<String> values(String name) {
        return Arrays.stream(name.equals("tags") ? value(name).split(",", -1) : new String[] {value(name)})
                .map(String::trim)
                .filter(value -> !value.isEmpty())
                .toList();
    }

    /** Channels may send what policies name, such as product, as an attribute of their own. */
    private String value(String name) {
        String value = facts.get(name);
        return value == null ? facts.getOrDefault(ATTRIBUTE + name, "") : value;
    }
}
