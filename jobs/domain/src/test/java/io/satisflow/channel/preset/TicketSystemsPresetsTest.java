package io.satisflow.channel.preset;

import static org.assertj.core.api.Assertions.assertThat;

import io.satisflow.channel.SampleRecords;
import io.satisflow.channel.TestChannel;
import io.satisflow.channel.record.RefusalReason;
import io.satisflow.ticket.TicketEvent;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Robots and people, exports and ticket systems of other makers, through the shipped mappings. */
class TicketSystemsPresetsTest {

    @Test
    void zendesk_exports_tell_their_history_by_audits_and_how_they_stand_now() throws IOException {
        SampleRecords zendesk = SampleRecords.of("zendesk", "zendesk_export.jsonl");

        assertThat(zendesk.lines("311"))
                .as("a trigger and a brother in copy wrote, too")
                .containsExactly(
                        "08:00:00 created new by customer",
                        "08:00:00 customer_message",
                        "08:00:00 status new",
                        "08:00:00 priority",
                        "08:00:00 tags",
                        "08:00:05 bot_reply",
                        "08:20:00 internal_note",
                        "08:20:00 priority",
                        "08:20:00 assigned",
                        "08:20:00 tags",
                        "08:40:00 customer_message",
                        "09:10:00 agent_reply",
                        "09:10:00 status pending",
                        "12:00:00 customer_message",
                        "12:00:00 status open",
                        "15:00:00 agent_reply",
                        "15:00:00 status solved",
                        "15:00:00 status solved",
                        "15:00:00 priority",
                        "15:00:00 assigned");
        assertThat(zendesk.details("311", "163:priority")).containsEntry("priority", "");
    }

    @Test
    void zammad_tells_articles_by_who_wrote_them_and_the_state_of_the_ticket() throws IOException {
        SampleRecords zammad = SampleRecords.of("zammad", "zammad.jsonl");

        assertThat(zammad.lines("701"))
                .containsExactly(
                        "08:00:00 created new by customer",
                        "08:00:00 customer_message",
                        "08:00:00 status new",
                        "08:00:01 bot_reply",
                        "08:00:02 status new",
                        "08:30:00 internal_note",
                        "08:30:00 status open",
                        "08:30:00 assigned",
                        "08:59:59 agent_reply",
                        "09:00:00 status pending",
                        "09:05:00 status pending",
                        "11:00:00 status closed",
                        "11:00:00 status closed");
        assertThat(zammad.details("701", "701:snapshot@2026-03-02T09:00:00Z"))
                .containsEntry("priority", "high")
                .containsEntry("tags", "warranty")
                .containsEntry("team", "Repairs")
                .containsEntry("to", "5");
        assertThat(zammad.details("701", "701:snapshot@2026-03-02T11:00:00Z"))
                .as("the tag was taken off")
                .containsEntry("tags", "");
    }

    @Test
    void jira_tells_customers_agents_and_apps_apart_and_knows_statuses_of_ones_own_by_their_category()
            throws IOException {
        SampleRecords jira = SampleRecords.of("jira", "jira.jsonl");

        assertThat(jira.lines("HELP-42"))
                .containsExactly(
                        "08:00:00 created new by customer",
                        "08:00:00 status open",
                        "08:00:05 bot_reply",
                        "08:20:00 status open",
                        "08:20:00 assigned",
                        "08:30:00 internal_note",
                        "09:00:00 agent_reply",
                        "09:00:00 status pending",
                        "10:00:00 customer_message",
                        "10:00:00 status open",
                        "11:00:00 status solved");
        assertThat(jira.details("HELP-42", "HELP-42:snapshot@2026-03-02T10:00:00.300Z"))
                .containsEntry("priority", "urgent")
                .containsEntry("to", "");
    }

    @Test
    void wecom_sessions_are_tickets_of_a_customer_with_an_account() {
        TestChannel wecom = TestChannel.shipped("wecom_kf");
        String session = "\"open_kfid\": \"wk1\", \"external_userid\": \"wm1\"";

        List<TicketEvent> asked =
                TestChannel.accepted(wecom.map("""
                {"msgid": "m1", "send_time": 1772438410, "origin": 3, "msgtype": "text", "text": {"content": "?"}, %s}
                """.formatted(session))).ticketEvents();
        List<TicketEvent> ended =
                TestChannel.accepted(wecom.map("""
                {"msgid": "m2", "send_time": 1772438600, "origin": 4, "msgtype": "event",
                 "event": {"event_type": "session_status_change", "change_type": 3, %s}}
                """.formatted(session))).ticketEvents();

        assertThat(asked)
                .extracting(SampleRecords::line)
                .containsExactly("08:00:10 created by customer", "08:00:10 customer_message");
        assertThat(ended).extracting(SampleRecords::line).containsExactly("08:03:20 status solved");
        assertThat(ended.get(0).ticket()).isEqualTo(asked.get(0).ticket()).isEqualTo("wk1:wm1");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            zendesk   | {"type": "zen:event-type:ticket.comment_added", "id": "e", "time": "2026-03-02T09:00:00Z", "event": {"comment": {"id": 1, "is_public": true, "author": {"id": "5", "is_staff": true}}}, "detail": {"id": "1", "requester_id": "5", "status": "OPEN"}} | customer_message
            zendesk   | {"type": "zen:event-type:ticket.comment_added", "id": "e", "time": "2026-03-02T09:00:00Z", "event": {"comment": {"id": 1, "is_public": true, "author": {"id": "-1", "is_staff": true}}}, "detail": {"id": "1", "requester_id": "5", "status": "OPEN"}} | bot_reply
            zendesk   | {"type": "zen:event-type:ticket.merged", "id": "e", "time": "2026-03-02T09:00:00Z", "event": {"target_ticket_id": "9"}, "detail": {"id": "1", "requester_id": "5", "status": "CLOSED"}} | merged
            chatwoot  | {"event": "message_created", "id": 1, "created_at": "2026-03-02T09:00:00Z", "message_type": "outgoing", "private": false, "content": "x", "conversation": {"id": 4, "status": "open"}} | bot_reply
            chatwoot  | {"event": "message_created", "id": 1, "created_at": "2026-03-02T09:00:00Z", "message_type": "outgoing", "private": false, "content": "x", "sender": {"type": "user", "id": 3}, "content_attributes": {"automation_rule_id": 8}, "conversation": {"id": 4, "status": "open"}} | bot_reply
            chatwoot  | {"event": "message_created", "id": 1, "created_at": "2026-03-02T09:00:00Z", "message_type": "outgoing", "private": false, "content": "x", "sender": {"type": "user", "id": 3}, "conversation": {"id": 4, "status": "open"}} | agent_reply
            zammad    | {"ticket": {"id": 1, "state": "open", "created_at": "2026-03-02T08:00:00Z", "updated_at": "2026-03-02T09:00:00Z"}, "article": {"id": 2, "sender": "Agent", "type": "email", "internal": false, "created_by_id": 1, "created_at": "2026-03-02T09:00:00Z"}} | bot_reply
            """)
    void a_robot_is_not_a_person_and_a_requester_is_a_customer_whatever_else_they_are(
            String channel, String payload, String type) {
        assertThat(TestChannel.accepted(TestChannel.shipped(channel).map(payload))
                        .ticketEvents())
                .extracting(event -> event.type().wireName())
                .contains(type)
                .doesNotContain(type.equals("agent_reply") ? "bot_reply" : "agent_reply");
    }

    @Test
    void what_is_sent_to_many_is_no_ticket_before_somebody_answers() {
        TestChannel intercom = TestChannel.shipped("intercom");
        String sent = """
                {"type": "conversation", "id": "1", "created_at": 1772400000, "updated_at": 1772438400, "state": "open",
                 "source": {"delivered_as": "automated", "author": {"type": "admin", "id": "1"}},
                 "statistics": {"first_contact_reply_at": %s}}
                """;

        assertThat(TestChannel.refused(intercom.map(sent.formatted("null"))).reason())
                .isEqualTo(RefusalReason.NOTHING_TO_USE);
        assertThat(TestChannel.accepted(intercom.map(sent.formatted("1772438400")))
                        .ticketEvents())
                .extracting(SampleRecords::line)
                .containsExactly("08:00:00 created by agent", "08:00:00 status open");
    }
}
