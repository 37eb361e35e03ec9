package io.satisflow.local.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What is said in English is said in Chinese. */
class TwoLanguagesTest {
    /** What has just been written may wait for a day; nothing waits now. */
    private static final int MAY_WAIT = 0;

    private static final Pattern CODE = Pattern.compile("`([^`]+)`");

    @Test
    void the_chinese_readme_has_the_headings_of_the_english_one() {
        assertThat(levels(readme("")).size() - levels(readme(".zh-CN")).size()).isBetween(0, MAY_WAIT);
    }

    @Test
    void the_chinese_readme_names_the_commands_of_the_english_table() {
        Set<String> missing = commands(readme(""));
        missing.removeAll(commands(readme(".zh-CN")));
        assertThat(missing).hasSizeLessThanOrEqualTo(MAY_WAIT);
    }

    @Test
    void pages_that_are_there_in_chinese_have_the_headings_of_the_english_ones() throws Exception {
        try (Stream<Path> pages = Files.list(Documents.ROOT.resolve("docs/zh-CN"))) {
            assertThat(pages.toList()).isNotEmpty().allSatisfy(page -> {
                Path english = Documents.ROOT.resolve("docs").resolve(page.getFileName());
                assertThat(levels(page))
                        .as(page.toString())
                        .isSubsetOf(levels(english))
                        .hasSizeBetween(
                                levels(english).size() - MAY_WAIT,
                                levels(english).size());
            });
        }
    }

    private static Path readme(String language) {
        return Documents.ROOT.resolve("README%s.md".formatted(language));
    }

    private static List<String> levels(Path file) {
        return Documents.prose(file).stream()
                .filter(line -> line.matches("#+ .*"))
                .map(line -> line.replaceAll("[^#].*", ""))
                .toList();
    }

    /** The first words in code of the table of commands. */
    private static Set<String> commands(Path file) {
        Set<String> commands = new TreeSet<>();
        Documents.prose(file).stream()
                .filter(line -> line.startsWith("| `"))
                .map(line -> line.split("(?<!\\\\)\\|")[1])
                .forEach(cell -> {
                    Matcher code = CODE.matcher(cell);
                    while (code.find()) {
                        commands.add(code.group(1).split("[ \\\\]")[0]);
                    }
                });
        return commands;
    }
}
