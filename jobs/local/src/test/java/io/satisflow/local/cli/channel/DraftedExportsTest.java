package io.satisflow.local.cli.channel;

import static org.assertj.core.api.Assertions.assertThat;

import io.satisflow.channel.ChannelMapping;
import io.satisflow.channel.ChannelMappingFile;
import io.satisflow.channel.record.MappedRecord.Accepted;
import io.satisflow.config.ConfigFile;
import io.satisflow.feedback.Feedback;
import io.satisflow.feedback.Rating;
import io.satisflow.local.cli.CommandLineRun;
import io.satisflow.local.replay.recording.Recording;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Exports as tools really write them: what is drafted from them reads them right. */
class DraftedExportsTest {
    @TempDir
    Path folder;

    @Test
    void a_table_in_the_encoding_of_a_chinese_desk() throws IOException {
        List<Feedback> said = drafted("gbk.csv", """
                序号,提交时间,评分,评价内容
                1,2026-03-02 09:30:00,5,很好用，物流也快
                2,2026-03-02 10:30:00,1,客服一直不回
                """, "GB18030");

        assertThat(said).extracting(Feedback::text).containsExactly("很好用，物流也快", "客服一直不回");
    }

    @Test
    void a_table_of_a_western_spreadsheet_with_its_commas() throws IOException {
        List<Feedback> said = drafted("eu.csv", """
                Nr;Datum;Bewertung;Kommentar
                1;02.03.2026 09:30;4,5;"Schnell; gut"
                2;22.03.2026 10:30;1,0;Zu spät
                """, "windows-1252");

        assertThat(said).extracting(Feedback::text).containsExactly("Schnell; gut", "Zu spät");
        assertThat(said.get(0).ratings()).containsExactly(new Rating("csat", 4.5, 1, 5));
    }

    @Test
    void a_table_under_a_title() throws IOException {
        List<Feedback> said = drafted("report.csv", """
                Customer feedback report
                Generated: 3/2/2026

                Review ID,Date,Rating,Comment
                1,2026-03-02 09:30:00,5,Quick
                2,2026-03-02 10:30:00,1,"Late, torn"
                """);

        assertThat(said).extracting(Feedback::text).containsExactly("Quick", "Late, torn");
    }

    @Test
    void a_header_of_two_lines() throws IOException {
        List<Feedback> said = drafted("answers.csv", """
                Respondent ID,Start Date,End Date,Email Address,How likely is it that you would recommend us?,What is missing?,Which do you use?,
                ,,,,,Open-Ended Response,Shop,Wallet
                118,03/20/2026 09:28:00 AM,03/20/2026 09:30:00 AM,,9,Answer the phone,Shop,
                119,03/20/2026 04:00:00 PM,03/20/2026 04:05:11 PM,,3,Nobody answered,,Wallet
                """);

        assertThat(said).extracting(Feedback::id).containsExactly("118", "119");
        assertThat(said).extracting(Feedback::text).containsExactly("Answer the phone", "Nobody answered");
        assertThat(said.get(1).occurredAt()).isEqualTo("2026-03-20T16:05:11Z");
    }

    @Test
    void days_before_months_as_a_later_row_shows() throws IOException {
        List<Feedback> said = drafted("orders.csv", """
                Order ID,Date Created,Reviewer Name,Reviewer Email,Rating,Comments,Replies
                A-1,02/03/2026 09:30,Ann,ann@example.com,5,Quick,
                A-2,22/03/2026 10:30,Bo,bo@example.com,1,"Late, torn",Sorry to hear that you were not happy with us
                """);

        assertThat(said)
                .extracting(Feedback::occurredAt)
                .containsExactly(Instant.parse("2026-03-02T09:30:00Z"), Instant.parse("2026-03-22T10:30:00Z"));
        assertThat(said).extracting(Feedback::text).containsExactly("Quick", "Late, torn");
    }

    @Test
    void days_before_months_as_a_row_behind_the_sample_shows() throws IOException {
        StringBuilder table = new StringBuilder("""
                Response ID,Submitted,Rating
                """);
        for (int row = 1; row <= 1_200; row++) {
            table.append("%d,%02d/03/2026 09:30,4%n".formatted(row, row == 1_100 ? 22 : 1 + row % 12));
        }

        assertThat(drafted("many.csv", table.toString()).get(4).occurredAt()).isEqualTo("2026-03-06T09:30:00Z");
    }

    @Test
    void days_before_months_as_another_column_shows() throws IOException {
        Path export = Files.writeString(folder.resolve("two.csv"), """
                Response ID,Submitted,Delivery date,Rating,Comment
                1,02/03/2026 09:30,22/02/2026 10:00,5,Quick
                2,04/03/2026 10:30,23/02/2026 10:00,1,Late
                """);

        assertThat(said(export, mapping(draft(export))).get(0).occurredAt()).isEqualTo("2026-03-02T09:30:00Z");
        assertThat(draft(export)).contains("in the order that another column shows");
    }

    @Test
    void what_no_row_decides_is_told() throws IOException {
        Path export = Files.writeString(folder.resolve("either.csv"), """
                Response ID,Submitted,Rating
                1,02/03/2026 09:30,5
                2,04/03/2026 10:30,1
                """);

        assertThat(draft(export)).contains("CHECK which is day and which is month");
    }

    @Test
    void a_form_in_chinese_with_addresses_for_customers() throws IOException {
        Path export = Files.writeString(folder.resolve("form.csv"), """
                时间戳记,电子邮件地址,您对本次服务满意吗？（1-5）,您有什么建议？
                2026/11/28 下午7:02:02,a@example.com,5,客服回复很快
                2026/11/28 下午7:10:40,b@example.com,2,等了三天才收到
                """);

        List<Feedback> said = said(export, mapping(draft(export)));

        assertThat(said.get(0).occurredAt()).isEqualTo("2026-11-28T19:02:02Z");
        assertThat(said.get(0).customer()).isEqualTo("<email>");
        assertThat(draft(export)).contains("SATISFLOW_CUSTOMER_KEY").doesNotContain("a@example.com");
    }

    @Test
    void telephone_numbers_are_customers_and_models_of_telephones_are_not() throws IOException {
        List<Feedback> numbers = drafted("numbers.csv", """
                序号,提交时间,手机号,评分,意见
                1,2026-03-02 09:30:00,138****8000,5,很好用
                2,2026-03-02 10:30:00,139****9000,1,一直不回
                """);
        String models = draft(Files.writeString(folder.resolve("models.csv"), """
                Review ID,Date,Phone,Rating,Comment
                1,2026-03-02 09:30:00,Pixel 7,5,Quick
                2,2026-03-02 10:30:00,Galaxy S24,1,Crashes all day
                """));

        assertThat(numbers).allSatisfy(each -> assertThat(each.customer()).isNotNull());
        assertThat(models).doesNotContain("customer: /Phone");
    }

    @Test
    void the_zone_that_is_said_for_the_file_stands_in_the_draft() throws IOException {
        Path export = Files.writeString(folder.resolve("zoned.csv"), """
                Response ID,Submitted,Rating
                1,2026-03-02 09:30,5
                2,2026-03-02 10:30,1
                """);
        CommandLineRun run = CommandLineRun.of("channel", "new", "--from", export, "--zone", "Asia/Shanghai");

        assertThat(said(export, mapping(run.out())).get(0).occurredAt()).isEqualTo("2026-03-02T01:30:00Z");
    }

    @Test
    void stars_in_words_the_best_of_which_nobody_gave() throws IOException {
        String page = """
                {"reviews": [
                  {"reviewId": "a", "reviewer": {"displayName": "Ann"}, "starRating": "ONE", "comment": "Late", "createTime": "2026-03-02T09:30:00.123456789Z"},
                  {"reviewId": "b", "reviewer": {"displayName": "Bo"}, "starRating": "TWO", "createTime": "2026-03-02T10:30:00Z"}],
                 "totalReviewCount": 2}
                """;

        List<Feedback> said = drafted("places.json", page);
        assertThat(said)
                .extracting(each -> each.ratings().get(0))
                .containsExactly(new Rating("stars", 1, 1, 5), new Rating("stars", 2, 1, 5));
        assertThat(draft(folder.resolve("places.json"))).contains("\"FIVE\": 5");
    }

    @Test
    void numbers_of_people_are_no_ratings_and_each_question_has_its_name() throws IOException {
        List<Feedback> said = drafted("happiness.json", """
                {"results": [
                  {"id": 5001, "ratingUserId": 4, "ratingCustomerId": 77, "score": 5, "friendlyScore": 4, "createdAt": "2026-03-02T09:30:00Z"},
                  {"id": 5002, "ratingUserId": 5, "ratingCustomerId": 78, "score": 1, "friendlyScore": 2, "createdAt": "2026-03-02T10:30:00Z"}]}
                """);

        assertThat(said.get(0).ratings()).containsExactly(new Rating("csat", 5, 1, 5), new Rating("csat_2", 4, 1, 5));
        assertThat(said.get(0).customer()).isEqualTo("77");
    }

    @Test
    void a_page_with_a_single_record_drafts_what_reads_fuller_pages() throws IOException {
        String record =
                "{\"id\": %d, \"requester\": {\"id\": 2}, \"subject\": \"Card swallowed\", \"created_at\": \"2026-03-02T11:48:05+05:00\"}";
        String page = "{\"status\": 200, \"data\": [%s], \"resource\": \"case\", \"total_count\": 1}";
        drafted("one.json", page.formatted(record.formatted(1)));
        Path fuller = Files.writeString(
                folder.resolve("two.json"), page.formatted(record.formatted(1) + ", " + record.formatted(2)));

        assertThat(said(fuller, mapping(draft(folder.resolve("one.json")))))
                .extracting(Feedback::id)
                .containsExactly("1", "2");
    }

    @Test
    void words_in_parts_and_seconds_with_fractions() throws IOException {
        List<Feedback> said = drafted("chat.json", """
                {"name": "Support", "messages": [
                  {"id": 2, "date": 1772443800.25, "from_id": "user1", "text": ["It is ", {"type": "bold", "text": "late"}, " again"]},
                  {"id": 3, "date": 1772444400, "from_id": "user2", "text": "Same here"}]}
                """);

        assertThat(said).extracting(Feedback::text).containsExactly("It is late again", "Same here");
        assertThat(said.get(0).occurredAt()).isEqualTo("2026-03-02T09:30:00.250Z");
    }

    @Test
    void signs_that_yaml_does_not_take_stay_out_of_the_draft() throws IOException {
        List<Feedback> said = drafted("old.json", """
                [{"id": "a", "timestamp": 1772443800, "review": "It\\u00e2\\u0080\\u0099s late", "stars": 1},
                 {"id": "b", "timestamp": 1772447400, "review": "fine", "stars": 4}]
                """);

        assertThat(said).extracting(Feedback::id).containsExactly("a", "b");
    }

    private List<Feedback> drafted(String name, String content) throws IOException {
        return drafted(name, content, "UTF-8");
    }

    private List<Feedback> drafted(String name, String content, String encoding) throws IOException {
        Path export = Files.write(folder.resolve(name), content.getBytes(Charset.forName(encoding)));
        return said(export, mapping(draft(export)));
    }

    private static String draft(Path export) {
        CommandLineRun run = CommandLineRun.of("channel", "new", "--from", export);
        assertThat(run.exitCode()).as(run.err()).isZero();
        return run.out();
    }

    private static ChannelMapping mapping(String draft) {
        return ChannelMappingFile.read(ConfigFile.parse("draft.yaml", draft));
    }

    private static List<Feedback> said(Path export, ChannelMapping mapping) throws IOException {
        List<Feedback> said = new ArrayList<>();
        Recording.of(export, Optional.of(mapping)).forEach(row -> {
            assertThat(row.fault()).isNull();
            if (mapping.map(row.payload(), Instant.parse("2026-12-01T00:00:00Z")) instanceof Accepted accepted) {
                said.addAll(accepted.said());
            }
        });
        return said;
    }
}
