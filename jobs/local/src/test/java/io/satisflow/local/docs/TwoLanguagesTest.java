package io.satisflow.local.docs;

import static org.assertj.core.api.Assertions.assertThat;

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
import org.junit.jupiter.params.provider.ValueSource;

/** What is said in English is said in Chinese. */
class TwoLanguagesTest {
    /** What has just been written may wait for a day; nothing waits now. */
    private static final int MAY_WAIT = 0;

    private static final Pattern TYPED = Pattern.compile(
            "(SATISFLOW_\\w+=\\S+ )?(\\./satisflow|docker/|mvn|flink|curl|kafka-acls\\S*|echo|export) ");
    private static final Pattern CODE = Pattern.compile("`([^`]+)`");

    @Test
    void the_chinese_readme_has_the_headings_of_the_english_one() {
        assertThat(levels(readme(".zh-CN"))).isEqualTo(levels(readme("")));
    }

    @Test
    void the_chinese_readme_names_the_commands_of_the_english_table() {
        Set<String> missing = commands(readme(""));
        missing.removeAll(commands(readme(".zh-CN")));
        assertThat(missing).hasSizeLessThanOrEqualTo(MAY_WAIT);
    }

    @Test
    void every_page_is_there_in_chinese_but_schemas_and_payloads() throws IOException {
        Set<String> missing = names("docs");
        missing.removeAll(names("docs/zh-CN"));
        assertThat(missing).containsExactly("preset-records.md", "topics.md");
        assertThat(names("docs")).containsAll(names("docs/zh-CN"));
    }

    @Test
    void chinese_pages_have_the_headings_of_the_english_ones() throws IOException {
        for (String page : names("docs/zh-CN")) {
            assertThat(levels(chinese(page))).as(page).isEqualTo(levels(english(page)));
        }
    }

    @Test
    void chinese_pages_show_the_commands_of_the_english_ones() throws IOException {
        List<String> missing = new ArrayList<>();
        List<String> onlyChinese = new ArrayList<>();
        for (String page : names("docs/zh-CN")) {
            missing.addAll(without(typed(english(page)), typed(chinese(page)), page));
            onlyChinese.addAll(without(typed(chinese(page)), typed(english(page)), page));
        }
        assertThat(missing).hasSizeLessThanOrEqualTo(MAY_WAIT);
        assertThat(onlyChinese).isEmpty();
    }

    @Test
    void chinese_pages_have_as_many_rows_of_tables_and_as_many_drawings() throws IOException {
        int missing = 0;
        for (String page : names("docs/zh-CN")) {
            missing += Math.abs(rows(english(page)) - rows(chinese(page)));
            missing += Math.abs(fences(english(page)) - fences(chinese(page)));
        }
        assertThat(missing).isLessThanOrEqualTo(MAY_WAIT);
    }

    @ParameterizedTest
    @ValueSource(strings = {"satisflow", "policies"})
    void settings_with_chinese_comments_are_the_same_settings(String file) {
        Path config = Documents.ROOT.resolve("config");
        List<String> english = settings(config.resolve(file + ".yaml"));
        List<String> chinese = settings(config.resolve(file + ".zh-CN.yaml"));
        assertThat(chinese).isEqualTo(english);
    }

    /** Without comments, but with the examples that stand behind a number sign. */
    private static List<String> settings(Path file) {
        return Documents.lines(file).stream()
                .filter(line -> !line.matches("\\s*# .*|#"))
                .map(line -> line.replaceAll("\\s+# .*", "").replace("policies.zh-CN.yaml", "policies.yaml"))
                .filter(line -> !line.isBlank())
                .toList();
    }

    private static List<String> without(List<String> all, List<String> those, String page) {
        return all.stream()
                .filter(each -> !those.contains(each))
                .map(each -> page + ": " + each)
                .toList();
    }

    private static Set<String> names(String folder) throws IOException {
        try (Stream<Path> pages = Files.list(Documents.ROOT.resolve(folder))) {
            return pages.map(page -> page.getFileName().toString())
                    .filter(name -> name.endsWith(".md"))
                    .collect(Collectors.toCollection(TreeSet::new));
        }
    }

    private static Path english(String page) {
        return Documents.ROOT.resolve("docs").resolve(page);
    }

    private static Path chinese(String page) {
        return Documents.ROOT.resolve("docs/zh-CN").resolve(page);
    }

    /** What a reader types, whatever it is said in. */
    private static List<String> typed(Path file) {
        return Documents.code(file).stream()
                .map(line -> line.replaceAll("(^|\\s)#.*", "")
                        .replaceAll(" --language zh(-CN)?", "")
                        .strip()
                        .replaceAll("\\s+", " "))
                .filter(line -> TYPED.matcher(line).lookingAt())
                .toList();
    }

    private static long rows(Path file) {
        return Documents.prose(file).stream()
                .filter(line -> line.startsWith("|"))
                .count();
    }

    private static long fences(Path file) {
        return Documents.lines(file).stream()
                .filter(line -> line.strip().startsWith("```"))
                .count();
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
