package io.satisflow.satisfaction;

import io.satisflow.config.ConfigNode;
import io.satisflow.satisfaction.window.RollingWindow;
import io.satisflow.satisfaction.window.TellingPace;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * {@code windows: [5m, 1h, {length: 24h, step: 1m}]}, or {@code windows: {rolling: [5m, 1h], lateness: 1h}}. Without a
 * step of its own, a window of up to five minutes moves every 5 s, one of up to a day every minute and a longer one every
 * quarter of an hour; of these steps about a hundredth of the length apart are told.
 */
record WindowsNode(List<RollingWindow> windows, Duration lateness) {
    private static final Duration SHORT = Duration.ofMinutes(5);
    private static final Duration SHORT_STEP = Duration.ofSeconds(5);
    private static final Duration STEP = Duration.ofMinutes(1);
    private static final Duration DAY = Duration.ofHours(24);
    private static final Duration LONG_STEP = Duration.ofMinutes(15);
    /** Divisors of a day, the longest first. */
    private static final List<Duration> TOLD =
            List.of(Duration.ofHours(6), Duration.ofHours(2), Duration.ofHours(1), LONG_STEP, SHORT, STEP);

    private static final int STEPS_TOLD = 60;
    private static final int PRESENTS_TOLD = 12;
    /** A segment to which more come is told the more often. */
    private static final int ANSWERS_A_MINUTE = 20;
    /** A row of bits tells which panes hold anything; longer ones would no longer be small. */
    private static final long MOST_STEPS = 50_000;

    static final List<RollingWindow> SHIPPED =
            List.of(paced("5m", SHORT), paced("1h", Duration.ofHours(1)), paced("24h", DAY));

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
        if (node.isMapping()) {
            node.allowOnly("length", "step");
        }
        ConfigNode length = node.isMapping() ? node.require("length") : node;
        String name = length.text().replace(" ", "");
        Optional<ConfigNode> step = node.isMapping() ? node.find("step") : Optional.empty();
        RollingWindow window = node.build(() -> step.map(ConfigNode::duration)
                .map(each -> new RollingWindow(name, length.duration(), each))
                .orElseGet(() -> paced(name, length.duration())));
        if (window.lengthMillis() / window.stepMillis() > MOST_STEPS) {
            throw node.problem("has more than %d steps; write a longer step".formatted(MOST_STEPS));
        }
        return window;
    }

    private static RollingWindow paced(String name, Duration length) {
        Duration step = stepOf(length);
        Duration present = min(part(length, step, PRESENTS_TOLD), LONG_STEP);
        TellingPace pace = new TellingPace(
                part(length, step, STEPS_TOLD), present, Math.max(1, present.toMinutes() * ANSWERS_A_MINUTE));
        return new RollingWindow(name, length, step, pace);
    }

    /** The longest of the usual steps of which the length has so many or more; at least a minute of a window of minutes. */
    private static Duration part(Duration length, Duration step, int parts) {
        return TOLD.stream()
                .filter(each -> each.multipliedBy(parts).compareTo(length) <= 0)
                .filter(each -> length.toMillis() % each.toMillis() == 0 && each.toMillis() % step.toMillis() == 0)
                .findFirst()
                .orElse(length.compareTo(SHORT) < 0 ? step : STEP);
    }

    private static Duration min(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }

    private static Duration stepOf(Duration length) {
        if (length.compareTo(SHORT) <= 0) {
            return SHORT_STEP;
        }
        return length.compareTo(DAY) > 0 && length.toMillis() % LONG_STEP.toMillis() == 0 ? LONG_STEP : STEP;
    }
}
