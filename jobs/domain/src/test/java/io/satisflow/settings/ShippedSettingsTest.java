package io.satisflow.settings;

import static org.assertj.core.api.Assertions.assertThat;

import io.satisflow.alerts.AlertSettings;
import io.satisflow.drift.DriftRules;
import io.satisflow.satisfaction.SatisfactionFile;
import io.satisflow.satisfaction.score.TrackedMetric;
import io.satisflow.satisfaction.window.RollingWindow;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What config/satisflow.yaml shows is what holds where nothing is set. */
class ShippedSettingsTest {
    private static final Path FILE = Path.of(System.getProperty("satisflow.root", "../.."), "config", "satisflow.yaml");

    private final Settings shipped = SettingsFile.read(FILE, Optional.empty());

    @Test
    void segments_windows_and_metrics_are_the_built_in_ones() {
        assertThat(shipped.satisfaction()).isEqualTo(SatisfactionFile.defaults());
    }

    @Test
    void drift_is_watched_as_by_default() {
        assertThat(shipped.drift()).isEqualTo(DriftRules.DEFAULT);
    }

    @Test
    void alerts_are_told_as_by_default() {
        assertThat(shipped.alerts()).isEqualTo(AlertSettings.DEFAULT);
    }

    @Test
    void drift_sees_everything_that_it_watches() {
        RollingWindow step = shipped.satisfaction().windows().stream()
                .filter(window -> window.length().equals(shipped.drift().step()))
                .findFirst()
                .orElseThrow();
        List<String> kept = shipped.satisfaction().metricsIn(step).stream()
                .map(TrackedMetric::metric)
                .map(metric -> metric.name())
                .toList();

        assertThat(kept).containsAll(shipped.drift().metrics());
    }
}
