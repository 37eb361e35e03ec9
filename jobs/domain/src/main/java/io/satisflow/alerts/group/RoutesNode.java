package io.satisflow.alerts.group;

import io.satisflow.alerts.receiver.Receiver;
import io.satisflow.config.ConfigNode;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The {@code routes}: each with what it matches, whom it tells, and how alerts are grouped. */
public final class RoutesNode {
    private static final String NEVER = "never";

    private final List<String> receivers;
    private final GroupTiming timing;

    /** @param timing where a route has none of its own */
    public RoutesNode(List<Receiver> receivers, GroupTiming timing) {
        this.receivers = Stream.concat(receivers.stream().map(Receiver::name), Stream.of(Routes.TERMINAL))
                .toList();
        this.timing = timing;
    }

    /** Where no routes are given, everything goes to the first receiver. */
    public Routes byDefault() {
        return Routes.to(receivers.get(0), timing);
    }

    /** What no route matches goes where everything goes by default. */
    public Routes read(ConfigNode list) {
        List<Route> routes = ConfigNode.readEach(list.items(), this::route).stream()
                .flatMap(List::stream)
                .toList();
        return new Routes(
                Stream.concat(routes.stream(), byDefault().routes().stream()).toList());
    }

    public static GroupTiming timing(ConfigNode node) {
        node.allowOnly("group_wait", "group_interval", "repeat_interval");
        return timing(node, GroupTiming.SCORES);
    }

    /** Without groups of its own, a route groups tickets by team and scores by rule and metric. */
    private List<Route> route(ConfigNode node) {
        node.allowOnly("match", "receiver", "group_by", "group_wait", "group_interval", "repeat_interval");
        String receiver = receiver(node.require("receiver"));
        Map<String, List<String>> match =
                node.find("match").map(RoutesNode::match).orElse(Map.of());
        Optional<List<String>> groupBy =
                node.find("group_by").map(labels -> ConfigNode.readEach(labels.itemsOrSingle(), ConfigNode::text));
        GroupTiming own = timing(node, timing);
        return Routes.to(receiver, own).routes().stream()
                .map(route -> new Route(
                        both(route.match(), match),
                        receiver,
                        groupBy.orElse(route.groupBy()),
                        node.find("repeat_interval").isPresent() ? own : route.timing()))
                .toList();
    }

    private static Map<String, List<String>> both(Map<String, List<String>> one, Map<String, List<String>> other) {
        Map<String, List<String>> both = new TreeMap<>(one);
        other.forEach((label, values) -> both.merge(
                label,
                values,
                (mine, theirs) -> mine.stream().filter(theirs::contains).collect(Collectors.toList())));
        return both;
    }

    private String receiver(ConfigNode node) {
        if (!receivers.contains(node.text())) {
            throw node.problem(
                    "unknown receiver \"%s\"; one of: %s".formatted(node.text(), String.join(", ", receivers)));
        }
        return node.text();
    }

    private static Map<String, List<String>> match(ConfigNode node) {
        Map<String, List<String>> match = new TreeMap<>();
        node.entries()
                .forEach((label, values) ->
                        match.put(label, ConfigNode.readEach(values.itemsOrSingle(), ConfigNode::text)));
        return match;
    }

    private static GroupTiming timing(ConfigNode node, GroupTiming defaults) {
        return new GroupTiming(
                node.find("group_wait").map(ConfigNode::duration).orElse(defaults.groupWait()),
                node.find("group_interval").map(ConfigNode::duration).orElse(defaults.interval()),
                node.find("repeat_interval")
                        .map(RoutesNode::repeat)
                        .orElse(Optional.ofNullable(defaults.repeat()))
                        .orElse(null));
    }

    private static Optional<Duration> repeat(ConfigNode node) {
        return node.text().equals(NEVER) ? Optional.empty() : Optional.of(node.duration());
    }
}
