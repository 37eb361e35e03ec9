package io.satisflow.local.reference;

import static org.assertj.core.api.Assertions.assertThat;

import io.satisflow.local.cli.CommandLineRun;
import java.io.IOException;
import java.nio.file.Files;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Pages that are made of the code say what the code says. */
class MadePagesTest {

    /** What has just been written may wait for a day; nothing waits now. */
    private static final int MAY_WAIT = 0;

    @ParameterizedTest
    @CsvSource({
        "commands.md, reference",
        "configuration.md, reference --settings",
        "zh-CN/commands.md, reference --language zh",
        "zh-CN/configuration.md, reference --settings --language zh"
    })
    void a_page_is_what_its_command_prints(String page, String command) throws IOException {
        CommandLineRun made = CommandLineRun.of((Object[]) command.split(" "));

        Set<String> missing = new LinkedHashSet<>(made.out().lines().toList());
        missing.removeAll(Files.readAllLines(CommandLineRun.HOME.resolve("docs").resolve(page)));
        assertThat(missing).as("./satisflow %s > docs/%s", command, page).hasSizeLessThanOrEqualTo(MAY_WAIT);
    }

    @Test
    void what_may_stand_in_a_setting_is_said_in_chinese() throws IOException {
        List<String> english = cells("docs/configuration.md");
        List<String> chinese = cells("docs/zh-CN/configuration.md");

        assertThat(chinese).hasSameSizeAs(english);
        assertThat(IntStream.range(0, english.size()).filter(row -> english.get(row)
                                .equals(chinese.get(row)))
                        .mapToObj(english::get))
                .hasSizeLessThanOrEqualTo(MAY_WAIT);
    }

    private static List<String> cells(String page) throws IOException {
        return Files.readAllLines(CommandLineRun.HOME.resolve(page)).stream()
                .filter(line -> line.startsWith("| `"))
                .map(line -> line.split("(?<!\\\\)\\|")[2].strip())
                .filter(cell -> !cell.isEmpty())
                .toList();
    }

    @Test
    void ranges_and_defaults_are_those_of_the_code() throws IOException {
        assertThat(Files.readString(CommandLineRun.HOME.resolve("docs/configuration.md")))
                .contains(
                        "| `topics.partitions` | 1 to 10000 partitions | `2` |",
                        "| `scoring.scorer` | a scorer: linear, rntn, fusion | `linear` |",
                        "| `sla.forget_after` | a duration | `7d` |",
                        "| `alerts.rules[].name` | text | **required** |",
                        "| `policies[].targets.first_reply.time` | one of: business, wall | **required** |");
    }
}
