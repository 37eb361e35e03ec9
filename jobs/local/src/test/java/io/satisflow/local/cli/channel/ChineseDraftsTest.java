package io.satisflow.local.cli.channel;

import static org.assertj.core.api.Assertions.assertThat;

import io.satisflow.channel.ChannelMapping;
import io.satisflow.channel.ChannelMappingFile;
import io.satisflow.channel.record.MappedRecord.Accepted;
import io.satisflow.config.ConfigFile;
import io.satisflow.local.cli.CommandLineRun;
import io.satisflow.local.replay.recording.Recording;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Who asks for Chinese gets a draft whose comments are Chinese, and whose mapping is the same. */
class ChineseDraftsTest {
    private static final Pattern ENGLISH_SENTENCE = Pattern.compile("[A-Za-z']+ [a-z']+ [a-z']+");
    private static final Pattern COMMAND = Pattern.compile("\\./satisflow [a-z -]+");

    /** An answer to a survey, a ticket, a message: what each draft has a part of its own for. */
    private static final String SURVEY = """
        序号,提交时间,您有多大可能推荐我们,满意度,门店,您有什么建议,手机号
        1,2026-03-02 09:30:00,9,非常满意,东门,客服回复很快，下次还来,138****8000
        2,2026-03-02 10:30:00,3,不满意,西门,等了三天才收到，没人回复,139****9000
        """;

    private static final String TICKETS = """
        工单编号,标题,状态,优先级,受理客服,创建时间,首次响应时长(秒),解决时间,类型
        1001,快递一直没到,已解决,高,小王,2026-11-02 09:05:00,60,2026-11-02 15:00:00,投诉
        1002,发票开错了,研究一下,中,小李,2026-11-03 10:00:00,,-,咨询
        """;

    private static final String MESSAGES = """
        会话ID,消息ID,发送方,发送人,消息内容,发送时间
        1,11,访客,访客12,快递一直没到,2026/3/2 9:05
        1,12,客服,小林,马上为您查询,2026/3/2 9:15
        1,13,质检,小周,此条仅供内部查看,2026/3/2 9:16
        """;

    private static final String NOTHING = """
        甲,乙
        好,坏
        对,错
        """;

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(strings = {SURVEY, TICKETS, MESSAGES, NOTHING})
    void the_comments_of_a_draft_are_in_chinese_and_its_mapping_is_the_english_one(String export) throws IOException {
        Path file = Files.writeString(folder.resolve("export.csv"), export);

        String chinese = draft(file, "zh");

        assertThat(chinese.lines().flatMap(line -> remark(line).stream()))
                .isNotEmpty()
                .noneMatch(remark -> ENGLISH_SENTENCE
                        .matcher(COMMAND.matcher(remark).replaceAll(""))
                        .find());
        assertThat(mapped(chinese)).isEqualTo(mapped(draft(file, "en")));
    }

    @ParameterizedTest
    @ValueSource(strings = {SURVEY, TICKETS, MESSAGES})
    void a_chinese_draft_reads_the_file_it_was_drafted_from(String export) throws IOException {
        Path file = Files.writeString(folder.resolve("export.csv"), export);
        ChannelMapping mapping = ChannelMappingFile.read(ConfigFile.parse("draft.yaml", draft(file, "zh")));
        int[] accepted = {0};

        Recording.of(file, Optional.of(mapping))
                .forEach(row -> accepted[0] +=
                        mapping.map(row.payload(), Instant.parse("2026-12-31T00:00:00Z")) instanceof Accepted ? 1 : 0);

        assertThat(accepted[0]).isEqualTo(2);
    }

    @Test
    void the_language_of_the_environment_is_that_of_the_draft() throws IOException {
        Path file = Files.writeString(folder.resolve("export.csv"), SURVEY);

        assertThat(CommandLineRun.inLanguage("zh_CN.UTF-8", "channel", "new", "--from", file)
                        .out())
                .isEqualTo(draft(file, "zh"));
    }

    /** A comment of its own, or behind a mapping. */
    private static Optional<String> remark(String line) {
        int at = line.startsWith("#") ? 0 : line.lastIndexOf(" # ");
        return at < 0 ? Optional.empty() : Optional.of(line.substring(at));
    }

    /** The lines that are read; reasons are words of the language. */
    private static List<String> mapped(String draft) {
        return draft.lines()
                .map(line -> remark(line)
                        .map(remark -> line.substring(0, line.length() - remark.length()))
                        .orElse(line)
                        .stripTrailing())
                .map(line -> line.matches(" {4}[a-z_]+: [^{].*") ? line.replaceFirst(":.*", "") : line)
                .filter(line -> !line.isBlank())
                .toList();
    }

    private static String draft(Path export, String language) {
        CommandLineRun run = CommandLineRun.of("channel", "new", "--from", export, "--language", language);
        assertThat(run.exitCode()).as(run.err()).isZero();
        return run.out();
    }
}
