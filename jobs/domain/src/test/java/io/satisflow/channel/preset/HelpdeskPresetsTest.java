package io.satisflow.channel.preset;

import static org.assertj.core.api.Assertions.assertThat;

import io.satisflow.channel.SampleRecords;
import io.satisflow.channel.TestChannel;
import io.satisflow.channel.record.RefusalReason;
import io.satisflow.feedback.Feedback;
import io.satisflow.feedback.Rating;
import io.satisflow.ticket.TicketEvent;
import io.satisflow.ticket.TicketEventType;
import java.io.IOException;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the helpdesks of other makers send, through the shipped mappings. */
class HelpdeskPresetsTest {

    @Test
    void zendesk_tells_each_thing_by_an_event_of_its_own() throws IOException {
        SampleRecords zendesk = SampleRecords.of("zendesk", "zendesk.jsonl");

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
        assertThat(zendesk.events().get(0).detail("priority"))
                .as("null at first")
                .contains("");
        assertThat(zendesk.events().get(2).detail("priority")).contains("high");
        assertThat(zendesk.events().get(3).details()).containsEntry("to", "61").containsEntry("team", "71");
        assertThat(zendesk.feedback())
                .extracting(Feedback::text)
                .containsExactly("My order 88231 came without its charger.", "The label cannot be printed.");
    }

    @Test
    void freshdesk_tells_a_ticket_as_a_whole_with_its_conversations_or_without() throws IOException {
        SampleRecords freshdesk = SampleRecords.of("freshdesk", "freshdesk.json");

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
        assertThat(freshdesk.events().get(0).details())
                .containsEntry("priority", "high")
                .containsEntry("kind", "question")
                .containsEntry("tags", "lamp");
    }

    @Test
    void intercom_tells_a_conversation_as_a_whole_with_its_parts_or_without() throws IOException {
        SampleRecords intercom = SampleRecords.of("intercom", "intercom.jsonl");

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
                .containsExactly(
                        "09:00:00 created by customer",
                        "13:30:00 agent_reply",
                        "14:00:00 status solved",
                        "14:00:00 status solved");
        assertThat(intercom.lines("503"))
                .as("the agent opened it")
                .containsExactly(
                        "09:30:00 created by agent",
                        "10:00:00 customer_message",
                        "10:00:00 status open",
                        "10:00:00 status open");
        assertThat(intercom.feedback().get(0).ratings()).containsExactly(new Rating("csat", 5, 1, 5));
    }

    @Test
    void chatwoot_tells_messages_and_changes_of_status() throws IOException {
        SampleRecords chatwoot = SampleRecords.of("chatwoot", "chatwoot.jsonl");

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
        assertThat(chatwoot.events().get(0).details())
                .containsEntry("priority", "high")
                .containsEntry("team", "delivery");
        assertThat(chatwoot.feedback())
                .extracting(Feedback::text)
                .containsExactly("The parcel is wet.", "Here it is.", "Took too long.");
        assertThat(chatwoot.feedback().get(2).ratings()).containsExactly(new Rating("csat", 2, 1, 5));
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
        List<TicketEvent> once = SampleRecords.of(channel, file).events();
        List<TicketEvent> again = SampleRecords.of(channel, file).events();

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
                 "updated_at": "2026-03-02T08:00:00Z", "stats": {}}, "emitted_at": 1}
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
}
