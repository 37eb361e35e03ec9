package io.satisflow.channel;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.satisflow.channel.record.MappedRecord;
import io.satisflow.channel.record.RefusalReason;
import io.satisflow.feedback.Feedback;
import io.satisflow.feedback.Rating;
import io.satisflow.ticket.TicketEvent;
import io.satisflow.ticket.TicketEventType;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the helpdesks of other makers send, through the shipped mappings. */
class HelpdeskPresetsTest {
    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final Path SAMPLES = Path.of(System.getProperty("satisflow.root", "../.."), "config", "samples");

    @Test
    void zendesk_tells_each_thing_by_an_event_of_its_own() throws IOException {
        Records zendesk = Records.of("zendesk", "zendesk.jsonl");

        assertThat(zendesk.lines("301"))
                .containsExactly(
                        "08:00:00 created new by customer",
                        "08:00:00 customer_message",
                        "08:05:00 priority",
                        "08:20:00 assigned",
                        "08:25:00 internal_note",
                        "09:10:00 agent_reply",
                        "09:11:00 status pending",
                        "15:00:00 status solved");
        assertThat(zendesk.lines("302"))
                .as("the agent opened it")
                .containsExactly(
                        "09:30:00 created open by agent",
                        "09:30:00 agent_reply",
                        "13:00:00 customer_message",
                        "13:01:00 tags");
        assertThat(zendesk.events.get(0).detail("priority")).as("null at first").contains("");
        assertThat(zendesk.events.get(2).detail("priority")).contains("high");
        assertThat(zendesk.events.get(3).details()).containsEntry("to", "61").containsEntry("team", "71");
        assertThat(zendesk.feedback)
                .extracting(Feedback::text)
                .containsExactly("My order 88231 came without its charger.", "The label cannot be printed.");
    }

    @Test
    void freshdesk_tells_a_ticket_as_a_whole_with_its_conversations_or_without() throws IOException {
        Records freshdesk = Records.of("freshdesk", "freshdesk.json");

        assertThat(freshdesk.lines("401"))
                .containsExactly(
                        "08:00:00 created open by customer",
                        "08:10:00 internal_note",
                        "08:40:00 agent_reply",
                        "09:00:00 customer_message",
                        "09:30:00 agent_reply",
                        "12:00:00 status solved",
                        "12:00:00 status solved",
                        "12:00:00 assigned");
        assertThat(freshdesk.lines("402"))
                .containsExactly(
                        "08:30:00 created open by customer",
                        "14:00:00 agent_reply",
                        "14:01:00 status pending",
                        "16:00:00 status pending",
                        "16:00:00 assigned");
        assertThat(freshdesk.lines("403"))
                .as("resolved without a reply")
                .containsExactly(
                        "09:00:00 created open by customer",
                        "09:05:00 status solved",
                        "09:05:00 status closed",
                        "09:05:00 status closed",
                        "09:05:00 assigned");
        assertThat(freshdesk.events.get(0).details())
                .containsEntry("priority", "high")
                .containsEntry("kind", "question")
                .containsEntry("tags", "lamp");
    }

    @Test
    void intercom_tells_a_conversation_as_a_whole_with_its_parts_or_without() throws IOException {
        Records intercom = Records.of("intercom", "intercom.jsonl");

        assertThat(intercom.lines("501"))
                .containsExactly(
                        "08:00:00 created by customer",
                        "08:00:05 bot_reply",
                        "08:15:00 assigned",
                        "08:20:00 internal_note",
                        "09:00:00 agent_reply",
                        "10:00:00 customer_message",
                        "10:00:00 status open",
                        "10:05:00 agent_reply",
                        "10:05:00 status solved",
                        "11:30:00 status solved",
                        "11:30:00 satisfaction");
        assertThat(intercom.lines("502"))
                .containsExactly("09:00:00 created by customer", "13:30:00 agent_reply", "14:00:00 status solved", "14:00:00 status solved");
        assertThat(intercom.lines("503"))
                .as("the agent opened it")
                .containsExactly(
                        "09:30:00 created by agent",
                        "10:00:00 customer_message",
                        "10:00:00 status open",
                        "10:00:00 status open");
        assertThat(intercom.feedback.get(0).ratings()).containsExactly(new Rating("csat", 5, 1, 5));
    }

    @Test
    void chatwoot_tells_messages_and_changes_of_status() throws IOException {
        Records chatwoot = Records.of("chatwoot", "chatwoot.jsonl");

        assertThat(chatwoot.lines("601"))
                .containsExactly(
                        "08:00:00 created open by customer",
                        "08:00:00 customer_message",
                        "08:00:01 bot_reply",
                        "08:30:00 internal_note",
                        "08:45:00 agent_reply",
                        "09:00:00 customer_message",
                        "13:30:00 status solved",
                        "13:40:00 satisfaction");
        assertThat(chatwoot.events.get(0).details())
                .containsEntry("priority", "high")
                .containsEntry("team", "delivery");
        assertThat(chatwoot.feedback)
                .extracting(Feedback::text)
                .containsExactly("The parcel is wet.", "Here it is.", "Took too long.");
        assertThat(chatwoot.feedback.get(2).ratings()).containsExactly(new Rating("csat", 2, 1, 5));
    }

    @Test
    void zendesk_exports_tell_their_history_by_audits_and_how_they_stand_now() throws IOException {
        Records zendesk = Records.of("zendesk", "zendesk_export.jsonl");

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
        Records zammad = Records.of("zammad", "zammad.jsonl");

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
        Records jira = Records.of("jira", "jira.jsonl");

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

        List<TicketEvent> asked = TestChannel.accepted(wecom.map("""
                {"msgid": "m1", "send_time": 1772438410, "origin": 3, "msgtype": "text", "text": {"content": "?"}, %s}
                """.formatted(session))).ticketEvents();
        List<TicketEvent> ended = TestChannel.accepted(wecom.map("""
                {"msgid": "m2", "send_time": 1772438600, "origin": 4, "msgtype": "event",
                 "event": {"event_type": "session_status_change", "change_type": 3, %s}}
                """.formatted(session))).ticketEvents();

        assertThat(asked).extracting(Records::line).containsExactly("08:00:10 created by customer", "08:00:10 customer_message");
        assertThat(ended).extracting(Records::line).containsExactly("08:03:20 status solved");
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
        assertThat(TestChannel.accepted(TestChannel.shipped(channel).map(payload)).ticketEvents())
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
        assertThat(TestChannel.accepted(intercom.map(sent.formatted("1772438400"))).ticketEvents())
                .extracting(Records::line)
                .containsExactly("08:00:00 created by agent", "08:00:00 status open");
    }

    @ParameterizedTest
    @CsvSource({
        "zendesk, zendesk.jsonl",
        "freshdesk, freshdesk.json",
        "intercom, intercom.jsonl",
        "chatwoot, chatwoot.jsonl",
        "zendesk, zendesk_export.jsonl"
    })
    void event_ids_are_unique_within_a_ticket_and_the_same_when_it_is_told_again(String channel, String file)
            throws IOException {
        List<TicketEvent> once = Records.of(channel, file).events;
        List<TicketEvent> again = Records.of(channel, file).events;

        Set<String> ids = new HashSet<>();
        assertThat(once)
                .allSatisfy(event -> assertThat(ids.add(event.ticket() + " " + event.id()))
                        .as(event.id())
                        .isTrue());
        assertThat(again).isEqualTo(once);
    }

    @Test
    void a_snapshot_wrapped_by_what_moved_it_is_read_as_the_ticket_itself() {
        TestChannel freshdesk = TestChannel.shipped("freshdesk");

        List<TicketEvent> events = TestChannel.accepted(freshdesk.map("""
                {"stream": "tickets", "data": {"id": 7, "created_at": "2026-03-02T08:00:00Z",
                 "updated_at": "2026-03-02T08:30:00Z", "stats": {}}, "emitted_at": 1}
                """)).ticketEvents();

        assertThat(events).singleElement().satisfies(event -> {
            assertThat(event.ticket()).isEqualTo("7");
            assertThat(event.type()).isEqualTo(TicketEventType.CREATED);
        });
    }

    @Test
    void a_snapshot_is_known_no_earlier_than_the_last_that_it_tells() {
        TestChannel channel =
                TestChannel.with("ticket: {id: /t, events: [{event: created}, {event: agent_reply, occurred_at: /r}]}");
        String members = "\"id\": \"x\", \"at\": \"2026-03-02T08:00:00Z\", \"t\": 1, \"r\": ";

        assertThat(TestChannel.accepted(channel.map("{" + members + "\"2026-03-02T09:00:00Z\"}"))
                        .occurredAt())
                .isEqualTo(Instant.parse("2026-03-02T09:00:00Z"));
        assertThat(TestChannel.refused(channel.map("{" + members + "\"2027-03-02T09:00:00Z\"}"))
                        .reason())
                .isEqualTo(RefusalReason.TIME_IN_FUTURE);
    }

    /** What came out of all records of a file. */
    private record Records(List<TicketEvent> events, List<Feedback> feedback) {

        static Records of(String channel, String file) throws IOException {
            Records records = new Records(new ArrayList<>(), new ArrayList<>());
            ChannelMapping mapping = ShippedChannels.read(channel);
            try (var payloads = MAPPER.readerFor(JsonNode.class)
                    .<JsonNode>readValues(SAMPLES.resolve(file).toFile())) {
                while (payloads.hasNext()) {
                    MappedRecord mapped = mapping.map(
                            MAPPER.writeValueAsBytes(payloads.next()), Instant.parse("2026-04-01T00:00:00Z"));
                    MappedRecord.Accepted accepted = TestChannel.accepted(mapped);
                    records.events.addAll(accepted.ticketEvents());
                    accepted.feedback().ifPresent(records.feedback::add);
                }
            }
            return records;
        }

        Map<String, String> details(String ticket, String id) {
            return events.stream()
                    .filter(event -> event.ticket().equals(ticket) && event.id().equals(id))
                    .findFirst()
                    .orElseThrow()
                    .details();
        }

        /** What is told again by the same id is one event. */
        List<String> lines(String ticket) {
            Set<String> ids = new HashSet<>();
            return events.stream()
                    .filter(event -> event.ticket().equals(ticket) && ids.add(event.id()))
                    .sorted(Comparator.comparing(TicketEvent::occurredAt).thenComparing(TicketEvent::type))
                    .map(Records::line)
                    .toList();
        }

        private static String line(TicketEvent event) {
            boolean ofStatus = event.type() == TicketEventType.CREATED || event.type() == TicketEventType.STATUS;
            String status =
                    ofStatus ? event.detail("status").map(word -> " " + word).orElse("") : "";
            String by = event.type() == TicketEventType.CREATED
                    ? " by " + event.detail("by").orElse("customer")
                    : "";
            String time = Objects.requireNonNull(event.occurredAt().toString().substring(11, 19));
            return time + " " + event.type().wireName() + status + by;
        }
    }
}
