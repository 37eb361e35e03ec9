package io.satisflow.local.speech;

import static org.assertj.core.api.Assertions.assertThat;

import io.satisflow.local.cli.CommandLineRun;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CatalogueTest {

    /** Words for clocks have no English entry: they are their names. */
    @ParameterizedTest
    @ValueSource(strings = {"speech/said", "terminal/panel/words", "metrics/metrics", "tables/report"})
    void everything_that_is_said_in_english_is_said_in_chinese(String catalogue) throws IOException {
        Set<String> english = keys(catalogue + ".properties");

        assertThat(english).isNotEmpty();
        assertThat(keys(catalogue + "_zh_CN.properties")).containsAll(english);
    }

    @Test
    void a_calendar_is_shown_in_chinese_with_its_columns_aligned() {
        CommandLineRun run = CommandLineRun.of(
                "sla",
                "calendar",
                CommandLineRun.HOME.resolve("config/calendars/shanghai.yaml"),
                "--month",
                "2026-02",
                "--language",
                "zh-CN");

        assertThat(run.out()).contains("2026年二月，shanghai.yaml（Asia/Shanghai）", "工作时间：", "平常的时间", "标有 * 的日子");
        assertThat(run.out().lines().toList().get(2)).isEqualTo("   周一   周二   周三   周四   周五   周六   周日     本周");
    }

    @Test
    void what_check_finds_to_be_fine_is_said_in_chinese() {
        assertThat(CommandLineRun.of("check", "--language", "zh").out()).contains("没有问题。", "渠道：helpdesk");
    }

    private static Set<String> keys(String file) throws IOException {
        Properties properties = new Properties();
        try (InputStreamReader in = new InputStreamReader(
                Objects.requireNonNull(CatalogueTest.class.getResourceAsStream("/io/satisflow/local/" + file), file),
                StandardCharsets.UTF_8)) {
            properties.load(in);
        }
        return properties.keySet().stream().map(Object::toString).collect(Collectors.toCollection(TreeSet::new));
    }
}
