package io.satisflow.local.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.satisflow.channel.ChannelMapping;
import io.satisflow.channel.ChannelMappingFile;
import io.satisflow.channel.record.FileFormat;
import io.satisflow.channel.record.MappedRecord;
import io.satisflow.channel.record.MappedRecord.Accepted;
import io.satisflow.channel.record.MappedRecord.Ignored;
import io.satisflow.channel.record.MappedRecord.Refused;
import io.satisflow.channel.record.RefusalReason;
import io.satisflow.config.ConfigFile;
import io.satisflow.feedback.Feedback;
import io.satisflow.local.cli.CommandLineRun;
import io.satisflow.local.replay.recording.Recording;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Exports that people could not read, from files to canonical records. */
class ReportedIntakeTest {
    private static final Path DATA = Path.of(System.getProperty("satisflow.data", ""));
    private static final Path CASES = DATA.resolveSibling("cases").resolve("reported/intake");
    private static final Instant STORED = Instant.parse("2026-11-20T00:00:00Z");

    @BeforeAll
    static void requireCases() {
        assumeTrue(
                !DATA.toString().isEmpty() && Files.isDirectory(CASES),
                "the reported cases are not here; give the folder beside them with -Dsatisflow.data=DIR");
    }

    @ParameterizedTest
    @CsvSource({
        "appstore_rss/feed.json, appstore_rss/map.yaml, 2, 0, 1",
        "appstore_rss/entries.json, appstore_rss/map.yaml, 2, 0, 1",
        "asc/page.json, asc/map.yaml, 2, 0, 0",
        "asc/page.jsonl, asc/map.yaml, 2, 0, 0",
        "asc/page.jsonl, asc/map_unwrap.yaml, 2, 0, 0",
        "discord/export.json, discord/map.yaml, 2, 0, 2",
        "discord/messages.json, discord/map.yaml, 2, 0, 2",
        "gplay/reviews.csv, gplay/map.yaml, 361, 0, 0",
        "gplay/reviews_utf8.csv, gplay/map.yaml, 361, 0, 0",
        "clothing/reviews.csv, clothing/map.yaml, 207, 0, 0",
        "epoch_mix/in.jsonl, epoch_mix/millis_first.yaml, 2, 2, 0",
        "epoch_mix/in.jsonl, epoch_mix/seconds_first.yaml, 2, 2, 0",
        "formats/bom.json, formats/map.yaml, 1, 0, 0",
        "formats/bom.jsonl, formats/map.yaml, 2, 0, 0",
        "formats/concat.json, formats/map.yaml, 2, 0, 0",
        "formats/pretty.json, formats/map.yaml, 1, 0, 0",
        "formats/semicolon.csv, formats/map.yaml, 1, 0, 0",
        "formats/tabs.csv, formats/map.yaml, 1, 0, 0",
        "formats/tabs.tsv, formats/map.yaml, 1, 0, 0",
        "formats/excel_sep.csv, formats/map.yaml, 1, 0, 0",
        "formats/spaces.csv, formats/map.yaml, 1, 0, 0",
        "formats/quote.csv, formats/map.yaml, 2, 1, 0",
        "formats/backslash.csv, formats/map.yaml, 1, 1, 0",
        "formats/ragged.csv, formats/map.yaml, 2, 1, 0",
        "formats/cp1252.csv, formats/map.yaml, 1, 1, 0",
        "formats/surveymonkey.csv, formats/map.yaml, 1, 1, 0",
        "formats/tz.csv, formats/tz_map.yaml, 1, 0, 0",
        "formats/dup.csv, formats/map.yaml, 2, 0, 0",
        "formats/dup.jsonl, formats/map.yaml, 0, 1, 0"
    })
    void each_row_is_read_refused_or_left_out(String file, String mapping, int accepted, int refused, int ignored) {
        List<MappedRecord> rows = rows(file, mapping(mapping, ""));

        assertThat(rows.stream().filter(Refused.class::isInstance)).hasSize(refused);
        assertThat(rows.stream().filter(Ignored.class::isInstance)).hasSize(ignored);
        if (!file.startsWith("clothing")) {
            assertThat(rows.stream().filter(Accepted.class::isInstance)).hasSize(accepted);
        }
    }

    @Test
    void every_comment_of_two_columns_of_one_name_is_there() {
        assertThat(feedback("formats/dup.csv", mapping("formats/map.yaml", "")))
                .extracting(Feedback::text)
                .containsExactly("first answer", "second answer");
    }

    @Test
    void seconds_and_milliseconds_are_the_same_instant_and_empty_times_are_refused() {
        for (String order : List.of("epoch_mix/millis_first.yaml", "epoch_mix/seconds_first.yaml")) {
            List<MappedRecord> rows = rows("epoch_mix/in.jsonl", mapping(order, ""));

            assertThat(feedback("epoch_mix/in.jsonl", mapping(order, "")))
                    .extracting(Feedback::occurredAt)
                    .containsOnly(Instant.parse("2026-03-02T09:30:00Z"));
            assertThat(rows.subList(2, 4))
                    .allSatisfy(row -> assertThat(((Refused) row).reason()).isEqualTo(RefusalReason.BAD_TIME));
        }
    }

    @Test
    void an_angle_in_words_stays() {
        List<String> texts = feedback("formats/html.jsonl", mapping("formats/map.yaml", "")).stream()
                .map(Feedback::text)
                .toList();

        assertThat(texts).contains("I <3 this app", "a<b and c>d");
    }

    @Test
    void answers_of_a_survey_in_local_time_are_read_once_the_zone_is_said() {
        assertThatThrownBy(() -> mapping("wjx/map.yaml", "")).hasMessageContaining("zone:");

        List<Feedback> answers = feedback("wjx/data.csv", mapping("wjx/map.yaml", "zone: Asia/Shanghai\n"));
        assertThat(answers.get(0).occurredAt()).isEqualTo("2026-06-16T00:00:05Z");
        assertThat(answers.stream()
                        .flatMap(each -> each.ratings().stream())
                        .map(rating -> rating.question() + rating.value()))
                .containsExactly("csat5.0", "nps10.0", "csat2.0", "nps4.0", "csat3.0");
    }

    @Test
    void an_export_in_utc_is_read_with_both_of_its_columns_of_one_name() {
        assertThatThrownBy(() -> mapping("typeform_csv/map.yaml", "")).hasMessageContaining("zone:");

        List<Feedback> answers = feedback(
                "typeform_csv/responses.csv",
                mapping("typeform_csv/map.yaml", "zone: UTC\nattributes: {first: /Other/0, second: /Other/1}\n"));
        assertThat(answers)
                .extracting(Feedback::occurredAt)
                .containsExactly(Instant.parse("2026-05-01T10:05:00Z"), Instant.parse("2026-05-01T11:04:00Z"));
        assertThat(answers.get(1).attributes()).containsEntry("second", "Kiosk").doesNotContainKey("first");
    }

    @Test
    void check_tells_of_scales_that_nothing_measures() {
        CommandLineRun run =
                CommandLineRun.of("check", "--config", CASES.resolve("scale_unmeasured/config/satisflow.yaml"));

        assertThat(run.exitCode()).isZero();
        assertThat(run.err()).contains("csat [1, 3] of channel survey3").contains("nps [1, 4] of channel survey3");
    }

    private static List<Feedback> feedback(String file, ChannelMapping mapping) {
        return rows(file, mapping).stream()
                .filter(Accepted.class::isInstance)
                .flatMap(row -> ((Accepted) row).said().stream())
                .toList();
    }

    private static List<MappedRecord> rows(String file, ChannelMapping mapping) {
        List<MappedRecord> rows = new ArrayList<>();
        try {
            Recording.of(CASES.resolve(file), Optional.of(mapping), FileFormat.FOUND)
                    .forEach(row -> rows.add(
                            row.fault() == null
                                    ? mapping.map(row.payload(), STORED)
                                    : new Refused(RefusalReason.UNREADABLE_ROW, row.fault())));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return rows;
    }

    private static ChannelMapping mapping(String file, String more) {
        try {
            String yaml = Files.readString(CASES.resolve(file)).stripTrailing() + "\n" + more;
            return ChannelMappingFile.read(ConfigFile.parse(file, yaml));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
