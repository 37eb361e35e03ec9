package io.satisflow.flink.satisfaction;

import io.satisflow.flink.outcome.OutcomeRules;
import io.satisflow.satisfaction.SatisfactionSettings;
import io.satisflow.ticket.TicketEnd;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * @param settings which metrics are kept, of which segments, in which windows
 * @param ends by channel, how its tickets end
 */
public record SatisfactionOptions(SatisfactionSettings settings, Map<String, TicketEnd> ends) {
    public static SatisfactionOptions of(SatisfactionSettings settings) {
        return new SatisfactionOptions(settings, Map.of());
    }

    /** What is looked for in tickets and customers. */
    OutcomeRules outcomes() {
        Set<String> dimensions = new TreeSet<>(settings.dimensions());
        dimensions.add("channel");
        return new OutcomeRules(settings.outcomes(), ends, dimensions, settings.remembered());
    }
}
