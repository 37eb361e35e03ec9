package io.satisflow.local.cli.alerts;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.satisflow.alerts.route.GroupKey;
import io.satisflow.alerts.route.Route;
import io.satisflow.alerts.route.Routes;
import io.satisflow.local.cli.option.SettingsChoice;
import io.satisflow.local.cli.option.UsageException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code alerts route}: who is told of an alert with these labels, and why? */
@Command(
        mixinStandardHelpOptions = true,
        name = "route",
        header = "Who is told of an alert with these labels, and why?",
        description = "A JSON line for each receiver: receiver, route, group and the reason why this route was taken.",
        footer = {"", "Example:", "  ./satisflow alerts route --labels kind=ticket,team=refunds,event=breach"})
final class AlertsRouteCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Mixin
    private SettingsChoice config;

    @Option(
            names = "--labels",
            required = true,
            split = ",",
            paramLabel = "NAME=VALUE",
            description = "the labels, separated by commas, or the option again for each")
    private List<String> labels;

    @Override
    public Integer call() {
        Routes routes = AlertsFile.read(config.existing()).settings().routes();
        Map<String, String> given = labels();
        List<Route> taken = routes.matching(given);
        if (taken.isEmpty()) {
            spec.commandLine().getErr().println("No route matches: the alert stands on its topic, and nobody is told");
        }
        for (GroupKey key : routes.find(given)) {
            spec.commandLine().getOut().println(json(routes, key));
        }
        return 0;
    }

    private Map<String, String> labels() {
        Map<String, String> read = new TreeMap<>();
        for (String label : labels) {
            int equals = label.indexOf('=');
            if (equals < 1) {
                throw new UsageException("--labels %s: expected such as team=refunds,event=breach".formatted(label));
            }
            read.put(
                    label.substring(0, equals).trim(),
                    label.substring(equals + 1).trim());
        }
        return read;
    }

    private static ObjectNode json(Routes routes, GroupKey key) {
        Route route = routes.of(key);
        int place = routes.routes().indexOf(route) + 1;
        ObjectNode line = JsonNodeFactory.instance.objectNode();
        line.put("receiver", key.receiver());
        line.put("route", route.name());
        ObjectNode group = line.putObject("group");
        key.labels().forEach(group::put);
        line.put("reason", reason(route, place, routes.routes().size()));
        return line;
    }

    private static String reason(Route route, int place, int of) {
        String matched = route.match().entrySet().stream()
                .map(wanted -> wanted.getKey() + "=" + String.join("|", wanted.getValue()))
                .collect(Collectors.joining(", "));
        String first = matched.isEmpty() ? "takes every alert" : "matches " + matched;
        return "route %d of %d %s%s"
                .formatted(place, of, first, route.goesOn() ? ", and later routes are asked too" : "");
    }
}
