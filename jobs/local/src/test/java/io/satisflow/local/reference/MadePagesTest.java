package io.satisflow.local.reference;

import static org.assertj.core.api.Assertions.assertThat;

import io.satisflow.local.cli.CommandLineRun;
import java.io.IOException;
import java.nio.file.Files;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Pages that are made of the code say what the code says. */
class MadePagesTest {

    /** What has just been written may wait for a day; nothing waits now. */
    private static final int MAY_WAIT = 0;

    /** Lines of the Chinese pages that may wait for a day. */
    private static final int CHINESE_MAY_WAIT = 0;

    @ParameterizedTest
    @CsvSource({
        "commands.md, reference",
        "configuration.md, reference --settings",
        "preset-records.md, reference --presets",
        "zh-CN/commands.md, reference --language zh",
        "zh-CN/configuration.md, reference --settings --language zh"
    })
    void a_page_is_what_its_command_prints(String page, String command) throws IOException {
        CommandLineRun made = CommandLineRun.of((Object[]) command.split(" "));

        Set<String> missing = new LinkedHashSet<>(made.out().lines().toList());
        missing.removeAll(Files.readAllLines(CommandLineRun.HOME.resolve("docs").resolve(page)));
        assertThat(missing)
                .as("./satisflow %s > docs/%s", command, page)
                .hasSizeLessThanOrEqualTo(page.startsWith("zh-CN") ? CHINESE_MAY_WAIT : MAY_WAIT);
    }

    @Test
    void what_may_stand_in_a_setting_is_said_in_chinese() throws IOException {
        Map<String, String> english = described("docs/configuration.md");
        Map<String, String> chinese = described("docs/zh-CN/configuration.md");

        assertThat(english).hasSizeGreaterThan(200);
        assertThat(english.entrySet())
                .filteredOn(row -> !row.getValue().isEmpty())
                .filteredOn(row -> row.getValue().equals(chinese.get(row.getKey())))
                .hasSizeLessThanOrEqualTo(CHINESE_MAY_WAIT);
    }

    /** By key; of keys of one name in several files the last. */
    private static Map<String, String> described(String page) throws IOException {
        Map<String, String> cells = new TreeMap<>();
        for (String line : Files.readAllLines(CommandLineRun.HOME.resolve(page))) {
            if (line.startsWith("| `")) {
                String[] row = line.split("(?<!\\\\)\\|");
                cells.put(row[1].strip(), row[2].strip());
            }
        }
        return cells;
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
