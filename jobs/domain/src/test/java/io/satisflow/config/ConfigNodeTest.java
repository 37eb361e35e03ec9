package io.satisflow.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ConfigNodeTest {

    @Test
    void values_are_read_as_what_they_mean() {
        ConfigNode root = ConfigFile.parse("a.yaml", "zone: Europe/Berlin\nwait: 90m\non: true\ndays: [2026-10-01]\n");

        assertThat(root.require("zone").zone()).isEqualTo(ZoneId.of("Europe/Berlin"));
        assertThat(root.require("wait").duration()).isEqualTo(Duration.ofMinutes(90));
        assertThat(root.require("on").flag()).isTrue();
        assertThat(root.require("days").items().get(0).date()).hasToString("2026-10-01");
        assertThat(root.find("missing")).isEmpty();
    }

    @Test
    void an_unknown_key_is_refused_where_it_stands_with_what_is_allowed() {
        ConfigNode root = ConfigFile.parse("a.yaml", "zone: UTC\nhouers: {}\n");

        assertThatThrownBy(() -> root.allowOnly("zone", "hours"))
                .isInstanceOf(ConfigException.class)
                .hasMessage("a.yaml:2:1: houers: unknown key; allowed here: zone, hours");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            wait: soon     | a.yaml:1:7: wait: "soon" is not a duration
            wait: 0m       | a.yaml:1:7: wait: "0m" must be longer than zero
            zone: Berlin   | a.yaml:1:7: zone: unknown time zone "Berlin"
            count: many    | a.yaml:1:8: count: expected a whole number, but was "many"
            on: yes        | a.yaml:1:5: on: expected true or false, but was "yes"
            day: 2026-13-1 | a.yaml:1:6: day: expected a date
            size: huge     | a.yaml:1:7: size: "huge" is not allowed; one of: small, large
            """)
    void a_wrong_value_is_refused_where_it_stands(String yaml, String message) {
        ConfigNode value =
                ConfigFile.parse("a.yaml", yaml).entries().values().iterator().next();

        assertThatThrownBy(() -> readByName(value)).hasMessageStartingWith(message);
    }

    @Test
    void a_key_that_stands_twice_is_refused() {
        assertThatThrownBy(() -> ConfigFile.parse("a.yaml", "a: 1\na: 2\n").entries())
                .hasMessage("a.yaml:2:1: a: this key stands twice; keep one of them");
    }

    @Test
    void broken_yaml_is_refused_where_it_breaks() {
        assertThatThrownBy(() -> ConfigFile.parse("a.yaml", "a: [1, 2\nb: 3\n"))
                .hasMessageStartingWith("a.yaml:2:2: not YAML: ");
    }

    /** As an applied policy may be, which anybody can write who can write to its topic. */
    @Test
    void a_text_nested_far_too_deeply_is_refused_and_stops_nothing() {
        assertThatThrownBy(() -> ConfigFile.parse("a.yaml", "[".repeat(200_000) + "]".repeat(200_000)))
                .isInstanceOf(ConfigException.class)
                .hasMessage("a.yaml:1:1: nested far too deeply to be settings");
    }

    @Test
    void a_missing_file_is_named(@TempDir Path dir) {
        Path missing = dir.resolve("none.yaml");
        assertThatThrownBy(() -> ConfigFile.read(missing)).hasMessage(missing + ":1:1: this file does not exist");
    }

    @Test
    void all_problems_of_a_list_are_reported_at_once() {
        List<ConfigNode> items = ConfigFile.parse("a.yaml", "[1m, x, 2m, y]").items();

        assertThatThrownBy(() -> ConfigNode.readEach(items, ConfigNode::duration))
                .hasMessageContaining("a.yaml:1:6: [1]")
                .hasMessageContaining("a.yaml:1:13: [3]");
    }

    @Test
    void the_environment_fills_references() {
        Map<String, String> environment = Map.of("HOST", "broker");

        assertThat(EnvironmentText.expand("${HOST}:${PORT:9092}", environment::get))
                .isEqualTo("broker:9092");
        assertThatThrownBy(() -> EnvironmentText.expand("${SECRET}", environment::get))
                .hasMessageContaining("SECRET is not set");
    }

    @ParameterizedTest
    @CsvSource({"90m, PT1H30M", "1h 30m, PT1H30M", "3600s, PT1H", "500ms, PT0.5S", "7d, PT168H", "PT4H, PT4H"})
    void durations_are_written_as_people_do(String text, Duration duration) {
        assertThat(DurationText.parse(text)).isEqualTo(duration);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "4", "h", "4 hours", "-1h", "PT", "99999999999999999999h", "1.5h"})
    void what_is_not_a_duration_is_refused(String text) {
        assertThatThrownBy(() -> DurationText.parse(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("is not a duration");
    }

    private enum Size {
        SMALL,
        LARGE
    }

    private static Object readByName(ConfigNode value) {
        return switch (value.path()) {
            case "wait" -> value.duration();
            case "zone" -> value.zone();
            case "count" -> value.integer();
            case "on" -> value.flag();
            case "day" -> value.date();
            default -> value.oneOf(Size.class);
        };
    }
}
