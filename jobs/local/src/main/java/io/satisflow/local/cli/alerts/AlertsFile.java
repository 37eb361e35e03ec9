package io.satisflow.local.cli.alerts;

import io.satisflow.alerts.AlertSettings;
import io.satisflow.alerts.AlertSettingsNode;
import io.satisflow.alerts.receiver.Language;
import io.satisflow.alerts.rule.AlertRule;
import io.satisflow.config.ConfigFile;
import io.satisflow.config.ConfigNode;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The alerts of a settings file; nothing else in it needs to be right. A file that holds the keys of {@code alerts} by
 * themselves serves too.
 *
 * @param ownRules by name, those that stand in the file
 * @param resolveTimeout after which recorded alerts that are not pushed again are over; null for never
 */
record AlertsFile(
        AlertSettings settings,
        Map<String, AlertRule> ownRules,
        @Nullable Duration resolveTimeout) {

    static AlertsFile read(Path file) {
        ConfigNode root = ConfigFile.read(file);
        ConfigNode alerts = root.find("alerts").orElse(root);
        Language language = root == alerts
                ? Language.ENGLISH
                : root.find("language")
                        .map(node -> node.value(Language::tagged))
                        .orElse(Language.ENGLISH);
        Optional<Duration> timeout = alerts.find("intervals")
                .flatMap(intervals -> intervals.find("resolve_timeout"))
                .map(ConfigNode::duration);
        AlertSettings settings = AlertSettingsNode.read(alerts, language);
        return new AlertsFile(
                settings, alerts.find("rules").isPresent() ? settings.rulesByName() : Map.of(), timeout.orElse(null));
    }
}
