package io.satisflow.alerts.receiver;

import io.satisflow.config.ConfigNode;
import io.satisflow.hook.Hook;
import io.satisflow.hook.HookForm;
import io.satisflow.hook.HookRate;
import io.satisflow.hook.HookReceiver;
import io.satisflow.hook.HookSettings;
import io.satisflow.hook.Hooks;
import io.satisflow.hook.WebAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** One of the {@code receivers}: a name, and the settings of one hook. */
public final class ReceiverNode {
    private static final List<String> OWN = List.of("name", "language", "zone", "rate", "stale_after");
    private static final List<String> OF_EVERY_HOOK = List.of("allow_http", "allow_private", "ca_file");

    private ReceiverNode() {}

    public static Receiver read(ConfigNode node, Language language, ZoneId zone) {
        List<String> hooks =
                Hooks.all().stream().map(hook -> hook.form().name()).toList();
        node.allowOnly(Stream.concat(OWN.stream(), hooks.stream()).toArray(String[]::new));
        String name = node.require("name").text();
        Language own = node.find("language")
                .map(value -> value.value(Language::tagged))
                .orElse(language);
        @Nullable
        HookRate rate =
                node.find("rate").map(value -> value.value(HookRate::parse)).orElse(null);
        @Nullable
        Duration stale = node.find("stale_after").map(ConfigNode::duration).orElse(null);
        List<String> chosen =
                hooks.stream().filter(hook -> node.find(hook).isPresent()).toList();
        if (chosen.size() > 1) {
            throw node.problem(
                    "has several hooks (%s); give each a receiver of its own".formatted(String.join(", ", chosen)));
        }
        return new Receiver(
                name,
                own,
                node.find("zone").map(ConfigNode::zone).orElse(zone),
                chosen.stream()
                        .findFirst()
                        .map(hook ->
                                HookReceiver.of(name, settings(node.require(hook), Hooks.require(hook)), rate, stale))
                        .orElse(null));
    }

    private static HookSettings settings(ConfigNode node, Hook hook) {
        HookForm form = hook.form();
        node.allowOnly(
                Stream.concat(form.keys().stream(), OF_EVERY_HOOK.stream()).toArray(String[]::new));
        requireKeys(node, form);
        Map<String, String> values = new TreeMap<>();
        form.keys().forEach(key -> node.find(key).ifPresent(value -> values.put(key, value(key, value))));
        HookSettings settings = new HookSettings(
                form.name(),
                values,
                flag(node, "allow_http"),
                flag(node, "allow_private"),
                node.find("ca_file").map(ReceiverNode::path).orElse(null));
        node.find("url")
                .filter(isWeb())
                .ifPresent(url -> url.build(() -> WebAddress.parse(url.text(), settings.allowHttp())));
        return node.build(() -> {
            hook.check(settings);
            return settings;
        });
    }

    /** What is not a mail server. */
    private static Predicate<ConfigNode> isWeb() {
        return url -> !url.text().startsWith("smtp");
    }

    private static void requireKeys(ConfigNode node, HookForm form) {
        for (String required : form.required()) {
            List<String> alternatives = List.of(required.split("\\|"));
            long present = alternatives.stream()
                    .filter(key -> node.find(key).isPresent())
                    .count();
            if (present != 1) {
                throw node.problem(
                        "needs %s%s".formatted(present > 1 ? "only one of " : "", String.join(" or ", alternatives)));
            }
        }
    }

    private static String value(String key, ConfigNode node) {
        if (key.endsWith(HookSettings.SECRET)) {
            return variable(node);
        }
        return node.itemsOrSingle().stream().map(ConfigNode::text).collect(Collectors.joining(","));
    }

    private static String variable(ConfigNode node) {
        if (!node.text().matches("[A-Za-z_][A-Za-z0-9_]*")) {
            throw node.problem("is not the name of an environment variable; secrets do not stand in the settings");
        }
        return node.text();
    }

    private static String path(ConfigNode node) {
        return Path.of(node.file()).toAbsolutePath().resolveSibling(node.text()).toString();
    }

    private static boolean flag(ConfigNode node, String key) {
        return node.find(key).map(ConfigNode::flag).orElse(false);
    }
}
