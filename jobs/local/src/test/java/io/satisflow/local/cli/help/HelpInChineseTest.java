package io.satisflow.local.cli.help;

import static org.assertj.core.api.Assertions.assertThat;

import io.satisflow.local.cli.CommandLineRun;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

class HelpInChineseTest {

    /** What has just been written may wait for a day; nothing waits now. */
    private static final int MAY_WAIT = 0;

    @Test
    void every_command_and_option_has_its_chinese_text() throws Exception {
        assertThat(ChineseHelp.missing(whole())).hasSizeLessThanOrEqualTo(MAY_WAIT);
    }

    @Test
    void help_is_spoken_in_chinese_when_asked_for() throws Exception {
        CommandLine root = whole();
        ChineseHelp.speakBy(root);

        assertThat(root.getUsageMessage()).contains("用法：", "命令：", "看一家虚构的商店", "设置对不对？");
        assertThat(usage(root, "replay"))
                .contains("让录制的反馈经过作业", "超过这个比例", "设置文件", "示例：", "./satisflow replay --channel");
        assertThat(usage(root, "sla", "due")).contains("到什么时候算逾期？", "工作时间：4h");
    }

    @Test
    void every_command_shows_its_help_whatever_the_language() {
        List<String> commands = List.of("train", "score", "demo", "report", "sla replay");

        assertThat(commands).allSatisfy(command -> {
            CommandLineRun help = CommandLineRun.of((Object[]) (command + " --help").split(" "));
            assertThat(help.exitCode()).isZero();
            assertThat(help.out()).contains("--language");
        });
    }

    @Test
    void every_command_can_be_told_in_which_language_to_speak() {
        List<String> commands = commands("");

        assertThat(commands).hasSizeGreaterThan(40).allSatisfy(command -> {
            String words = command + " --language zh --help";
            CommandLineRun help = CommandLineRun.of((Object[]) words.strip().split(" "));
            assertThat(help.exitCode()).as(words + help.err()).isZero();
            assertThat(help.out()).contains("--language");
        });
    }

    @Test
    void a_language_that_nobody_speaks_here_is_refused() {
        CommandLineRun run = CommandLineRun.of("sla", "due", "--language", "fr");

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err()).contains("'fr' is neither en nor zh");
    }

    /** All of them, found by asking each for those below it. */
    private static List<String> commands(String above) {
        CommandLine command = CommandLineRun.commandLine();
        for (String name : above.isEmpty() ? new String[0] : above.split(" ")) {
            command = Objects.requireNonNull(command.getSubcommands().get(name), name);
        }
        return Stream.concat(
                        Stream.of(above),
                        command.getSubcommands().keySet().stream()
                                .filter(name -> !name.equals("help"))
                                .flatMap(name -> commands((above + " " + name).strip()).stream()))
                .toList();
    }

    @Test
    void the_language_is_taken_from_the_option_and_else_from_the_environment() {
        assertThat(SpokenLanguage.of(List.of("demo"), null).isChinese()).isFalse();
        assertThat(SpokenLanguage.of(List.of("demo"), "zh-CN").isChinese()).isTrue();
        assertThat(SpokenLanguage.of(List.of("--language", "en", "demo"), "zh-CN")
                        .isChinese())
                .isFalse();
        assertThat(SpokenLanguage.of(List.of("demo", "--language=zh"), null).isChinese())
                .isTrue();
        assertThat(SpokenLanguage.of(List.of("bench", "wall", "--language", "zh"), null)
                        .isChinese())
                .isTrue();
        assertThat(SpokenLanguage.of(List.of("bench", "sentiment", "--language", "zh"), null)
                        .isChinese())
                .isFalse();
    }

    private static String usage(CommandLine root, String... names) {
        CommandLine command = root;
        for (String name : names) {
            command = Objects.requireNonNull(command.getSubcommands().get(name), name);
        }
        return command.getUsageMessage();
    }

    /** As the launcher makes it. */
    private static CommandLine whole() throws Exception {
        var satisflow = Class.forName("io.satisflow.local.cli.Satisflow").getDeclaredConstructor();
        satisflow.setAccessible(true);
        return new CommandLine(satisflow.newInstance());
    }
}
