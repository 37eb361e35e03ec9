package io.satisflow.local.wall;

import io.satisflow.alerts.receiver.Language;
import io.satisflow.flink.io.KafkaConnection;
import io.satisflow.hook.action.LinkKey;
import io.satisflow.satisfaction.SatisfactionSettings;
import io.satisflow.satisfaction.period.Period;
import io.satisflow.satisfaction.score.TrackedMetric;
import io.satisflow.satisfaction.window.RollingWindow;
import io.satisflow.settings.Settings;
import io.satisflow.settings.WallSettings;
import io.satisflow.wall.WallOptions;
import io.satisflow.wall.access.Role;
import io.satisflow.wall.access.Token;
import io.satisflow.wall.view.Views;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** What the wall is told out of {@code satisflow.yaml}. */
public final class WallOfSettings {
    private WallOfSettings() {}

    /**
     * Beside an engine of this process, for whoever sits at this machine.
     *
     * @param port 0 for any free one
     */
    public static WallOptions embedded(KafkaConnection kafka, Settings settings, Language language, int port) {
        return new WallOptions(
                kafka,
                WallOptions.LOOPBACK,
                port,
                zone(settings.wall()),
                language.tag(),
                metrics(settings.satisfaction()),
                List.of(),
                WallOptions.VIEWERS,
                LinkKey.in(System::getenv));
    }

    /**
     * By itself, as the settings say.
     *
     * @throws IllegalArgumentException when a token is missing from the environment, or a token or the key for links is too short
     */
    public static WallOptions standalone(
            KafkaConnection kafka, Settings settings, String host, int port, Map<String, String> environment) {
        return new WallOptions(
                kafka,
                host,
                port,
                zone(settings.wall()),
                settings.alerts().language().tag(),
                metrics(settings.satisfaction()),
                settings.wall().tokens().stream()
                        .map(token -> token(token, environment))
                        .toList(),
                WallOptions.VIEWERS,
                LinkKey.in(environment::get));
    }

    private static Token token(WallSettings.WallToken token, Map<String, String> environment) {
        String secret = environment.getOrDefault(token.environment(), "");
        if (secret.isEmpty()) {
            throw new IllegalArgumentException("wall.tokens: %s is not set; it holds the token of \"%s\""
                    .formatted(token.environment(), token.name()));
        }
        return new Token(token.name(), token.mayAct() ? Role.ACT : Role.VIEW, secret);
    }

    private static ZoneId zone(WallSettings wall) {
        return Optional.ofNullable(wall.zone()).orElseGet(ZoneId::systemDefault);
    }

    static List<Views.MetricSetting> metrics(SatisfactionSettings settings) {
        return settings.metrics().stream()
                .map(tracked -> metric(tracked, settings))
                .toList();
    }

    private static Views.MetricSetting metric(TrackedMetric tracked, SatisfactionSettings settings) {
        return new Views.MetricSetting(
                tracked.metric().name(),
                tracked.metric().better().name().toLowerCase(Locale.ROOT),
                tracked.target() == null ? null : tracked.target().goal(),
                Stream.concat(
                                settings.windows().stream()
                                        .filter(window ->
                                                settings.metricsIn(window).contains(tracked))
                                        .map(RollingWindow::name),
                                periods(settings))
                        .toList());
    }

    private static Stream<String> periods(SatisfactionSettings settings) {
        return settings.periods() == null
                ? Stream.empty()
                : settings.periods().periods().stream().map(Period::wireName);
    }
}
