package io.satisflow.settings;

import io.satisflow.alerts.rule.AlertCondition;
import io.satisflow.config.ConfigException;
import io.satisflow.config.ConfigNode;
import io.satisflow.config.ConfigProblem;
import io.satisflow.drift.DriftRules;
import io.satisflow.satisfaction.window.RollingWindow;
import io.satisflow.sla.clock.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/**
 * What one section of the settings says of another. A rule on a score that no window keeps is well written and would never
 * say a word, which nobody would notice.
 */
final class References {
    private final ConfigNode root;
    private final Settings settings;
    private final KeptScores kept;
    private final List<ConfigProblem> problems = new ArrayList<>();

    /** @param settings what was read from the root, where nothing is wrong by itself */
    References(ConfigNode root, Settings settings) {
        this.root = root;
        this.settings = settings;
        this.kept = new KeptScores(settings.satisfaction());
    }

    List<ConfigProblem> problems() {
        checkDrift(root.find("drift"));
        List<ConfigNode> rules = root.find("alerts")
                .flatMap(alerts -> alerts.find("rules"))
                .map(ConfigNode::items)
                .orElse(List.of());
        for (int i = 0; i < rules.size(); i++) {
            checkRule(rules.get(i), settings.alerts().rules().get(i).condition());
        }
        return problems;
    }

    private void checkDrift(Optional<ConfigNode> drift) {
        DriftRules rules = settings.drift();
        Optional<RollingWindow> window = kept.windowOf(rules.step());
        if (window.isEmpty()) {
            ConfigNode place = drift.flatMap(node -> node.find("step"))
                    .or(() -> root.find("windows"))
                    .orElse(root);
            problems.add(place.asProblem(
                    "drift looks at steps of %s, but no window is so long; add it to windows, or set drift.step to one of: %s"
                            .formatted(text(rules.step()), kept.windows())));
            return;
        }
        // The usual metrics need not be measured everywhere; those that somebody names should be.
        drift.ifPresent(
                node -> eachWord(node, "metrics", metric -> kept.requireScore(metric, metric.text(), window.get())));
    }

    private void checkRule(ConfigNode rule, AlertCondition condition) {
        if (condition instanceof AlertCondition.Threshold threshold) {
            checkThreshold(rule, threshold);
        } else if (condition instanceof AlertCondition.Drift) {
            eachWord(rule, "metrics", this::checkWatched);
        } else if (condition instanceof AlertCondition.Ticket) {
            eachWord(rule, "clocks", References::checkClock);
        }
        rule.find("segment")
                .ifPresent(segment -> check(() -> kept.requireGrouping(
                        segment,
                        segment.itemsOrSingle().stream().map(ConfigNode::text).toList())));
    }

    private void checkThreshold(ConfigNode rule, AlertCondition.Threshold threshold) {
        check(() -> {
            RollingWindow window = kept.window(rule.require("window"), threshold.window());
            kept.requireScore(rule.require("metric"), threshold.metric(), window);
        });
    }

    private void checkWatched(ConfigNode metric) {
        List<String> watched = settings.drift().metrics();
        if (!watched.contains(metric.text())) {
            throw metric.problem("drift does not watch \"%s\"; add it to drift.metrics, or take one of: %s"
                    .formatted(metric.text(), String.join(", ", watched)));
        }
    }

    private static void checkClock(ConfigNode clock) {
        if (Clock.named(clock.text()).isEmpty()) {
            throw clock.problem("there is no clock \"%s\"; one of: %s"
                    .formatted(
                            clock.text(),
                            Arrays.stream(Clock.values()).map(Clock::wireName).collect(Collectors.joining(", "))));
        }
    }

    private void eachWord(ConfigNode node, String key, Consumer<ConfigNode> check) {
        node.find(key)
                .map(ConfigNode::itemsOrSingle)
                .orElse(List.of())
                .forEach(word -> check(() -> check.accept(word)));
    }

    private void check(Runnable checking) {
        try {
            checking.run();
        } catch (ConfigException e) {
            problems.addAll(e.problems());
        }
    }

    /** As people write it: ISO without its beginning. */
    private static String text(Duration duration) {
        return duration.toString().substring(2).toLowerCase(Locale.ROOT);
    }
}
