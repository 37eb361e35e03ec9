package io.satisflow.local.cli.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.satisflow.local.cli.CommandLineRun;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DemoCommandTest {

    /** Ten minutes are two seconds here. The alert ends at 10:50, and 40 minutes are left for the way through the jobs. */
    @Test
    void within_a_morning_of_the_shop_promises_break_and_a_drift_alert_comes_and_goes(@TempDir Path directory)
            throws Exception {
        CommandLineRun run = CommandLineRun.of("demo", "--for", "30s", "--speed", "300x", "--dir", directory);
        assertThat(run.exitCode()).as(run.err()).isZero();
        List<String> lines = run.out().lines().toList();
        assertThat(lines).anyMatch(line -> line.startsWith(" !") && line.contains("first reply"));
        assertThat(lines).anyMatch(line -> line.startsWith(" ✗") && line.contains("first reply"));
        assertThat(lines).anyMatch(line -> line.contains("FIRING") && line.contains("sentiment of all feedback fell"));
        assertThat(lines).anyMatch(line -> line.contains("moved by region=South"));
        assertThat(lines).anyMatch(line -> line.contains("They speak of: parcels and delivery"));
        showsWhatTheReadmeShows(lines);
        assertThat(run.err()).contains("Loaded and computed 30 days").contains("broken promises since the start");
    }

    private static void showsWhatTheReadmeShows(List<String> lines) throws IOException {
        ReadmeScreen readme = ReadmeScreen.of("README.md", "FIRING since");
        List<String> alert = ReadmeScreen.alert(readme.lines(), "FIRING since");
        assertThat(lines).as("the alert in README.md").containsAll(alert);
        assertThat(ReadmeScreen.alert(lines, alert.get(0))).isEqualTo(alert);
        String fall = alert.get(0).substring(alert.get(0).indexOf("sentiment of"));
        assertThat(lines).anyMatch(line -> line.contains("✓ resolved") && line.endsWith(fall));
        assertThat(lines).as("the legend and what to try next in README.md").containsAll(readme.fixed());
        assertThat(lines.stream().map(ReadmeScreen::head))
                .as("what lines begin with in README.md")
                .containsAll(readme.heads());
    }

    @Test
    void the_chinese_readme_shows_the_alert_of_the_english_one() throws IOException {
        ReadmeScreen english = ReadmeScreen.of("README.md", "FIRING since");
        ReadmeScreen chinese = ReadmeScreen.of("README.zh-CN.md", "触发中 始于");
        List<String> figures = ReadmeScreen.figures(ReadmeScreen.alert(english.lines(), "FIRING since"));
        assertThat(figures).hasSizeGreaterThan(8);
        assertThat(ReadmeScreen.figures(ReadmeScreen.alert(chinese.lines(), "触发中 始于")))
                .containsAll(figures);
        ResourceBundle words =
                ResourceBundle.getBundle("io.satisflow.local.terminal.panel.words", Locale.SIMPLIFIED_CHINESE);
        assertThat(chinese.fixed()).containsExactly(words.getString("legend"), words.getString("hint.next"));
        assertThat(english.fixed()).hasSize(2);
    }

    @Test
    void a_folder_that_is_in_use_is_left_alone(@TempDir Path directory) throws Exception {
        Files.writeString(directory.resolve("mine"), "keep");
        CommandLineRun run = CommandLineRun.of("demo", "--for", "1s", "--dir", directory);
        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err()).contains("not an empty folder");
    }

    @Test
    void what_cannot_be_understood_is_said_with_the_remedy() {
        assertThat(CommandLineRun.of("demo", "--language", "fr").err()).contains("expected en or zh");
        assertThat(CommandLineRun.of("demo", "--speed", "fast").err()).contains("60x");
        assertThat(CommandLineRun.of("demo", "--for", "soon").err()).contains("--for");
    }
}
