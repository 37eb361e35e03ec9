package io.satisflow.flink.outcome;

import io.satisflow.satisfaction.outcome.Found;
import io.satisflow.satisfaction.outcome.OutcomeRule;
import io.satisflow.ticket.TicketEnd;
import io.satisflow.ticket.TicketFacts;
import java.io.Serializable;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What is looked for.
 *
 * @param rules none when nothing is
 * @param ends by channel, how its tickets end
 * @param dimensions what has to be known of a ticket to count it: its segments, and what metrics ask for
 * @param remembered how long what was found may have to be taken back
 */
public record OutcomeRules(
        List<OutcomeRule> rules, Map<String, TicketEnd> ends, Set<String> dimensions, Duration remembered)
        implements Serializable {

    public OutcomeRules {
        rules = List.copyOf(rules);
        ends = new TreeMap<>(ends);
        dimensions = new TreeSet<>(dimensions);
    }

    boolean isEmpty() {
        return rules.isEmpty();
    }

    boolean isAboutCustomers() {
        return rules.stream().anyMatch(rule -> rule.measure().isOfCustomers());
    }

    TicketEnd end(String channel) {
        return ends.getOrDefault(channel, TicketEnd.AS_ALL_OTHERS);
    }

    /** How long after its last word a ticket or a case is kept: nothing that is found of it can change any more. */
    Duration kept() {
        return longest().plus(remembered);
    }

    /** The longest time that anything is looked at. */
    Duration longest() {
        return rules.stream().map(OutcomeRule::within).max(Duration::compareTo).orElse(Duration.ZERO);
    }

    /** With no more facts than count. */
    Found reduced(Found found) {
        Map<String, String> facts = new TreeMap<>();
        for (String dimension : dimensions) {
            String value = TicketFacts.named(found.facts(), dimension);
            if (value != null) {
                facts.put(dimension, value);
            }
        }
        return new Found(found.metric(), found.anchor(), found.at(), found.hit(), found.finalAt(), facts);
    }
}
