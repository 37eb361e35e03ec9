package io.satisflow.local.cli.channel;

import static org.assertj.core.api.Assertions.assertThat;

import io.satisflow.channel.ChannelMapping;
import io.satisflow.channel.ChannelMappingFile;
import io.satisflow.channel.record.MappedRecord.Accepted;
import io.satisflow.config.ConfigFile;
import io.satisflow.feedback.Rating;
import io.satisflow.local.cli.CommandLineRun;
import io.satisflow.local.replay.recording.Recording;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Scales as surveys write them: what is drafted counts each answer for what it is worth, and what is no answer for none. */
class DraftedScalesTest {
    @TempDir
    Path folder;

    @Test
    void five_steps_with_neither_in_the_middle() throws IOException {
        assertThat(ratings("""
            Response ID,Submitted,How satisfied were you with the repair?
            1,2026-03-02 09:30,Satisfied
            2,2026-03-02 09:40,Neither satisfied nor dissatisfied
            3,2026-03-02 09:50,Very dissatisfied
            """))
                .containsExactly(new Rating("csat", 4, 1, 5), new Rating("csat", 3, 1, 5), new Rating("csat", 1, 1, 5));
    }

    @Test
    void numbers_whose_ends_have_words() throws IOException {
        assertThat(ratings("""
            Response ID,Submitted,How likely are you to recommend the workshop?
            1,2026-03-02 09:30,10 - Extremely likely
            2,2026-03-02 09:40,7
            3,2026-03-02 09:50,0 - Not at all likely
            """))
                .containsExactly(
                        new Rating("nps", 10, 0, 10), new Rating("nps", 7, 0, 10), new Rating("nps", 0, 0, 10));
    }

    @Test
    void who_has_not_rated_has_given_no_rating() throws IOException {
        assertThat(ratings("""
            评价编号,提交时间,服务满意度评分
            1,2026-03-02 09:30:00,未评价
            2,2026-03-02 09:40:00,5
            3,2026-03-02 09:50:00,--
            4,2026-03-02 09:55:00,2
            """)).containsExactly(new Rating("csat", 5, 1, 5), new Rating("csat", 2, 1, 5));
        assertThat(ratings("""
            Response ID,Submitted,Satisfaction
            1,2026-03-02 09:30,Very satisfied
            2,2026-03-02 09:40,Not rated
            3,2026-03-02 09:50,Dissatisfied
            """)).containsExactly(new Rating("csat", 5, 1, 5), new Rating("csat", 2, 1, 5));
    }

    @Test
    void tags_beside_a_rating_are_no_second_one() throws IOException {
        Path export = export("""
            评价编号,提交时间,满意度评分,满意度标签
            1,2026-03-02 09:30:00,4,耐心
            2,2026-03-02 09:40:00,2,回复慢
            """);

        assertThat(draft(export)).doesNotContain("csat_2").contains("/满意度标签   (耐心)");
    }

    @Test
    void how_easy_it_was_is_an_effort_score() throws IOException {
        assertThat(ratings("""
            Response ID,Submitted,How easy was it to change your booking?
            1,2026-03-02 09:30,7
            2,2026-03-02 09:40,2
            """)).containsExactly(new Rating("ces", 7, 1, 7), new Rating("ces", 2, 1, 7));
    }

    @Test
    void how_a_place_is_easy_to_find_is_no_effort_score() throws IOException {
        Path export = export("""
                Response ID,Submitted,site_easy_to_find,Comment
                1,2026-03-02 09:30,-2,The signs are too small to read
                2,2026-03-02 09:40,1,We saw it from the motorway
                """);

        assertThat(draft(export)).doesNotContain("question: ces");
    }

    @Test
    void of_effort_the_draft_asks_which_end_is_good() throws IOException {
        Path export = export("""
            编号,提交时间,费力度
            1,2026-03-02 09:30:00,6
            2,2026-03-02 09:40:00,2
            """);

        assertThat(draft(export)).contains("question: ces", "CHECK which end is good");
    }

    @Test
    void one_answer_that_is_no_number_is_named_and_the_others_are_counted() throws IOException {
        StringBuilder table = new StringBuilder("Response ID,Submitted,Rating\n");
        for (int row = 1; row <= 20; row++) {
            table.append("%d,2026-03-02 09:30,%s%n".formatted(row, row == 20 ? "ask Bo" : row % 5 + 1));
        }

        assertThat(ratings(table.toString())).hasSize(19);
        assertThat(draft(export(table.toString()))).contains("CHECK: no number and refused as such: \"ask Bo\"");
    }

    @Test
    void a_recommendation_goes_to_ten_whatever_somebody_typed() throws IOException {
        String table = """
            Response ID,Submitted,How likely are you to recommend us?
            1,2026-03-02 09:30,9
            2,2026-03-02 09:40,99
            3,2026-03-02 09:50,0
            4,2026-03-02 09:55,-1
            5,2026-03-02 09:58,10
            """;

        assertThat(ratings(table)).extracting(Rating::value).containsExactly(9.0, 0.0, 10.0);
        assertThat(ratings(table)).extracting(Rating::question).containsOnly("nps");
        assertThat(draft(export(table))).contains("CHECK: outside the scale and refused as such: -1, 99");
    }

    @Test
    void one_slip_makes_no_scale_of_a_hundred_and_many_such_numbers_do() throws IOException {
        StringBuilder slip = new StringBuilder("Response ID,Submitted,Rating\n");
        StringBuilder hundred = new StringBuilder("Response ID,Submitted,Rating\n");
        for (int row = 1; row <= 20; row++) {
            slip.append("%d,2026-03-02 09:30,%d%n".formatted(row, row == 20 ? 55 : row % 5 + 1));
            hundred.append("%d,2026-03-02 09:30,%d%n".formatted(row, 5 * row));
        }

        assertThat(ratings(slip.toString())).hasSize(19).extracting(Rating::max).containsOnly(5.0);
        assertThat(draft(export(slip.toString()))).contains("CHECK: outside the scale and refused as such: 55");
        assertThat(ratings(hundred.toString()))
                .hasSize(20)
                .extracting(Rating::max)
                .containsOnly(100.0);
    }

    private Path export(String table) throws IOException {
        return Files.writeString(folder.resolve("answers.csv"), table);
    }

    private static String draft(Path export) {
        CommandLineRun run = CommandLineRun.of("channel", "new", "--from", export);
        assertThat(run.exitCode()).as(run.err()).isZero();
        return run.out();
    }

    private List<Rating> ratings(String table) throws IOException {
        Path export = export(table);
        ChannelMapping mapping = ChannelMappingFile.read(ConfigFile.parse("draft.yaml", draft(export)));
        List<Rating> ratings = new ArrayList<>();
        Recording.of(export, Optional.of(mapping)).forEach(row -> {
            if (mapping.map(row.payload(), Instant.parse("2026-12-01T00:00:00Z")) instanceof Accepted accepted) {
                accepted.said().forEach(each -> ratings.addAll(each.ratings()));
            }
        });
        return ratings;
    }
}
