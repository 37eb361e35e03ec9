package io.satisflow.local.live;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.satisflow.alerts.receiver.Receiver;
import io.satisflow.alerts.route.Route;
import io.satisflow.alerts.rule.AlertRule;
import io.satisflow.segment.GroupingSet;
import io.satisflow.settings.Settings;
import io.satisflow.sla.policy.SlaPolicy;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * What of the settings state is found by, as the directory of a run remembers it: by kind, the names, each with what else
 * decides whether state can be carried over. Nothing in it is secret.
 */
record NamedSettings(Map<String, Map<String, String>> byKind) {
    static final String CHANNELS = "channels";
    static final String WINDOWS = "windows";
    static final String GROUPINGS = "groupings";
    static final String METRICS = "metrics";
    static final String DRIFT = "drift";
    static final String RULES = "rules";
    static final String ROUTES = "routes";
    static final String RECEIVERS = "receivers";
    static final String POLICIES = "policies";
    static final String MODELS = "models";
    static final String RUN = "run";
    static final String PARALLELISM = "parallelism";
    static final String PARTITIONS = "partitions";

    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final String FILE = "settings.json";

    static NamedSettings of(Settings settings, int parallelism) {
        Map<String, Map<String, String>> all = new TreeMap<>();
        all.put(
                CHANNELS,
                named(settings.channels(), channel -> channel.mapping().channel(), channel -> channel.topic()));
        all.put(
                WINDOWS,
                named(
                        settings.satisfaction().windows(),
                        window -> window.name(),
                        window -> window.length() + " by " + window.step()));
        all.put(GROUPINGS, named(settings.satisfaction().groupings(), GroupingSet::name, grouping -> ""));
        all.put(
                METRICS,
                named(
                        settings.satisfaction().metrics(),
                        tracked -> tracked.metric().name(),
                        tracked -> tracked.metric().toString()));
        all.put(DRIFT, Map.of("step", settings.drift().step().toString()));
        all.put(RULES, named(settings.alerts().rules(), AlertRule::name, rule -> ""));
        all.put(ROUTES, named(settings.alerts().routes().routes(), Route::name, Route::receiver));
        all.put(RECEIVERS, named(settings.alerts().receivers(), Receiver::name, receiver -> ""));
        all.put(POLICIES, named(settings.sla().policies().policies(), SlaPolicy::name, policy -> ""));
        all.put(MODELS, named(settings.scoring().models(), model -> model.toString(), model -> ""));
        all.put(
                RUN,
                Map.of(
                        PARALLELISM,
                        String.valueOf(parallelism),
                        PARTITIONS,
                        String.valueOf(settings.topics().partitions())));
        return new NamedSettings(all);
    }

    private static <T> Map<String, String> named(
            Collection<T> settings, Function<T, String> name, Function<T, String> detail) {
        Map<String, String> named = new TreeMap<>();
        settings.forEach(each -> named.put(name.apply(each), detail.apply(each)));
        return named;
    }

    /** As an earlier run left them in its directory; empty when none did. */
    static Optional<NamedSettings> rememberedIn(Path directory) throws IOException {
        Path file = directory.resolve(FILE);
        return Files.exists(file)
                ? Optional.of(new NamedSettings(MAPPER.readValue(file.toFile(), new TypeReference<>() {})))
                : Optional.empty();
    }

    void rememberIn(Path directory) throws IOException {
        Path part = directory.resolve("." + FILE);
        MAPPER.writerWithDefaultPrettyPrinter().writeValue(part.toFile(), byKind);
        Files.move(part, directory.resolve(FILE), StandardCopyOption.REPLACE_EXISTING);
    }

    Map<String, String> of(String kind) {
        return byKind.getOrDefault(kind, Map.of());
    }
}
