package io.satisflow.channel.preset;

import static io.satisflow.channel.preset.PresetRecords.accepted;
import static io.satisflow.channel.preset.PresetRecords.feedback;
import static io.satisflow.channel.preset.PresetRecords.map;
import static org.assertj.core.api.Assertions.assertThat;

import io.satisflow.channel.record.IgnoredReason;
import io.satisflow.channel.record.MappedRecord;
import io.satisflow.feedback.Dimension;
import io.satisflow.feedback.Feedback;
import io.satisflow.feedback.Rating;
import io.satisflow.ticket.TicketEvent;
import io.satisflow.ticket.TicketEventType;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Reviews, surveys and posts in the shape in which each tool gives them, through the preset that is shipped for it. */
class PresetsTest {
    @Test
    void app_store_feed() {
        MappedRecord.Accepted page = accepted("app_store", """
                {"feed": {"author": {"name": {"label": "iTunes Store"}}, "entry": [
                  {"im:name": {"label": "Notes"}, "title": {"label": "Notes"}, "id": {"label": "https://apps/1"}},
                  {"author": {"uri": {"label": "https://reviews/7"}, "name": {"label": "otter"}},
                   "updated": {"label": "2026-09-12T07:49:30-07:00"}, "im:rating": {"label": "1"}, "im:version": {"label": "2.1"},
                   "id": {"label": "118001"}, "title": {"label": "Gone"}, "content": {"label": "My notes are gone."}}]}}
                """);

        Feedback review = page.feedback().orElseThrow();
        assertThat(page.said()).hasSize(1);
        assertThat(page.flaws()).isEmpty();
        assertThat(review.id()).isEqualTo("118001");
        assertThat(review.occurredAt()).isEqualTo("2026-09-12T14:49:30Z");
        assertThat(review.ratings()).containsExactly(new Rating("stars", 1, 1, 5));
        assertThat(review.text()).isEqualTo("Gone\nMy notes are gone.");
        assertThat(page.ticketEvents()).extracting(TicketEvent::type).containsExactly(TicketEventType.CREATED);
    }

    @Test
    void app_store_connect() {
        MappedRecord.Accepted page = accepted("app_store_connect", """
                {"data": [{"type": "customerReviews", "id": "0000-1", "attributes": {"rating": 5, "title": "很好", "body": "界面简洁",
                 "reviewerNickname": "n", "createdDate": "2026-07-10T08:10:55-07:00", "territory": "CHN"}}], "links": {"self": "x"}}
                """);

        Feedback review = page.feedback().orElseThrow();
        assertThat(review.text()).isEqualTo("很好\n界面简洁");
        assertThat(review.language()).isEqualTo("zh");
        assertThat(review.attributes()).isEqualTo(Map.of("region", "CHN"));
    }

    @Test
    void google_play_api_takes_what_the_customer_wrote_and_not_the_answer() {
        Feedback review = feedback("google_play_api", """
                {"reviews": [{"reviewId": "gp:1", "authorName": "A", "comments": [
                  {"userComment": {"text": "\\tTitle\\tslow", "lastModified": {"seconds": "1772443800", "nanos": 5000000},
                   "starRating": 2, "reviewerLanguage": "en", "device": "x1", "appVersionName": "3.0"}},
                  {"developerComment": {"text": "Sorry!", "lastModified": {"seconds": "1772443900"}}}]}]}
                """);

        assertThat(review.id()).isEqualTo("gp:1");
        assertThat(review.occurredAt()).isEqualTo("2026-03-02T09:30:00Z");
        assertThat(review.text()).contains("slow").doesNotContain("Sorry");
        assertThat(review.attributes()).containsEntry("version", "3.0").containsEntry("device", "x1");
    }

    @Test
    void google_play_export() {
        Feedback review = feedback("google_play", """
                {"row": "1", "Package Name": "org.x", "App Version Name": "1.9", "Reviewer Language": "de", "Device": "m8",
                 "Review Submit Millis Since Epoch": "1770051328940", "Review Last Update Millis Since Epoch": "1770051400000",
                 "Star Rating": "5", "Review Title": "", "Review Text": "Gut", "Review Link": ""}
                """);

        assertThat(review.id()).isEqualTo("1770051328940|m8");
        assertThat(review.revision()).isEqualTo(1770051400000L);
        assertThat(review.text()).isEqualTo("Gut");
    }

    @Test
    void trustpilot() {
        String created = """
                {"events": [{"eventName": "service-review-created", "eventData": {"id": "tp-1", "language": "en", "stars": 2,
                 "title": "Late", "text": "Came a week late.", "referenceId": "o-9", "createdAt": "2026-03-02T09:30:00Z",
                 "isVerified": true, "consumer": {"id": "c-1", "name": "K."}}}]}
                """;
        Feedback review = feedback("trustpilot", created);

        assertThat(review.customer()).isEqualTo("c-1");
        assertThat(review.ratings()).containsExactly(new Rating("stars", 2, 1, 5));
        assertThat(review.attributes()).containsEntry("order", "o-9").containsEntry("verified", "true");
        assertThat(map("trustpilot", created.replace("service-review-created", "service-review-deleted")))
                .isEqualTo(new MappedRecord.Ignored(IgnoredReason.IGNORE));
    }

    @Test
    void typeform() {
        Feedback answers = feedback("typeform", """
                {"event_id": "E1", "event_type": "form_response", "form_response": {"form_id": "f", "token": "t-1",
                 "submitted_at": "2026-03-02T11:02:00Z", "hidden": {"customer": "c-3"}, "answers": [
                 {"type": "number", "number": 4, "field": {"id": "q2", "type": "rating", "ref": "csat"}},
                 {"type": "text", "text": "Left one out.", "field": {"id": "q3", "type": "long_text", "ref": "why"}}]}}
                """);

        assertThat(answers.id()).isEqualTo("t-1");
        assertThat(answers.customer()).isEqualTo("c-3");
        assertThat(answers.ratings()).containsExactly(new Rating("csat", 4, 1, 5));
        assertThat(answers.text()).isEqualTo("Left one out.");
    }

    @Test
    void typeform_export_leaves_out_what_was_never_sent() {
        String row = """
                {"#": "a1", "How likely are you to recommend us?": "3", "What went wrong?": "broken", "Other": ["", "Kiosk"],
                 "Submit Date (UTC)": "%s", "Network ID": "n1"}
                """;

        assertThat(feedback("typeform_csv", row.formatted("2026-05-01 10:05:00"))
                        .occurredAt())
                .isEqualTo("2026-05-01T10:05:00Z");
        assertThat(map("typeform_csv", row.formatted(""))).isInstanceOf(MappedRecord.Ignored.class);
    }

    @Test
    void surveymonkey_and_its_webhook_that_only_names_the_response() {
        Feedback answers = feedback("surveymonkey", """
                {"data": [{"id": "55", "survey_id": "12", "collector_id": "7", "response_status": "completed",
                 "date_created": "2026-01-20T10:15:00+00:00", "date_modified": "2026-01-20T10:30:00+00:00", "pages": [
                 {"id": "1", "questions": [{"id": "nps", "answers": [{"choice_id": "3", "choice_metadata": {"weight": "9"}}]},
                  {"id": "csat", "answers": [{"choice_id": "4", "simple_text": "Very satisfied"}]},
                  {"id": "text", "answers": [{"text": "Quick."}]}]}]}], "page": 1}
                """);

        assertThat(answers.ratings()).containsExactly(new Rating("nps", 9, 0, 10), new Rating("csat", 5, 1, 5));
        assertThat(answers.text()).isEqualTo("Quick.");
        assertThat(answers.revision())
                .isEqualTo(Instant.parse("2026-01-20T10:30:00Z").toEpochMilli());
        assertThat(map("surveymonkey", """
                {"name": "hook", "event_type": "response_completed", "object_type": "response", "object_id": "55",
                 "event_id": "1", "event_datetime": "2026-01-20T10:31:00.0+00:00", "resources": {"survey_id": "12"}}
                """)).isEqualTo(new MappedRecord.Ignored(IgnoredReason.IGNORE));
    }

    @Test
    void surveymonkey_export() {
        Feedback answers = feedback("surveymonkey_csv", """
                {"Respondent ID": "118", "Collector ID": "4", "End Date": "03/02/2026 09:30:00 AM",
                 "How likely is it that you would recommend us? / Response": "10 - Extremely likely",
                 "What could we do better? / Open-Ended Response": "Nothing"}
                """);

        assertThat(answers.occurredAt()).isEqualTo("2026-03-02T09:30:00Z");
        assertThat(answers.ratings()).containsExactly(new Rating("nps", 10, 0, 10));
        assertThat(answers.text()).isEqualTo("Nothing");
    }

    @ParameterizedTest
    @CsvSource({"nps, 9, nps", "csat, 4, csat", "ces7, 6, ces", "stars_five, 5, stars"})
    void delighted_has_one_score_whose_question_is_the_type_of_the_survey(String type, int score, String question) {
        Feedback answers = feedback("delighted", """
                {"event_type": "survey_response.created", "event_id": "e", "event_data": {"id": "4", "survey_type": "%s",
                 "person": {"id": "42", "email": "a@b.example"}, "score": %d, "comment": "ok", "created_at": 1772443800,
                 "updated_at": 1772443900, "person_properties": {"product": "Shop"}}}
                """.formatted(type, score));

        assertThat(answers.customer()).isEqualTo("42");
        assertThat(answers.ratings()).singleElement().satisfies(rating -> {
            assertThat(rating.question()).isEqualTo(question);
            assertThat(rating.value()).isEqualTo(score);
        });
        assertThat(answers.attributes()).containsEntry("product", "Shop");
    }

    @Test
    void zendesk_satisfaction_ratings() {
        MappedRecord.Accepted page = accepted("zendesk_satisfaction", """
                {"satisfaction_ratings": [{"id": 1, "ticket_id": 208, "requester_id": 7, "group_id": 12, "score": "bad",
                  "comment": "Nobody called", "reason": "slow", "created_at": "2026-03-02T09:30:00Z", "updated_at": "2026-03-02T10:00:00Z"},
                 {"id": 2, "ticket_id": 209, "score": "offered", "created_at": "2026-03-02T09:30:00Z"}], "count": 2}
                """);

        assertThat(page.said()).hasSize(1);
        assertThat(page.feedback().orElseThrow().ratings()).containsExactly(new Rating("csat", 1, 1, 5));
        assertThat(page.ticketEvents()).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({"103, 5", "100, 3", "-103, 1"})
    void freshdesk_satisfaction_ratings(int freshdesk, double csat) {
        Feedback answer = feedback("freshdesk_satisfaction", """
                {"id": 4, "survey_id": 1, "user_id": 9, "agent_id": 3, "group_id": 5, "ticket_id": 11, "feedback": "<p>ok</p>",
                 "ratings": {"default_question": %d}, "created_at": "2026-03-02T09:30:00Z", "updated_at": "2026-03-02T09:30:00Z"}
                """.formatted(freshdesk));

        assertThat(answer.ratings()).containsExactly(new Rating("csat", csat, 1, 5));
        assertThat(answer.text()).isEqualTo("ok");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {"data": [{"id": "9", "author_id": "3", "created_at": "2026-03-02T09:30:00.000Z", "text": "a &amp; b", "lang": "en"}]}
            {"id_str": "9", "id": 9, "user": {"id_str": "3"}, "created_at": "Mon Mar 02 09:30:00 +0000 2026", "full_text": "a &amp; b"}
            """)
    void x_in_both_of_its_forms(String json) {
        Feedback post = feedback("x", json);

        assertThat(post.id()).isEqualTo("9");
        assertThat(post.customer()).isEqualTo("3");
        assertThat(post.text()).isEqualTo("a & b");
        assertThat(post.occurredAt()).isEqualTo("2026-03-02T09:30:00Z");
    }

    @ParameterizedTest
    @CsvSource({"50, 5", "35, 3.5", "4, 4", "★★★★☆, 4", "四星, 4"})
    void dianping(String stars, double value) {
        Feedback review = feedback("dianping", """
                {"评价ID": "d1", "评价时间": "2026-03-02 17:30:00", "用户昵称": "u", "星级": "%s", "口味": "4.5", "环境": "3", "服务": "",
                 "评价内容": "服务一般", "门店名称": "人民广场店"}
                """.formatted(stars));

        assertThat(review.ratings()).containsExactly(new Rating("stars", value, 1, 5));
        assertThat(review.dimensions())
                .containsExactly(new Dimension("taste", 4.5, null), new Dimension("surroundings", 3, null));
        assertThat(review.attributes()).containsEntry("store", "人民广场店");
    }
}
