package io.satisflow.channel.preset;

import static org.assertj.core.api.Assertions.assertThat;

import io.satisflow.channel.TestChannel;
import io.satisflow.channel.record.MappedRecord;
import io.satisflow.channel.record.RefusalReason;
import io.satisflow.feedback.Feedback;
import io.satisflow.feedback.Rating;
import io.satisflow.ticket.TicketEvent;
import io.satisflow.ticket.TicketEventType;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The shipped examples of a survey and of a help desk. */
class SurveyAndHelpdeskTest {
    private final TestChannel survey = TestChannel.shipped("survey");
    private final TestChannel helpdesk = TestChannel.shipped("helpdesk");

    @Test
    void a_survey_answers_some_questions() {
        Feedback feedback = TestChannel.accepted(survey.map(answers("\"nps\": 10, \"ces\": 7")))
                .feedback()
                .orElseThrow();

        assertThat(feedback.ratings()).containsExactly(new Rating("nps", 10, 0, 10), new Rating("ces", 7, 1, 7));
        assertThat(feedback.language()).isNull();
        assertThat(feedback.attributes()).containsEntry("journey", "purchase");
    }

    @ParameterizedTest
    @CsvSource({"0, 1", "6, 1", "7, 0", "10, 0"})
    void a_detractor_opens_a_case(int nps, int cases) {
        assertThat(TestChannel.accepted(survey.map(answers("\"nps\": " + nps))).ticketEvents())
                .hasSize(cases)
                .allSatisfy(event -> assertThat(event.details())
                        .containsEntry("team", "customer care")
                        .containsEntry("by", "customer"));
    }

    @ParameterizedTest
    @CsvSource({"csat, 0", "csat, 6", "nps, 11", "nps, -1", "ces, 8"})
    void an_answer_outside_its_scale_is_refused(String question, int answer) {
        assertThat(TestChannel.refused(survey.map(answers("\"%s\": %d".formatted(question, answer))))
                        .reason())
                .isEqualTo(RefusalReason.RATING_OUT_OF_SCALE);
    }

    @Test
    void a_new_ticket_is_an_event_and_what_the_customer_wrote_is_feedback() {
        MappedRecord.Accepted accepted = TestChannel.accepted(helpdesk.map("""
                {"event": {"id": "e-1", "type": "ticket.created", "at": "2026-03-02T08:00:00Z"},
                 "ticket": {"id": 42, "status": "New", "priority": "P2", "queue": "billing", "tags": ["refund", "vip"],
                            "kind": "problem", "product": "Shop"},
                 "author": {"role": "end_user"}, "message": {"html": "<p>Where is my refund?</p>"}}
                """));

        TicketEvent event = accepted.ticketEvents().get(0);
        assertThat(event.ticket()).isEqualTo("42");
        assertThat(event.id()).isEqualTo("e-1:created");
        assertThat(event.details())
                .containsExactlyInAnyOrderEntriesOf(Map.of(
                        "attributes.product", "Shop",
                        "by", "customer",
                        "channel", "helpdesk",
                        "kind", "complaint",
                        "language", "en",
                        "priority", "high",
                        "status", "new",
                        "tags", "refund,vip",
                        "team", "billing"));
        assertThat(accepted.feedback().orElseThrow().kind()).isEqualTo("complaint");
        assertThat(accepted.feedback().orElseThrow().text()).isEqualTo("Where is my refund?");
    }

    @Test
    void an_agents_reply_is_no_feedback_and_creates_nothing() {
        MappedRecord.Accepted accepted = TestChannel.accepted(helpdesk.map(ticket("comment.agent", "\"id\": 42")));

        assertThat(accepted.feedback()).isEmpty();
        assertThat(accepted.ticketEvents()).singleElement().satisfies(event -> {
            assertThat(event.type()).isEqualTo(TicketEventType.AGENT_REPLY);
            assertThat(event.detail("by")).isEmpty();
        });
    }

    @Test
    void a_status_is_told_in_our_words() {
        assertThat(TestChannel.accepted(helpdesk.map(ticket("ticket.status", "\"id\": 42, \"status\": \"Waiting\"")))
                        .ticketEvents()
                        .get(0)
                        .detail("status"))
                .contains("pending");
        assertThat(TestChannel.refused(helpdesk.map(ticket("ticket.status", "\"id\": 42, \"status\": \"Parked\"")))
                        .reason())
                .isEqualTo(RefusalReason.UNKNOWN_TICKET_STATUS);
    }

    @Test
    void a_promise_carries_its_due_time() {
        TestChannel channel = TestChannel.with(
                "ticket: {id: /t, event: promise, due: {pointer: /due, format: epoch_seconds}, stage: /s}");

        assertThat(channel.eventWith("\"t\": 1, \"due\": 1772445600").detail("due"))
                .contains("2026-03-02T10:00:00Z");
        assertThat(TestChannel.refused(channel.mapWith("\"t\": 1, \"due\": \"soon\""))
                        .reason())
                .isEqualTo(RefusalReason.BAD_TIME);
    }

    private static String answers(String members) {
        return "{\"response_id\": \"r-1\", \"submitted_at\": \"2026-03-02T08:30:00Z\", \"answers\": {%s}}"
                .formatted(members);
    }

    private static String ticket(String type, String members) {
        return "{\"event\": {\"id\": \"e-2\", \"type\": \"%s\", \"at\": \"2026-03-02T08:00:00Z\"}, \"ticket\": {%s}, \"message\": {\"html\": \"Hello\"}}"
                .formatted(type, members);
    }
}
