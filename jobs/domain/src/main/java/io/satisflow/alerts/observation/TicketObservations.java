package io.satisflow.alerts.observation;

import io.satisflow.alerts.lifecycle.Observation;
import io.satisflow.alerts.lifecycle.ObservedState;
import io.satisflow.alerts.rule.AlertCondition;
import io.satisflow.alerts.rule.AlertRule;
import io.satisflow.alerts.rule.Fact;
import io.satisflow.alerts.rule.Label;
import io.satisflow.alerts.rule.Severity;
import java.io.Serializable;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/** What the rules on tickets see in the words of their clocks, and what is known of a ticket itself. */
public final class TicketObservations implements Serializable {
    private static final String WARN = "warn";
    private static final String BREACH = "breach";
    private static final int FIRST_WORDS = 80;

    /** The reason of a breach that was one already when the policy came to hold; nobody is told. */
    private static final String BREACHED_ON_APPLY = "breached_on_apply";

    private final List<AlertRule> rules;

    public TicketObservations(List<AlertRule> rules) {
        this.rules = rules.stream()
                .filter(rule -> rule.condition() instanceof AlertCondition.Ticket)
                .toList();
    }

    public List<Observation> of(ClockEvent word) {
        return switch (word.event()) {
            case WARN, BREACH -> BREACHED_ON_APPLY.equals(word.reason()) ? List.of() : said(word);
            case "fulfil", "cancel" ->
                Stream.of(WARN, BREACH).flatMap(event -> over(word, event)).toList();
            case "retract" ->
                over(word, Objects.requireNonNullElse(word.retracts(), "")).toList();
            default -> List.of();
        };
    }

    /**
     * What an event of a ticket says about it: its team, its channel, who has it, what it is about. Empty when it says nothing
     * of these.
     *
     * @param details as the ticket event has them
     */
    public Optional<Observation> about(String ticket, String eventId, Instant at, Map<String, String> details) {
        Map<String, String> labels = new TreeMap<>();
        Map<String, String> facts = new TreeMap<>();
        first(details, "team", "group", "attributes.team").ifPresent(team -> labels.put(Label.TEAM, team));
        first(details, "channel").ifPresent(channel -> labels.put(Label.CHANNEL, channel));
        first(details, "to", "owner", "attributes.owner").ifPresent(person -> facts.put(Fact.ASSIGNEE, person));
        first(details, "product", "attributes.product").ifPresent(product -> facts.put(Fact.PRODUCT, product));
        first(details, "priority").ifPresent(priority -> facts.put(Fact.PRIORITY, priority));
        first(details, "subject", "attributes.subject", "text").ifPresent(text -> facts.put(Fact.SUBJECT, firstWords(text)));
        first(details, "link", "url", "attributes.link", "attributes.url").ifPresent(link -> facts.put(Fact.LINK, link));
        first(details, "status").ifPresent(status -> facts.put(Fact.STATUS, status));
        if (rules.isEmpty() || (labels.isEmpty() && facts.isEmpty())) {
            return Optional.empty();
        }
        return Optional.of(new Observation(
                ticket, "", "", eventId, at, ObservedState.ABOUT, Severity.INFO, labels, facts, "", null));
    }

    private static Optional<String> first(Map<String, String> details, String... names) {
        return Stream.of(names)
                .flatMap(name -> Optional.ofNullable(details.get(name)).stream())
                .filter(value -> !value.isBlank())
                .findFirst();
    }

    private static String firstWords(String text) {
        String line = text.strip().replaceAll("\\s+", " ");
        return line.codePointCount(0, line.length()) <= FIRST_WORDS
                ? line
                : line.substring(0, line.offsetByCodePoints(0, FIRST_WORDS - 1)) + "…";
    }

    private List<Observation> said(ClockEvent word) {
        List<Observation> said = new ArrayList<>();
        for (AlertRule rule : rules) {
            if (watches(rule, word, word.event())) {
                String reason = Objects.requireNonNullElse(word.reason(), word.event());
                said.add(observation(rule, word, word.event(), ObservedState.BAD, reason));
            }
        }
        if (word.event().equals(BREACH) && said.isEmpty()) {
            // Nobody is told of the breach, but what was nearly due is not so any more.
            rules.stream()
                    .filter(rule -> watches(rule, word, WARN))
                    .forEach(rule -> said.add(observation(rule, word, WARN, ObservedState.OVER, "overtaken: breach")));
        }
        return said;
    }

    private Stream<Observation> over(ClockEvent word, String event) {
        String reason = word.reason() == null ? word.event() : word.event() + ": " + word.reason();
        return rules.stream()
                .filter(rule -> watches(rule, word, event))
                .map(rule -> observation(rule, word, event, ObservedState.GOOD, reason));
    }

    private static boolean watches(AlertRule rule, ClockEvent word, String event) {
        return rule.condition() instanceof AlertCondition.Ticket ticket
                && (ticket.clocks().isEmpty() || ticket.clocks().contains(word.clock()))
                && ((ticket.onWarning() && event.equals(WARN)) || (ticket.onBreach() && event.equals(BREACH)));
    }

    /** A breach leaves nothing to be warned of, so it ends its own warning. */
    private static Observation observation(
            AlertRule rule, ClockEvent word, String event, ObservedState verdict, String reason) {
        return new Observation(
                word.ticket(),
                rule.name(),
                key(word, event),
                "%s/%s/%d/%s".formatted(word.event(), word.clock(), word.instance(), reason),
                word.asOf(),
                verdict,
                rule.severity(),
                Map.of(
                        Label.KIND,
                        Label.TICKET,
                        Label.EVENT,
                        event,
                        Label.CLOCK,
                        word.clock(),
                        Label.POLICY,
                        word.policy()),
                facts(word, event),
                reason,
                event.equals(BREACH) ? key(word, WARN) : null);
    }

    private static Map<String, String> facts(ClockEvent word, String event) {
        Map<String, String> facts = new TreeMap<>(Map.of(
                Fact.TICKET, word.ticket(),
                Fact.CLOCK, word.clock(),
                Fact.EVENT, event,
                Fact.POLICY, word.policy()));
        Optional.ofNullable(word.due()).ifPresent(due -> facts.put(Fact.DUE, due.toString()));
        return facts;
    }

    private static String key(ClockEvent word, String event) {
        return "%s/%s/%d/%s".formatted(word.ticket(), word.clock(), word.instance(), event);
    }
}
