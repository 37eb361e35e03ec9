package io.satisflow.sla.policy;

import io.satisflow.calendar.BusinessCalendar;
import io.satisflow.config.ConfigNode;
import io.satisflow.sla.clock.CalendarChange;
import io.satisflow.sla.clock.Clock;
import io.satisflow.sla.clock.ClockTarget;
import io.satisflow.ticket.TicketFacts;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Service-level policies as team leads write them, each with its conditions, its calendar and a target per clock. */
public final class PolicyFile {
    private static final String[] CLOCKS =
            Arrays.stream(Clock.values()).map(Clock::wireName).toArray(String[]::new);

    private static final String DEFAULT = "default";

    /** How the problem begins that a policy names a calendar which is not there. */
    public static final String UNKNOWN_CALENDAR = "unknown calendar";

    private final Map<String, BusinessCalendar> calendars;

    /** @param calendars by the names that policies use */
    public PolicyFile(Map<String, BusinessCalendar> calendars) {
        this.calendars = calendars;
    }

    /** @throws io.satisflow.config.ConfigException with everything that is wrong in it */
    public SlaPolicies read(ConfigNode root) {
        root.allowOnly("policies");
        List<ConfigNode> items = root.require("policies").items();
        List<SlaPolicy> policies = ConfigNode.readEach(items, this::policy);
        refuseUnusable(items, policies);
        return new SlaPolicies(policies);
    }

    private SlaPolicy policy(ConfigNode node) {
        node.allowOnly("name", "when", "calendar", "calendar_change", "targets");
        String name = node.require("name").text();
        Optional<PolicyCalendar> calendar = node.find("calendar").map(this::calendar);
        List<Condition> when = node.find("when").map(PolicyFile::conditions).orElse(List.of());
        CalendarChange change = node.find("calendar_change")
                .map(value -> value.oneOf(CalendarChange.class))
                .orElse(CalendarChange.EACH_STRETCH);
        Map<Clock, PolicyCalendar> own = ownCalendars(node.require("targets"));
        return new SlaPolicy(
                name,
                when,
                calendar.orElse(PolicyCalendar.of(BusinessCalendar.ALWAYS)),
                own,
                change,
                targets(node.require("targets"), calendar, own));
    }

    /** One for all, or {@code {team: {emea: berlin, apac: shanghai}, default: berlin}}. */
    private PolicyCalendar calendar(ConfigNode node) {
        if (!node.isMapping()) {
            return PolicyCalendar.of(namedCalendar(node));
        }
        List<String> facts = node.entries().keySet().stream()
                .filter(key -> !key.equals(DEFAULT))
                .toList();
        if (facts.size() != 1) {
            throw node.problem(
                    "calendars differ by one fact; write {team: {emea: berlin, apac: shanghai}, default: berlin}");
        }
        String fact = facts.get(0);
        node.allowOnly(
                Stream.concat(Stream.of(allowedFacts(node)), Stream.of(DEFAULT)).toArray(String[]::new));
        Map<String, BusinessCalendar> byValue = new TreeMap<>();
        ConfigNode.readEach(
                node.require(fact).entries().entrySet(),
                entry -> byValue.put(entry.getKey(), namedCalendar(entry.getValue())));
        return new PolicyCalendar(fact, byValue, namedCalendar(node.require(DEFAULT)));
    }

    private BusinessCalendar namedCalendar(ConfigNode node) {
        return Optional.ofNullable(calendars.get(node.text()))
                .orElseThrow(() -> node.problem(UNKNOWN_CALENDAR
                        + " \"%s\"; one of: %s".formatted(node.text(), String.join(", ", calendars.keySet()))));
    }

    private static List<Condition> conditions(ConfigNode when) {
        when.allowOnly(allowedFacts(when));
        return ConfigNode.readEach(when.entries().entrySet(), entry -> condition(entry.getKey(), entry.getValue()));
    }

    /** Attributes have any name, so those that stand there are among the allowed. */
    private static String[] allowedFacts(ConfigNode when) {
        Stream<String> attributes = when.entries().keySet().stream()
                .filter(key -> key.startsWith(TicketFacts.ATTRIBUTE) && key.length() > TicketFacts.ATTRIBUTE.length());
        return Stream.of(Condition.FACTS.stream(), Stream.of("attributes.<name>"), attributes)
                .flatMap(names -> names)
                .toArray(String[]::new);
    }

    private static Condition condition(String fact, ConfigNode node) {
        if (!node.isMapping()) {
            return new Condition(fact, values(node), List.of());
        }
        node.allowOnly("any", "not");
        List<String> anyOf = node.find("any").map(PolicyFile::values).orElse(List.of());
        List<String> noneOf = node.find("not").map(PolicyFile::values).orElse(List.of());
        if (anyOf.isEmpty() && noneOf.isEmpty()) {
            throw node.problem("asks for nothing; write a value, a list of values, {any: [..]} or {not: [..]}");
        }
        return new Condition(fact, anyOf, noneOf);
    }

    private static List<String> values(ConfigNode node) {
        List<String> values = ConfigNode.readEach(node.itemsOrSingle(), ConfigNode::text);
        if (values.isEmpty()) {
            throw node.problem("an empty list matches no ticket; write at least one value");
        }
        return values;
    }

    /** A clock may count other hours than the rest of its policy. */
    private Map<Clock, PolicyCalendar> ownCalendars(ConfigNode targets) {
        targets.allowOnly(CLOCKS);
        Map<Clock, PolicyCalendar> own = new EnumMap<>(Clock.class);
        ConfigNode.readEach(targets.entries().entrySet(), entry -> {
            entry.getValue()
                    .find("calendar")
                    .ifPresent(node -> own.put(Clock.named(entry.getKey()).orElseThrow(), calendar(node)));
            return entry;
        });
        return own;
    }

    private static Map<Clock, ClockTarget> targets(
            ConfigNode node, Optional<PolicyCalendar> calendar, Map<Clock, PolicyCalendar> own) {
        Map<Clock, ClockTarget> targets = new EnumMap<>(Clock.class);
        ConfigNode.readEach(node.entries().entrySet(), entry -> {
            Clock clock = Clock.named(entry.getKey()).orElseThrow();
            Optional<PolicyCalendar> counted =
                    Optional.ofNullable(own.get(clock)).or(() -> calendar);
            return targets.put(clock, TargetNode.read(clock, entry.getValue(), counted));
        });
        return targets;
    }

    private static void refuseUnusable(List<ConfigNode> items, List<SlaPolicy> policies) {
        Set<String> names = new HashSet<>();
        List<String> unconditional = new ArrayList<>();
        ConfigNode.readEach(items, item -> {
            SlaPolicy policy = policies.get(items.indexOf(item));
            if (!names.add(policy.name())) {
                throw item.require("name")
                        .problem("another policy is named \"%s\" already; give each its own name"
                                .formatted(policy.name()));
            }
            if (!unconditional.isEmpty()) {
                throw item.problem("is never reached, since \"%s\" above has no conditions and matches every ticket;"
                                .formatted(unconditional.get(0))
                        + " move it up");
            }
            if (policy.when().isEmpty()) {
                unconditional.add(policy.name());
            }
            return policy;
        });
    }
}
