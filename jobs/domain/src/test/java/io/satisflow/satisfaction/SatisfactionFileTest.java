package io.satisflow.satisfaction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.satisflow.config.ConfigException;
import io.satisflow.config.ConfigFile;
import io.satisflow.satisfaction.metric.Better;
import io.satisflow.satisfaction.metric.CustomerEffort;
import io.satisflow.satisfaction.metric.Question;
import io.satisflow.satisfaction.metric.SatisfactionRate;
import io.satisflow.satisfaction.score.ScoreTarget;
import io.satisflow.satisfaction.score.TrackedMetric;
import io.satisflow.satisfaction.window.RollingWindow;
import io.satisflow.satisfaction.window.TellingPace;
import io.satisflow.satisfaction.window.WindowGrid;
import io.satisflow.segment.GroupingSet;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SatisfactionFileTest {

    @Test
    void without_any_settings_the_shipped_ones_hold() {
        SatisfactionSettings settings = read("channels: []");

        assertThat(settings).isEqualTo(SatisfactionFile.defaults());
        assertThat(settings.windows()).extracting(RollingWindow::name).containsExactly("5m", "1h", "24h");
        assertThat(settings.groupings()).extracting(GroupingSet::name).contains("(all)", "channel,product");
        assertThat(settings.grids()).extracting(WindowGrid::step).containsExactly(5_000L, 60_000L);
    }

    @Test
    void sentiment_is_kept_always_what_drift_watches_from_an_hour_and_other_surveys_from_a_day() {
        SatisfactionSettings settings = SatisfactionFile.defaults();

        assertThat(names(settings, 0)).containsExactlyInAnyOrder("volume", "sentiment");
        assertThat(names(settings, 1))
                .containsExactlyInAnyOrder(
                        "volume",
                        "sentiment",
                        "csat",
                        "csat.stars",
                        "nps",
                        "first_reply_time",
                        "resolution_time",
                        "sla_attainment.first_reply",
                        "sla_attainment.total_resolution");
        assertThat(names(settings, 2)).contains("volume", "sentiment", "csat", "csat_mean", "nps", "ces");
    }

    @Test
    void the_longest_window_keeps_every_metric() {
        SatisfactionSettings settings = read("windows: [5m, 1h]");

        assertThat(names(settings, 0)).doesNotContain("csat");
        assertThat(names(settings, 1)).contains("csat", "nps");
    }

    @ParameterizedTest
    @CsvSource({
        "30s, PT5S, PT5S, PT5S",
        "5m, PT5S, PT1M, PT1M",
        "1h, PT1M, PT1M, PT5M",
        "90m, PT1M, PT1M, PT5M",
        "24h, PT1M, PT15M, PT15M",
        "7d, PT15M, PT2H, PT15M",
        "30d, PT15M, PT6H, PT15M"
    })
    void a_window_is_told_as_often_as_its_length_deserves(
            String length, Duration step, Duration steps, Duration present) {
        RollingWindow window = read("windows: [%s]".formatted(length)).windows().get(0);

        assertThat(window.step()).isEqualTo(step);
        assertThat(window.pace().steps()).isEqualTo(steps);
        assertThat(window.pace().present()).isEqualTo(present);
    }

    @Test
    void everything_can_be_set() {
        SatisfactionSettings settings = read("""
                segments: {by: [[], [team], [attributes.store, language]], cap: 20}
                windows: {rolling: [10m, {length: 2h, step: 30s}], lateness: 30m}
                metrics:
                  volume: {}
                  csat.10: {question: csat, scale: [1, 10], from: 1h}
                  csat.7: {question: csat, scale: [1, 7], top: 6}
                  ces: {scale: [1, 5], better: lower}
                targets: {csat.10: 80.5, ces: 2}
                """);

        assertThat(settings.cap()).isEqualTo(20);
        assertThat(settings.groupings())
                .extracting(GroupingSet::name)
                .containsExactly("(all)", "team", "attributes.store,language");
        assertThat(settings.windows())
                .containsExactly(
                        new RollingWindow(
                                "10m",
                                Duration.ofMinutes(10),
                                Duration.ofMinutes(1),
                                new TellingPace(Duration.ofMinutes(1), Duration.ofMinutes(1), 20)),
                        new RollingWindow("2h", Duration.ofHours(2), Duration.ofSeconds(30)));
        assertThat(settings.lateness()).isEqualTo(Duration.ofMinutes(30));
        assertThat(settings.metrics())
                .contains(
                        new TrackedMetric(
                                new SatisfactionRate("csat.10", new Question("csat", 1, 10), 9),
                                Duration.ofHours(1),
                                ScoreTarget.always(80.5)),
                        new TrackedMetric(
                                new CustomerEffort("ces", new Question("ces", 1, 5), Better.LOWER),
                                Duration.ofHours(24),
                                ScoreTarget.always(2)));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            segments: [[chanel]]                        | 1:13: segments[0][0]: "chanel" is no dimension
            segments: [[channel], [channel]]            | 1:23: segments[1]: these dimensions stand here twice
            segments: []                                | asks for no segments
            segments: {by: [[]], cap: 0}                | expected 1 to 100000 segments
            windows: [90s, {length: 90s, step: 1m}]     | 1:16: windows[1]: the window 90s is no whole number of steps of 1m
            windows: [1h, 60m]                          | another window is 60m long
            windows: [1h, {length: 300d, step: 1m}]     | has more than 50000 steps
            windows: [0s]                               | must be longer than zero
            metrics: {csta: {}}                         | "csta" is no metric; one of: csat
            metrics: {csat: {scale: [1, 7]}}            | say from which answer on
            metrics: {csat: {top: 6}}                   | the top boxes must begin
            metrics: {nps: {scale: [1, 10]}}            | nps is asked on the scale [0, 10]
            metrics: {ces: {better: neither}}           | which end is good
            metrics: {csat: {scale: [5, 1]}}            | a scale rises
            metrics: {sla_attainment: {}}               | names no clock; one of: first_reply, next_reply
            metrics: {first_reply_time: {clock: frist}} | names no clock; one of: first_reply, next_reply
            metrics: {resolution_time: {time: office}}  | is not allowed; one of: business, wall
            metrics: {volume: {scale: [5, 1]}}          | unknown key
            targets: {nsp: 50}                          | unknown key
            targets: {zone: Mars, nps: 50}              | unknown time zone "Mars"
            targets: {nps: NaN}                         | expected a number
            targets: {nps: {2026: 42}}                  | "2026" is no date; a plan has a value for each date
            """)
    void a_mistake_is_named_where_it_stands(String yaml, String problem) {
        assertThatThrownBy(() -> read(yaml)).isInstanceOf(ConfigException.class).hasMessageContaining(problem);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            targets: {nps: {2026-07-01: 42}}                                                           | Z         | 2026-07-01T00:00:00Z
            targets: {zone: Asia/Shanghai, nps: {2026-07-01: 42}}                                      | Asia/Shanghai | 2026-06-30T16:00:00Z
            {periods: {zone: Europe/Berlin}, targets: {nps: {2026-07-01: 42}}}                         | Europe/Berlin | 2026-06-30T22:00:00Z
            {periods: {zone: Europe/Berlin}, targets: {zone: Asia/Shanghai, nps: {2026-07-01: 42}}}    | Asia/Shanghai | 2026-06-30T16:00:00Z
            """)
    void dates_of_a_plan_begin_in_its_zone_else_in_that_of_periods_else_in_utc(
            String yaml, String zone, String begins) {
        ScoreTarget target = read(yaml).metrics().stream()
                .filter(tracked -> tracked.metric().name().equals("nps"))
                .findFirst()
                .orElseThrow()
                .target();

        assertThat(target).isNotNull();
        assertThat(target.zone().getId()).isEqualTo(zone);
        assertThat(target.plan()).containsExactly(Map.entry(Instant.parse(begins), 42.0));
    }

    @Test
    void one_run_tells_all_mistakes() {
        assertThatThrownBy(() -> read("segments: [[x]]\nwindows: [abc]\nmetrics: {foo: {}}"))
                .isInstanceOfSatisfying(
                        ConfigException.class, e -> assertThat(e.problems()).hasSize(3));
    }

    private static List<String> names(SatisfactionSettings settings, int window) {
        return settings.metricsIn(settings.windows().get(window)).stream()
                .map(tracked -> tracked.metric().name())
                .toList();
    }

    private static SatisfactionSettings read(String yaml) {
        return SatisfactionFile.read(ConfigFile.parse("s.yaml", yaml));
    }
}
