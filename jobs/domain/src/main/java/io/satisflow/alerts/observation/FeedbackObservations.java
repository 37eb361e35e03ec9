package io.satisflow.alerts.observation;

import io.satisflow.alerts.lifecycle.Observation;
import io.satisflow.alerts.lifecycle.ObservedState;
import io.satisflow.alerts.receiver.TicketLinks;
import io.satisflow.alerts.rule.AlertCondition;
import io.satisflow.alerts.rule.AlertRule;
import io.satisflow.alerts.rule.Fact;
import io.satisflow.alerts.rule.Label;
import java.io.Serializable;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/** What the rules see in a single feedback: whether somebody should read it at once, and who. */
public final class FeedbackObservations implements Serializable {
    private static final String ATTRIBUTE = "attributes.";

    private final List<AlertRule> rules;
    private final TicketLinks links;

    public FeedbackObservations(List<AlertRule> rules, TicketLinks links) {
        this.rules = rules.stream()
                .filter(rule -> rule.condition() instanceof AlertCondition.SingleFeedback)
                .toList();
        this.links = links;
    }

    public List<Observation> of(HeardFeedback heard) {
        return rules.stream()
                .flatMap(
                        rule -> rule.condition() instanceof AlertCondition.SingleFeedback asked && matches(asked, heard)
                                ? Stream.of(observation(rule, asked, heard))
                                : Stream.<Observation>empty())
                .toList();
    }

    private static boolean matches(AlertCondition.SingleFeedback asked, HeardFeedback heard) {
        return asked.when().entrySet().stream()
                        .allMatch(wanted -> fact(heard, wanted.getKey())
                                .filter(wanted.getValue()::contains)
                                .isPresent())
                && (asked.ratingAtMost() == null || lowest(asked, heard).isPresent())
                && isBelow(asked, heard)
                && length(heard) >= asked.charactersAtLeast();
    }

    private static boolean isBelow(AlertCondition.SingleFeedback asked, HeardFeedback heard) {
        Double bound = asked.sentimentBelow();
        Double sentiment = heard.sentiment();
        return bound == null || (sentiment != null && sentiment < bound);
    }

    private static int length(HeardFeedback heard) {
        String text = heard.text();
        return text == null ? 0 : text.codePointCount(0, text.length());
    }

    /** The lowest rating that is asked for. */
    private static Optional<Double> lowest(AlertCondition.SingleFeedback asked, HeardFeedback heard) {
        double bound = asked.ratingAtMost() == null ? Double.MAX_VALUE : asked.ratingAtMost();
        return heard.ratings().entrySet().stream()
                .filter(rating -> asked.question() == null || asked.question().equals(rating.getKey()))
                .map(Map.Entry::getValue)
                .filter(value -> value <= bound)
                .min(Double::compare);
    }

    private static Optional<String> fact(HeardFeedback heard, String name) {
        return Optional.ofNullable(heard.facts().get(name))
                .or(() -> Optional.ofNullable(heard.facts().get(ATTRIBUTE + name)))
                .filter(value -> !value.isBlank());
    }

    private Observation observation(AlertRule rule, AlertCondition.SingleFeedback asked, HeardFeedback heard) {
        String key = heard.channel() + "/" + heard.id();
        Map<String, String> labels = new TreeMap<>(
                Map.of(Label.KIND, Label.TICKET, Label.EVENT, Fact.FEEDBACK, Label.CHANNEL, heard.channel()));
        fact(heard, "team").or(() -> fact(heard, "group")).ifPresent(team -> labels.put(Label.TEAM, team));
        return new Observation(
                "feedback/" + key,
                rule.name(),
                key,
                key,
                heard.knownAt(),
                ObservedState.BAD,
                rule.severity(),
                labels,
                facts(asked, heard),
                rule.name(),
                null);
    }

    private Map<String, String> facts(AlertCondition.SingleFeedback asked, HeardFeedback heard) {
        Map<String, String> facts = new TreeMap<>(Map.of(Fact.FEEDBACK, heard.id()));
        fact(heard, "owner")
                .or(() -> Optional.ofNullable(asked.owner()))
                .ifPresent(owner -> facts.put(Fact.ASSIGNEE, owner));
        fact(heard, "product").ifPresent(product -> facts.put(Fact.PRODUCT, product));
        Optional.ofNullable(heard.text())
                .filter(text -> !text.isBlank())
                .ifPresent(text -> facts.put(Fact.SUBJECT, FirstWords.of(text)));
        lowest(asked, heard).ifPresent(rating -> facts.put(Fact.RATING, number(rating)));
        Optional.ofNullable(heard.sentiment())
                .ifPresent(score -> facts.put(Fact.SENTIMENT, String.format(Locale.ROOT, "%.2f", score)));
        fact(heard, "link")
                .or(() -> fact(heard, "url"))
                .or(() -> links.of(heard.channel(), heard.id()))
                .ifPresent(link -> facts.put(Fact.LINK, link));
        return facts;
    }

    private static String number(double value) {
        return value == Math.rint(value) ? Long.toString((long) value) : Double.toString(value);
    }
}
