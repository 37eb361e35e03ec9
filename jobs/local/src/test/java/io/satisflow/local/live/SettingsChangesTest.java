package io.satisflow.local.live;

import static org.assertj.core.api.Assertions.assertThat;

import io.satisflow.local.cli.CommandLineRun;
import io.satisflow.settings.SettingsFile;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a run says at its start of settings that are not any more as the last run had them. */
class SettingsChangesTest {
    private static final NamedSettings SHIPPED = NamedSettings.of(
            SettingsFile.read(CommandLineRun.HOME.resolve("config/satisflow.yaml"), Optional.empty()), 1);

    @TempDir
    Path directory;

    @Test
    void of_the_same_settings_there_is_nothing_to_say_in_another_life() throws Exception {
        SHIPPED.rememberIn(directory);
        NamedSettings remembered = NamedSettings.rememberedIn(directory).orElseThrow();

        assertThat(changes(remembered, SHIPPED)).isEmpty();
        assertThat(SHIPPED.of(NamedSettings.CHANNELS)).containsKey("helpdesk");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            windows   | 1h             | Window 1h is not in the settings any more | Window 1h is new
            groupings | channel        | Grouping channel is not in the settings   | Grouping channel is new
            metrics   | nps            | Metric nps is not in the settings         | Metric nps is new
            rules     | sla breach     | its alerts are resolved within the hour   |
            channels  | survey         | does not read topic satisflow.raw.survey.v1 any more | Channel survey is new
            """)
    void what_goes_and_what_comes_is_told_with_its_fate(String kind, String name, String gone, String come) {
        NamedSettings without = without(kind, name);

        assertThat(changes(SHIPPED, without)).singleElement().asString().contains(gone);
        if (come == null) {
            assertThat(changes(without, SHIPPED)).isEmpty();
        } else {
            assertThat(changes(without, SHIPPED)).singleElement().asString().contains(come);
        }
    }

    @Test
    void a_receiver_a_route_a_policy_and_a_model_that_go_are_told() {
        for (String kind :
                List.of(NamedSettings.RECEIVERS, NamedSettings.ROUTES, NamedSettings.POLICIES, NamedSettings.MODELS)) {
            assertThat(changes(with(kind, "night desk", ""), without(kind, "night desk")))
                    .as(kind)
                    .singleElement()
                    .asString()
                    .contains("night desk", "is not in the settings any more");
        }
    }

    @Test
    void a_channel_of_another_name_on_the_same_topic_goes_on() {
        NamedSettings before = with(NamedSettings.CHANNELS, "phone", "calls");
        NamedSettings after = with(NamedSettings.CHANNELS, "telephone", "calls");

        assertThat(changes(before, after))
                .singleElement()
                .asString()
                .contains("Channel phone is called telephone now and goes on with topic calls");
    }

    @Test
    void a_channel_of_another_name_and_topic_is_one_that_goes_and_one_that_comes() {
        NamedSettings before = with(NamedSettings.CHANNELS, "phone", "satisflow.raw.phone.v1");
        NamedSettings after = with(NamedSettings.CHANNELS, "telephone", "satisflow.raw.telephone.v1");

        assertThat(changes(before, after))
                .satisfiesExactly(
                        gone -> assertThat(gone)
                                .contains("Channel phone does not read topic satisflow.raw.phone.v1 any more")
                                .contains("goes on with `topic: satisflow.raw.phone.v1`"),
                        come -> assertThat(come).contains("Channel telephone is new"));
    }

    @Test
    void other_numbers_of_subtasks_and_partitions_and_another_step_are_told() {
        assertThat(changes(SHIPPED, with(NamedSettings.RUN, NamedSettings.PARALLELISM, "2")))
                .containsExactly("Parallelism: 1 before, 2 now. State is divided anew.");
        assertThat(changes(SHIPPED, with(NamedSettings.RUN, NamedSettings.PARTITIONS, "8")))
                .singleElement()
                .asString()
                .contains("Topics that are there keep theirs");
        assertThat(changes(SHIPPED, with(NamedSettings.DRIFT, "step", "PT30M")))
                .containsExactly("The step of drift has changed: what is normal is learnt anew.");
    }

    private static List<String> changes(NamedSettings before, NamedSettings after) {
        return new SettingsChanges(before, after).inSentences();
    }

    private static NamedSettings without(String kind, String name) {
        Map<String, Map<String, String>> all = new TreeMap<>(SHIPPED.byKind());
        Map<String, String> named = new HashMap<>(all.get(kind));
        named.remove(name);
        all.put(kind, named);
        return new NamedSettings(all);
    }

    private static NamedSettings with(String kind, String name, String detail) {
        Map<String, Map<String, String>> all = new TreeMap<>(SHIPPED.byKind());
        Map<String, String> named = new HashMap<>(all.get(kind));
        named.put(name, detail);
        all.put(kind, named);
        return new NamedSettings(all);
    }
}
