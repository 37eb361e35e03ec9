package io.satisflow.local.speech;

import static org.assertj.core.api.Assertions.assertThat;

import io.satisflow.local.cli.CommandLineRun;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whatever a user may be told on standard error is there in Chinese. */
class SentencesTest {
    private static final Path HERE = CommandLineRun.HOME.resolve("jobs/local/src/test/java/io/satisflow/local/speech");

    /** Commands of ours rather than of a user's: they measure and break things. */
    private static final Pattern OF_OURS = Pattern.compile(
            "/(bench|chaos|redaction|delivery|demo/story|idioms|normal|reference|privacy|emotion|reconcile)/|satisflow/text/|Bench|Chaos"
                    + "|ExampleMessage|ModelCard|FusionCard|StandstillAlarm|ReportPage|TimeFormats"
                    + "|TicketVocabulary|MessageVocabulary|WordScale");

    /** A sentence that has just been written may wait for a day; none waits now. */
    private static final int MAY_WAIT = 0;

    private static final Set<String> SENTENCES = sentences();

    /** Questions to a database, and options with nothing but places behind them. */
    private static final String SOURCE_TEXT =
            "(SELECT|FROM|CREATE|INSERT|UPDATE|DELETE|SET|GROUP|COMMENT) .*|--[a-z-]+ %s: %s";

    @Test
    void every_sentence_of_the_code_has_its_chinese() throws IOException {
        Set<String> known =
                Sentences.catalogue().keySet().stream().map(SentencesTest::form).collect(Collectors.toSet());
        String all = String.join("\n", known);
        Set<String> english = said(HERE.resolve("said-in-english.txt"));

        List<String> missing = SENTENCES.stream()
                .filter(sentence -> !sentence.matches(SOURCE_TEXT) && !english.contains(sentence))
                .filter(sentence -> !all.contains(core(sentence)))
                .toList();

        assertThat(missing)
                .as(
                        "give them their Chinese in sentences_zh_CN.po, or, if no user reads them, a line in said-in-english.txt")
                .hasSizeLessThanOrEqualTo(MAY_WAIT);
    }

    @Test
    void no_sentence_is_kept_that_nobody_says_any_more() {
        String code = SENTENCES.stream().map(SentencesTest::core).collect(Collectors.joining("\n"));

        assertThat(Sentences.catalogue().keySet())
                .filteredOn(sentence -> SourceSentences.isSentence(sentence) && !isOfPicocli(sentence))
                .filteredOn(sentence -> !code.contains(core(sentence)) && !isPut(sentence, code))
                .hasSizeLessThanOrEqualTo(MAY_WAIT);
    }

    @Test
    void what_stands_in_an_english_sentence_stands_in_the_chinese_one() {
        assertThat(Sentences.catalogue())
                .isNotEmpty()
                .allSatisfy((english, chinese) ->
                        assertThat(places(chinese)).as(chinese).isEqualTo(places(english)));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    --file x.jsonl: there is no such file | --file x.jsonl：没有这个文件
                    a/b.yaml:3:5: windows[0]: unknown key; allowed here: a, b | a/b.yaml:3:5: windows[0]: 没有这个键；这里可以写：a, b
                    --for 3x: "3x" is not a duration; write 90m, 4h, 1h 30m, 3600s, 500ms, 7d or PT4H | --for 3x: "3x" 不是时长；请写 90m、4h、1h 30m、3600s、500ms、7d 或 PT4H
                    Note: policy "p" promises nothing for this clock | 提示：策略“p”没有为此时钟作承诺
                    Note: 3 of 1,200 rows are left out (ignored). | 提示：1,200 行中有 3 行按映射略去（ignored）。
                    Note: channel helpdesk takes no posts: its mapping has no http: section | 提示：渠道 helpdesk 不接收推送：它的映射没有 http: 一节
                    Note: policy "p" promises nothing for this clock. | 提示：策略“p”没有为此时钟作承诺。
                    something that nobody has put into Chinese: 7 | something that nobody has put into Chinese: 7
                    """)
    void a_sentence_is_said_with_what_stands_in_it(String english, String chinese) {
        assertThat(Sentences.inChinese().translate(english)).isEqualTo(chinese);
    }

    @Test
    void errors_of_a_command_are_in_chinese_when_asked_for() {
        CommandLineRun unknown = CommandLineRun.of("sql", "--language", "zh", "--dri", "x", "SELECT 1");
        CommandLineRun missing = CommandLineRun.of("check", "--language", "zh", "--config", "none.yaml");

        assertThat(unknown.err()).contains("没有这").doesNotContain("Unknown option");
        assertThat(missing.err()).contains("none.yaml:1:1: 没有这个文件");
        assertThat(missing.exitCode()).isEqualTo(2);
    }

    private static Set<String> sentences() {
        List<Path> folders = Stream.of("domain", "flink", "local", "scoring")
                .map(module -> CommandLineRun.HOME.resolve("jobs/%s/src/main/java".formatted(module)))
                .collect(Collectors.toCollection(ArrayList::new));
        Stream.of(
                        "jobs/warehouse/src/main/java/io/satisflow/warehouse/job",
                        "jobs/warehouse/src/main/java/io/satisflow/warehouse/postgres",
                        "wall/src/main/java/io/satisflow/wall/Wall.java")
                .map(CommandLineRun.HOME::resolve)
                .forEach(folders::add);
        return SourceSentences.in(CommandLineRun.HOME, folders, OF_OURS);
    }

    private static Set<String> said(Path file) throws IOException {
        return Files.readAllLines(file).stream()
                .filter(line -> !line.isBlank() && !line.startsWith("# "))
                .collect(Collectors.toSet());
    }

    /** As picocli writes it, whose sources are not ours. */
    private static boolean isOfPicocli(String sentence) {
        return sentence.matches(
                "(Missing required|Unknown option|Unmatched|Possible sol|Did you|Invalid value|Expected par"
                        + "|expected one of %s \\(case|option '|'%s' is not a).*");
    }

    /** Made of several texts of the code. */
    private static boolean isPut(String sentence, String code) {
        return Stream.of(form(sentence).split("%"))
                .map(String::strip)
                .filter(part -> part.length() > 9)
                .flatMap(part -> Stream.of(part.split("(?<=[;:.]) ")))
                .filter(part -> part.length() > 9)
                .anyMatch(part -> code.contains(part.substring(0, Math.min(part.length(), 40))));
    }

    /** All places alike. */
    private static String form(String sentence) {
        return SentenceForm.PLACE.matcher(sentence).replaceAll("%").replace("%%", "%");
    }

    /** Without a place at its ends, as a text that is added to others. */
    private static String core(String sentence) {
        return form(sentence).replaceAll("^[%\\s]+|[%\\s]+$", "");
    }

    private static Set<Integer> places(String sentence) {
        Set<Integer> places = new TreeSet<>();
        Matcher all = SentenceForm.PLACE.matcher(sentence);
        int next = 1;
        while (all.find()) {
            places.add(all.group(1) == null ? next++ : Integer.parseInt(all.group(1)));
        }
        return places;
    }
}
