package io.satisflow.local.wall;

import io.satisflow.alerts.receiver.Language;
import io.satisflow.flink.io.KafkaConnection;
import io.satisflow.satisfaction.window.RollingWindow;
import io.satisflow.satisfaction.SatisfactionSettings;
import io.satisflow.satisfaction.window.TrackedMetric;
import io.satisflow.settings.Settings;
import io.satisflow.wall.WallOptions;
import io.satisflow.wall.view.Views;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;

/** What the wall is told out of {@code satisflow.yaml}. */
public final class WallOfSettings {
    private WallOfSettings() {}

    /**
     * For whoever sits at this machine.
     *
     * @param zone of the team
     * @param port 0 for any free one
     */
    public static WallOptions loopback(
            KafkaConnection kafka, Settings settings, ZoneId zone, Language language, int port) {
        return new WallOptions(
                kafka,
                WallOptions.LOOPBACK,
                port,
                zone,
                language.tag(),
                metrics(settings.satisfaction()),
                List.of(),
                WallOptions.VIEWERS);
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
                tracked.target(),
                settings.windows().stream()
                        .filter(window -> settings.metricsIn(window).contains(tracked))
                        .map(RollingWindow::name)
                        .toList());
    }
}
