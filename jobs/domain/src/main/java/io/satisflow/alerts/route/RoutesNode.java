package io.satisflow.alerts.route;

import io.satisflow.alerts.receiver.Receiver;
import io.satisflow.config.ConfigNode;
import io.satisflow.config.DurationText;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The {@code routes}: each with what it matches, whom it tells, and how alerts are grouped. */
public final class RoutesNode {
    private static final String NEVER = "never";

    private final List<String> receivers;
    private final Pace pace;
    private final Map<String, TimeInterval> times;

    /** Where a route has none of its own. */
    public record Pace(GroupTiming scores, GroupTiming tickets) {
        public static final Pace DEFAULT = new Pace(GroupTiming.SCORES, GroupTiming.TICKETS);
    }

    /**
     * @param pace where a route has none of its own
     * @param times by name, for routes that are quiet then
     */
    public RoutesNode(List<Receiver> receivers, Pace pace, Map<String, TimeInterval> times) {
        this.receivers = Stream.concat(receivers.stream().map(Receiver::name), Stream.of(Routes.TERMINAL))
                .toList();
        this.pace = pace;
        this.times = times;
    }

    /** Where no routes are given, everything goes to the first receiver. */
    public Routes byDefault() {
        return Routes.to(receivers.get(0), pace.scores(), pace.tickets());
    }

    /** What no route matches goes where everything goes by default. */
    public Routes read(ConfigNode list) {
        refuseTwice(list.items());
        List<Route> routes = ConfigNode.readEach(list.items(), this::route).stream()
                .flatMap(List::stream)
                .toList();
        return new Routes(numbered(
                Stream.concat(routes.stream(), byDefault().routes().stream()).toList()));
    }

    private static void refuseTwice(List<ConfigNode> items) {
        Set<String> names = new HashSet<>();
        items.stream().flatMap(item -> item.find("name").stream()).forEach(name -> {
            if (!names.add(name.text())) {
                throw name.problem(
                        "another route is named \"%s\" already; give each its own name".formatted(name.text()));
            }
        });
    }

    /** Of two routes that say the same, the second would never be asked. */
    private static List<Route> numbered(List<Route> routes) {
        Set<String> names = new HashSet<>();
        return routes.stream().filter(route -> names.add(route.name())).toList();
    }

    /** {@code resolve_timeout} is of recorded alerts alone: those of rules end when their cause does. */
    public static Pace pace(ConfigNode node) {
        node.allowOnly("group_wait", "group_interval", "repeat_interval", "resolve_timeout", "tickets");
        GroupTiming scores = timing(node, GroupTiming.SCORES);
        return new Pace(
                scores,
                node.find("tickets")
                        .map(own -> tickets(own, scores.ofTickets()))
                        .orElse(scores.ofTickets()));
    }

    private static GroupTiming tickets(ConfigNode node, GroupTiming defaults) {
        node.allowOnly("group_wait", "group_interval", "repeat_interval");
        return timing(node, defaults);
    }

    /** Without groups of its own, a route groups tickets by team and scores by rule and metric. */
    private List<Route> route(ConfigNode node) {
        node.allowOnly(
                "name",
                "match",
                "receiver",
                "group_by",
                "group_wait",
                "group_interval",
                "repeat_interval",
                "continue",
                "quiet",
                "escalate");
        String receiver = receiver(node.require("receiver"));
        Map<String, List<String>> match =
                node.find("match").map(RoutesNode::match).orElse(Map.of());
        Optional<List<String>> groupBy =
                node.find("group_by").map(labels -> ConfigNode.readEach(labels.itemsOrSingle(), ConfigNode::text));
        return Routes.to(receiver, timing(node, pace.scores()), timing(node, pace.tickets())).routes().stream()
                .map(route -> route(
                        node,
                        new Route(
                                both(route.match(), match), receiver, groupBy.orElse(route.groupBy()), route.timing()),
                        route.match().isEmpty() ? "" : " (tickets)"))
                .toList();
    }

    private Route route(ConfigNode node, Route plain, String which) {
        return new Route(
                node.find("name")
                        .map(ConfigNode::text)
                        .map(name -> name + which)
                        .orElse(plain.name()),
                plain.match(),
                plain.receiver(),
                plain.groupBy(),
                plain.timing(),
                node.find("continue").map(ConfigNode::flag).orElse(false),
                node.find("quiet")
                        .map(list -> ConfigNode.readEach(list.itemsOrSingle(), this::time))
                        .orElse(List.of()),
                node.find("escalate").map(this::escalation).orElse(null),
                which.isEmpty());
    }

    private TimeInterval time(ConfigNode node) {
        TimeInterval interval = times.get(node.text());
        if (interval == null) {
            throw node.problem(
                    "there is no time \"%s\"; one of: %s".formatted(node.text(), String.join(", ", times.keySet())));
        }
        return interval;
    }

    /** {@code {after: 15m, receiver: lead}}. */
    private Escalation escalation(ConfigNode node) {
        node.allowOnly("after", "receiver");
        return new Escalation(node.require("after").duration(), receiver(node.require("receiver")));
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
                node.find("group_wait")
                        .map(value -> value.value(DurationText::parse))
                        .orElse(defaults.groupWait()),
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
