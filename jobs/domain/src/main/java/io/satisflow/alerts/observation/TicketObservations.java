package io.satisflow.alerts.observation;

import io.satisflow.alerts.lifecycle.Observation;
import io.satisflow.alerts.lifecycle.ObservedState;
import io.satisflow.alerts.receiver.TicketLinks;
import io.satisflow.alerts.rule.AlertCondition;
import io.satisflow.alerts.rule.AlertRule;
import io.satisflow.alerts.rule.Fact;
import io.satisflow.alerts.rule.Label;
import io.satisflow.alerts.rule.Severity;
import io.satisflow.sla.clock.SlaEvent;
import io.satisflow.sla.clock.SlaEventType;
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
    /** The reason of a breach that was one already when the policy came to hold; nobody is told. */
    private static final String BREACHED_ON_APPLY = "breached_on_apply";

    private final List<AlertRule> rules;
    private final TicketLinks links;

    public TicketObservations(List<AlertRule> rules) {
        this(rules, TicketLinks.NONE);
    }

    /** @param links to tickets whose channel gives none */
    public TicketObservations(List<AlertRule> rules, TicketLinks links) {
        this.links = links;
        this.rules = rules.stream()
                .filter(rule -> rule.condition() instanceof AlertCondition.Ticket)
                .toList();
    }

    public List<Observation> of(SlaEvent word) {
        return switch (word.type()) {
            case WARN, BREACH -> BREACHED_ON_APPLY.equals(word.reason()) ? List.of() : said(word);
            case FULFIL, CANCEL ->
                Stream.of(SlaEventType.WARN, SlaEventType.BREACH)
                        .flatMap(type -> over(word, type))
                        .toList();
            case RETRACT ->
                Stream.ofNullable(word.retracted())
                        .flatMap(type -> over(word, type))
                        .toList();
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
        first(details, "subject", "attributes.subject", "text")
                .ifPresent(text -> facts.put(Fact.SUBJECT, FirstWords.of(text)));
        first(details, "link", "url", "attributes.link", "attributes.url")
                .or(() -> first(details, "channel").flatMap(channel -> links.of(channel, ticket)))
                .ifPresent(link -> facts.put(Fact.LINK, link));
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

    private List<Observation> said(SlaEvent word) {
        List<Observation> said = new ArrayList<>();
        for (AlertRule rule : rules) {
            if (watches(rule, word, word.type())) {
                String reason =
                        Objects.requireNonNullElse(word.reason(), word.type().wireName());
                said.add(observation(rule, word, word.type(), ObservedState.BAD, reason));
            }
        }
        if (word.type() == SlaEventType.BREACH && said.isEmpty()) {
            // Nobody is told of the breach, but what was nearly due is not so any more.
            rules.stream()
                    .filter(rule -> watches(rule, word, SlaEventType.WARN))
                    .forEach(rule -> said.add(
                            observation(rule, word, SlaEventType.WARN, ObservedState.OVER, "overtaken: breach")));
        }
        return said;
    }

    private Stream<Observation> over(SlaEvent word, SlaEventType type) {
        String what = word.type().wireName();
        String reason = word.reason() == null ? what : what + ": " + word.reason();
        return rules.stream()
                .filter(rule -> watches(rule, word, type))
                .map(rule -> observation(rule, word, type, ObservedState.GOOD, reason));
    }

    private static boolean watches(AlertRule rule, SlaEvent word, SlaEventType type) {
        return rule.condition() instanceof AlertCondition.Ticket ticket
                && (ticket.clocks().isEmpty()
                        || ticket.clocks().contains(word.clock().wireName()))
                && ((ticket.onWarning() && type == SlaEventType.WARN)
                        || (ticket.onBreach() && type == SlaEventType.BREACH));
    }

    /** A breach leaves nothing to be warned of, so it ends its own warning. It counts when its grace is over. */
    private static Observation observation(
            AlertRule rule, SlaEvent word, SlaEventType type, ObservedState verdict, String reason) {
        boolean isBreach = type == SlaEventType.BREACH && verdict == ObservedState.BAD;
        return new Observation(
                word.ticket(),
                rule.name(),
                key(word, type),
                "%s/%s/%d/%s".formatted(word.type().wireName(), word.clock().wireName(), word.instance(), reason),
                isBreach ? word.asOf().plus(rule.grace()) : word.asOf(),
                verdict,
                rule.severity(),
                Map.of(
                        Label.KIND,
                        Label.TICKET,
                        Label.EVENT,
                        type.wireName(),
                        Label.CLOCK,
                        word.clock().wireName(),
                        Label.POLICY,
                        word.policy()),
                facts(word, type),
                reason,
                type == SlaEventType.BREACH ? key(word, SlaEventType.WARN) : null);
    }

    private static Map<String, String> facts(SlaEvent word, SlaEventType type) {
        Map<String, String> facts = new TreeMap<>(Map.of(
                Fact.TICKET, word.ticket(),
                Fact.CLOCK, word.clock().wireName(),
                Fact.EVENT, type.wireName(),
                Fact.POLICY, word.policy()));
        Optional.ofNullable(word.due()).ifPresent(due -> facts.put(Fact.DUE, due.toString()));
        return facts;
    }

    private static String key(SlaEvent word, SlaEventType type) {
        return "%s/%s/%d/%s".formatted(word.ticket(), word.clock().wireName(), word.instance(), type.wireName());
    }
}
