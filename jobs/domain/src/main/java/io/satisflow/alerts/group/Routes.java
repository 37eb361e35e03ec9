package io.satisflow.alerts.group;

import io.satisflow.alerts.lifecycle.Alert;
import io.satisflow.alerts.rule.Label;
import java.io.Serializable;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Where alerts go: each to the first route that matches it. */
public record Routes(List<Route> routes) implements Serializable {
    /** The receiver that is always there: whoever runs the engine. */
    public static final String TERMINAL = "terminal";

    /** Ticket alerts by team, score alerts by rule and metric. */
    public static final Routes DEFAULT = to(TERMINAL, GroupTiming.SCORES);

    public Routes {
        routes = List.copyOf(routes);
    }

    /** Everything to one receiver. */
    public static Routes to(String receiver, GroupTiming timing) {
        GroupTiming tickets = new GroupTiming(timing.groupWait(), timing.interval(), null);
        return new Routes(List.of(
                new Route(
                        Map.of(Label.KIND, List.of(Label.TICKET)), receiver, List.of(Label.KIND, Label.TEAM), tickets),
                new Route(Map.of(), receiver, List.of(Label.RULE, Label.METRIC), timing)));
    }

    /** Empty when no route matches: the alert stands on its topic, and nobody is told. */
    public Optional<GroupKey> find(Alert alert) {
        for (int i = 0; i < routes.size(); i++) {
            Route route = routes.get(i);
            if (route.matches(alert)) {
                return Optional.of(new GroupKey(route.receiver(), i, route.group(alert)));
            }
        }
        return Optional.empty();
    }

    public GroupTiming timing(GroupKey key) {
        return routes.get(key.route()).timing();
    }
}
