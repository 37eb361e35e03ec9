package io.satisflow.alerts;

import io.satisflow.alerts.inhibition.InhibitNode;
import io.satisflow.alerts.inhibition.InhibitRules;
import io.satisflow.alerts.receiver.Language;
import io.satisflow.alerts.receiver.Receiver;
import io.satisflow.alerts.receiver.ReceiverNode;
import io.satisflow.alerts.receiver.TicketLinks;
import io.satisflow.alerts.route.Routes;
import io.satisflow.alerts.route.RoutesNode;
import io.satisflow.alerts.route.TimeInterval;
import io.satisflow.alerts.route.TimesNode;
import io.satisflow.alerts.rule.AlertRule;
import io.satisflow.alerts.rule.AlertRuleNode;
import io.satisflow.alerts.rule.AlertRules;
import io.satisflow.config.ConfigException;
import io.satisflow.config.ConfigNode;
import io.satisflow.config.ConfigProblem;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/** The {@code alerts} of the settings. */
public final class AlertSettingsNode {
    private final ConfigNode node;
    private final Language language;
    private final List<ConfigProblem> problems = new ArrayList<>();

    private AlertSettingsNode(ConfigNode node, Language language) {
        this.node = node;
        this.language = language;
    }

    /**
     * @param language that of the settings, where receivers name none
     * @throws ConfigException with everything that is wrong in it
     */
    public static AlertSettings read(ConfigNode node, Language language) {
        return new AlertSettingsNode(node, language).read();
    }

    private AlertSettings read() {
        node.allowOnly(
                "rules", "receivers", "routes", "intervals", "times", "external_url", "inhibit", "zone", "links");
        List<AlertRule> rules = in("rules", AlertSettingsNode::rules).orElse(AlertRules.DEFAULT);
        ZoneId zone = in("zone", ConfigNode::zone).orElse(ZoneOffset.UTC);
        List<Receiver> receivers =
                in("receivers", list -> receivers(list, language, zone)).orElse(List.of());
        RoutesNode.Pace pace = in("intervals", RoutesNode::pace).orElse(RoutesNode.Pace.DEFAULT);
        Map<String, TimeInterval> times = in("times", TimesNode::read).orElse(Map.of());
        RoutesNode reader = new RoutesNode(receivers, pace, times);
        Routes routes = in("routes", reader::read).orElseGet(reader::byDefault);
        String externalUrl = in("external_url", ConfigNode::text).orElse("");
        InhibitRules inhibit = in("inhibit", InhibitNode::read).orElse(InhibitRules.PARENTS_ONLY);
        TicketLinks links = in("links", TicketLinks::read).orElse(TicketLinks.NONE);
        if (!problems.isEmpty()) {
            throw new ConfigException(problems);
        }
        return new AlertSettings(rules, receivers, routes, language, externalUrl, inhibit, zone, links);
    }

    private <T> Optional<T> in(String key, Function<ConfigNode, T> reader) {
        return check(() -> node.find(key).map(reader));
    }

    /** Goes on after a problem, so that one run tells all of them. */
    private <T> Optional<T> check(Supplier<Optional<T>> reading) {
        try {
            return reading.get();
        } catch (ConfigException e) {
            problems.addAll(e.problems());
            return Optional.empty();
        }
    }

    private static List<AlertRule> rules(ConfigNode list) {
        List<ConfigNode> items = list.items();
        List<AlertRule> rules = ConfigNode.readEach(items, AlertRuleNode::read);
        refuseTwice(items, rules.stream().map(AlertRule::name).toList(), "rule");
        return rules;
    }

    private static List<Receiver> receivers(ConfigNode list, Language language, ZoneId zone) {
        List<ConfigNode> items = list.items();
        List<Receiver> receivers = ConfigNode.readEach(items, item -> ReceiverNode.read(item, language, zone));
        refuseTwice(items, receivers.stream().map(Receiver::name).toList(), "receiver");
        return receivers;
    }

    private static void refuseTwice(List<ConfigNode> items, List<String> names, String what) {
        Map<String, ConfigNode> taken = new HashMap<>();
        for (int i = 0; i < names.size(); i++) {
            ConfigNode first = taken.putIfAbsent(names.get(i), items.get(i));
            if (first != null) {
                throw items.get(i)
                        .require("name")
                        .problem("another %s in line %d is named \"%s\" already; give each its own name"
                                .formatted(what, first.asProblem("").line(), names.get(i)));
            }
        }
    }
}
