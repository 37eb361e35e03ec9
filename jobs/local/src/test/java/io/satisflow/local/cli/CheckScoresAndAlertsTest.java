package io.satisflow.local.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.satisflow.scoring.ShippedModels;
import io.satisflow.scoring.linear.LinearModel;
import io.satisflow.scoring.linear.ModelFormat;
import io.satisflow.scoring.linear.ModelLanguage;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@code check} on what is measured, watched and told, and on what these say of each other. */
class CheckScoresAndAlertsTest {

    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            segments: [[chanel]]                 | 1:13: segments[0][0]: "chanel" is no dimension; one of: channel
            windows: [5m, soon]                  | 1:15: windows[1]: "soon" is not a duration
            metrics: {csta: {}}                  | 1:17: metrics.csta: "csta" is no metric; one of: csat
            targets: {nsp: 40}                   | 1:11: targets.nsp: unknown key; allowed here: zone, volume
            drift: {limit: 0}                    | 1:16: drift.limit: expected a number above 0
            drift: {lamda: 0.2}                  | 1:9: drift.lamda: unknown key; allowed here: step, metrics, false_alarms
            language: de                         | 1:11: language: unknown language "de"; one of: en, zh-CN
            alerts: {rules: [{name: a, on: mon}]} | 1:32: alerts.rules[0].on: "mon" is not allowed; one of: drift
            alerts: {routes: [{receiver: ops}]}  | 1:30: alerts.routes[0].receiver: unknown receiver "ops"; one of: terminal
            alerts: {intervals: {group_wait: 1}} | 1:34: alerts.intervals.group_wait: "1" is not a duration
            """)
    void a_mistake_is_named_where_it_stands(String settings, String problem) throws IOException {
        assertRefused(settings, problem);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            scoring: {scorer: best}                        | 1:19: scoring.scorer: there is no scorer "best"; one of: linear, rntn, fusion
            scoring: {limit: 0}                            | 1:18: scoring.limit: expected 1 to 10000000, but was 0
            scoring: {cache: -1}                           | 1:18: scoring.cache: expected 0 to 10000000, but was -1
            scoring: {score_wait: 5}                       | 1:23: scoring.score_wait: "5" is not a duration
            scoring: {chache: 5}                           | 1:11: scoring.chache: unknown key; allowed here: scorer, limit, tokens
            scoring: {models: [{file: a.model}]}           | 1:27: scoring.models[0].file: there is no file
            scoring: {models: [{file: satisflow.yaml, from: May}]} | 1:49: scoring.models[0].from: expected a time with its offset
            scoring: {aspects: a.yaml}                     | 1:20: scoring.aspects: there is no file
            scoring: {aspects: satisflow.yaml}             | 1:1: scoring: unknown key; allowed here: aspects
            scoring: {models: [{file: satisflow.yaml}]}    | 1:27: scoring.models[0].file:
            """)
    void scoring_is_checked_down_to_the_models(String settings, String problem) throws IOException {
        assertRefused(settings, problem);
    }

    @Test
    void a_scorer_that_has_not_been_built_is_refused_with_the_remedy() throws IOException {
        CommandLineRun run = check("scoring: {scorer: rntn}");

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err())
                .startsWith("scoring.scorer: The scorer rntn needs")
                .contains("`mvn -Prntn package`");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            drift: {step: 6h}            | 1:15: drift.step: drift looks at steps of 6h, but no window is so long
            windows: [5m, 24h]           | 1:10: windows: drift looks at steps of 1h, but no window is so long
            drift: {metrics: [nsp]}      | 1:19: drift.metrics[0]: there is no metric "nsp"; one of: agreement, agreement.alpha
            drift: {metrics: [nps, ces]} | 1:24: drift.metrics[1]: ces is not kept in the window 1h; give its metric from: 1h
            drift: {metrics: ces}        | 1:18: drift.metrics: ces is not kept in the window 1h
            """)
    void drift_can_only_watch_what_a_window_keeps(String settings, String problem) throws IOException {
        assertRefused(settings, problem);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            on: threshold, metric: csat, window: 2h, below: 7  | 3:52: alerts.rules[0].window: there is no window "2h"; one of: 5m, 1h, 24h
            on: threshold, metric: csat, window: 5m, below: 7  | 3:38: alerts.rules[0].metric: csat is not kept in the window 5m
            on: threshold, metric: cats, window: 1h, below: 7  | 3:38: alerts.rules[0].metric: there is no metric "cats"; one of: agreement
            on: drift, segment: [team]                         | 3:35: alerts.rules[0].segment: segments are not made by [team]
            on: drift, metrics: [nps, ces]                     | 3:41: alerts.rules[0].metrics[1]: drift does not watch "ces"
            on: ticket, clocks: [first_answer]                 | 3:36: alerts.rules[0].clocks[0]: there is no clock "first_answer"; one of: first_reply
            """)
    void a_rule_can_only_watch_what_there_is(String rule, String problem) throws IOException {
        assertRefused("alerts:\n  rules:\n  - {name: a, %s}\n".formatted(rule), problem);
    }

    @Test
    void parts_of_a_metric_and_segments_in_any_order_can_be_watched() throws IOException {
        CommandLineRun run = check("""
                windows: [15m, 6h]
                drift: {step: 6h, metrics: [sentiment.negative]}
                alerts:
                  rules:
                  - {name: angry, on: threshold, metric: sentiment.negative, window: 15m, segment: [product, channel], above: 60}
                  - {name: angrier, on: drift, metrics: sentiment.negative, segment: [], direction: up}
                """);

        assertThat(run.err()).isEmpty();
        assertThat(run.exitCode()).isZero();
    }

    @Test
    void the_examples_in_the_shipped_settings_are_right_as_well() throws IOException {
        Path config = copyOfConfig();
        Path settings = config.resolve("satisflow.yaml");
        String shipped = Files.readString(settings);
        String examplesSet = shipped.replaceAll("(?m)^#(?=\\S| {2})", "");
        Files.writeString(settings, examplesSet);
        writeModels(config.resolve("models"));

        CommandLineRun run = CommandLineRun.of("check", "--config", settings);

        // The secrets of the examples are all that is missing.
        assertThat(run.err().lines()).isNotEmpty().allMatch(line -> line.contains("which is not set"));
        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(examplesSet)
                .contains("\ntargets:\n", "\n  receivers:\n", "\n  routes:\n", "\n  external_url: ", "\n  models:\n");
    }

    private static void writeModels(Path models) throws IOException {
        Files.createDirectories(models);
        for (LinearModel model : ShippedModels.all()) {
            boolean english = model.language() == ModelLanguage.ENGLISH;
            try (OutputStream out = Files.newOutputStream(models.resolve(english ? "en-2026.model" : "zh.model"))) {
                ModelFormat.write(model, out);
            }
        }
    }

    private Path copyOfConfig() throws IOException {
        Path source = CommandLineRun.HOME.resolve("config");
        Path target = folder.resolve("config");
        try (Stream<Path> files = Files.walk(source)) {
            for (Path file : (Iterable<Path>) files::iterator) {
                Files.copy(file, target.resolve(source.relativize(file).toString()));
            }
        }
        return target;
    }

    private void assertRefused(String settings, String problem) throws IOException {
        CommandLineRun run = check(settings);

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err()).contains("satisflow.yaml:" + problem);
    }

    private CommandLineRun check(String settings) throws IOException {
        return CommandLineRun.of("check", "--config", Files.writeString(folder.resolve("satisflow.yaml"), settings));
    }
}
