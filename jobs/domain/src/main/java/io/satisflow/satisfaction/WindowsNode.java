package io.satisflow.satisfaction;

import io.satisflow.config.ConfigNode;
import io.satisflow.satisfaction.window.RollingWindow;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * {@code windows: [5m, 1h, {length: 24h, step: 1m}]}, or {@code windows: {rolling: [5m, 1h], lateness: 1h}}. Without a
 * step of its own, a window of up to five minutes moves every 5 s and a longer one every minute.
 */
record WindowsNode(List<RollingWindow> windows, Duration lateness) {
    private static final Duration SHORT = Duration.ofMinutes(5);
    private static final Duration SHORT_STEP = Duration.ofSeconds(5);
    private static final Duration STEP = Duration.ofMinutes(1);
    /** A row of bits tells which panes hold anything; longer ones would no longer be small. */
    private static final long MOST_STEPS = 50_000;

    static final List<RollingWindow> SHIPPED = List.of(
            new RollingWindow("5m", SHORT, SHORT_STEP),
            new RollingWindow("1h", Duration.ofHours(1), STEP),
            new RollingWindow("24h", Duration.ofHours(24), STEP));

    static WindowsNode read(ConfigNode node) {
        if (node.isList()) {
            return new WindowsNode(windows(node), SatisfactionSettings.LATENESS);
        }
        node.allowOnly("rolling", "lateness");
        return new WindowsNode(
                node.find("rolling").map(WindowsNode::windows).orElse(SHIPPED),
                node.find("lateness").map(ConfigNode::duration).orElse(SatisfactionSettings.LATENESS));
    }

    private static List<RollingWindow> windows(ConfigNode node) {
        if (node.items().isEmpty()) {
            throw node.problem("names no window; write at least one, such as [1h]");
        }
        Set<Duration> lengths = new HashSet<>();
        return ConfigNode.readEach(node.items(), item -> {
            RollingWindow window = window(item);
            if (!lengths.add(window.length())) {
                throw item.problem("another window is %s long; keep one of them".formatted(window.name()));
            }
            return window;
        });
    }

    private static RollingWindow window(ConfigNode node) {
        if (!node.isMapping()) {
            return build(node, node, stepOf(node.duration()));
        }
        node.allowOnly("length", "step");
        ConfigNode length = node.require("length");
        return build(node, length, node.find("step").map(ConfigNode::duration).orElse(stepOf(length.duration())));
    }

    private static RollingWindow build(ConfigNode node, ConfigNode length, Duration step) {
        RollingWindow window =
                node.build(() -> new RollingWindow(length.text().replace(" ", ""), length.duration(), step));
        if (window.lengthMillis() / window.stepMillis() > MOST_STEPS) {
            throw node.problem("has more than %d steps; write a longer step".formatted(MOST_STEPS));
        }
        return window;
    }

    private static Duration stepOf(Duration length) {
        return length.compareTo(SHORT) > 0 ? STEP : SHORT_STEP;
    }
}
