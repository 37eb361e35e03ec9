package io.satisflow.alerts.route;

import io.satisflow.alerts.rule.Label;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Where alerts go: each to the first route that matches it, and to later ones where that one says so. */
public record Routes(List<Route> routes) implements Serializable {
    /** The receiver that is always there: whoever runs the engine. */
    public static final String TERMINAL = "terminal";

    /** Ticket alerts by team, score alerts by rule and metric. */
    public static final Routes DEFAULT = to(TERMINAL, GroupTiming.SCORES);

    public Routes {
        routes = List.copyOf(routes);
    }

    /** Everything to one receiver, tickets as fast as {@link GroupTiming#ofTickets()}. */
    public static Routes to(String receiver, GroupTiming timing) {
        return to(receiver, timing, timing.ofTickets());
    }

    /** Everything to one receiver. */
    static Routes to(String receiver, GroupTiming timing, GroupTiming tickets) {
        return new Routes(List.of(
                new Route(
                        Map.of(Label.KIND, List.of(Label.TICKET)), receiver, List.of(Label.KIND, Label.TEAM), tickets),
                new Route(Map.of(), receiver, List.of(Label.RULE, Label.METRIC), timing)));
    }

    /** In order; empty when no route matches: the alert stands on its topic, and nobody is told. */
    public List<Route> matching(Map<String, String> labels) {
        List<Route> matching = new ArrayList<>();
        for (Route route : routes) {
            if (route.matches(labels)) {
                matching.add(route);
                if (!route.goesOn()) {
                    break;
                }
            }
        }
        return matching;
    }

    /** The groups that an alert of these labels belongs to. */
    public List<GroupKey> find(Map<String, String> labels) {
        return matching(labels).stream()
                .map(route -> new GroupKey(route.receiver(), route.name(), route.group(labels)))
                .distinct()
                .toList();
    }

    /** Of a group; one whose route is not there any more goes on at the usual pace until its alerts are over. */
    public Route of(GroupKey key) {
        return routes.stream()
                .filter(route -> route.name().equals(key.route()))
                .findFirst()
                .orElseGet(() -> new Route(
                        key.route(),
                        Map.of(),
                        key.receiver(),
                        List.copyOf(key.labels().keySet()),
                        GroupTiming.TICKETS,
                        false,
                        List.of(),
                        null,
                        false));
    }
}
