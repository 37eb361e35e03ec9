package io.satisflow.channel;

import static org.assertj.core.api.Assertions.assertThat;

import io.satisflow.ticket.TicketEvent;
import io.satisflow.ticket.TicketEventType;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Open tickets are loaded from an export on the day a team begins: what their past was, only some exports tell. */
class AdoptedExportsTest {

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            zendesk   | {"id": 1, "created_at": "2026-02-20T09:00:00Z", "updated_at": "2026-03-02T08:00:00Z", "status": "open", "requester_id": 11, "submitter_id": 11}
            freshdesk | {"id": 1, "created_at": "2026-02-20T09:00:00Z", "updated_at": "2026-03-02T08:00:00Z", "status": 2, "priority": 1, "source": 1}
            zammad    | {"ticket": {"id": 1, "state": "open", "article_count": 4, "created_at": "2026-02-20T09:00:00Z", "updated_at": "2026-03-02T08:00:00Z"}}
            jira      | {"webhookEvent": "jira:issue_updated", "timestamp": 1772438400000, "issue": {"id": "7", "key": "H-1", "fields": {"created": "2026-02-20T09:00:00.000+0000", "status": {"name": "Open"}, "reporter": {"accountId": "c"}}}}
            chatwoot  | {"id": 1, "status": "open", "created_at": 1771578000, "updated_at": 1772438400.5}
            """)
    void what_tells_nothing_of_replies_opens_no_first_reply_of_long_ago(String channel, String payload) {
        List<TicketEvent> events = events(channel, payload);

        assertThat(events)
                .extracting(TicketEvent::type)
                .contains(TicketEventType.STATUS)
                .doesNotContain(TicketEventType.CREATED);
        assertThat(events)
                .allSatisfy(event -> assertThat(event.details()).containsEntry("created_at", "2026-02-20T09:00:00Z"));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            zendesk   | {"id": 1, "created_at": "2026-02-20T09:00:00Z", "updated_at": "2026-03-02T08:00:00Z", "status": "open", "requester_id": 11, "submitter_id": 11, "metric_set": {"replies": 0}}
            zendesk   | {"id": 1, "created_at": "2026-03-02T08:00:00Z", "updated_at": "2026-03-02T08:00:00Z", "status": "new", "requester_id": 11, "submitter_id": 11}
            freshdesk | {"id": 1, "created_at": "2026-02-20T09:00:00Z", "updated_at": "2026-03-02T08:00:00Z", "status": 2, "priority": 1, "source": 1, "stats": {"status_updated_at": "2026-02-20T09:00:00Z"}}
            zammad    | {"id": 1, "state": "open", "created_at": "2026-02-20T09:00:00Z", "updated_at": "2026-03-02T08:00:00Z", "first_response_at": null}
            chatwoot  | {"id": 1, "status": "open", "created_at": 1771578000, "updated_at": 1772438400.5, "first_reply_created_at": 0}
            """)
    void what_says_that_nobody_has_replied_yet_waits_since_its_creation(String channel, String payload) {
        assertThat(events(channel, payload))
                .extracting(TicketEvent::type)
                .contains(TicketEventType.CREATED)
                .doesNotContain(TicketEventType.AGENT_REPLY);
    }

    @Test
    void a_listed_conversation_tells_since_when_its_customer_waits() {
        assertThat(events("chatwoot", """
                {"id": 1, "status": "open", "created_at": 1771578000, "updated_at": 1772438400,
                 "first_reply_created_at": 1771581600, "waiting_since": 1772437800}"""))
                .extracting(SampleRecords::line)
                .containsExactlyInAnyOrder("10:00:00 agent_reply", "07:50:00 customer_message", "08:00:00 status open");
    }

    @Test
    void what_a_merge_says_and_closes_is_neither_a_reply_nor_a_solution() {
        String audits = """
                {"id": 22, "created_at": "2026-03-02T09:00:00Z", "updated_at": "2026-03-02T09:30:00Z", "status": "closed",
                 "requester_id": 1, "submitter_id": 1, "tags": ["billing", "closed_by_merge"], "audits": [
                  {"id": 1, "created_at": "2026-03-02T09:00:00Z", "author_id": 1, "events": [
                   {"id": 11, "type": "Create", "field_name": "priority", "value": "urgent"}]},
                  {"id": 2, "created_at": "2026-03-02T09:30:00Z", "author_id": 77, "via": {"channel": "web", "source": {"rel": "%s"}},
                   "events": [
                    {"id": 21, "type": "Comment", "author_id": 77, "public": true, "body": "merged"},
                    {"id": 22, "type": "Change", "field_name": "status", "value": "closed", "previous_value": "open"},
                    {"id": 23, "type": "Change", "field_name": "tags", "value": ["billing", "closed_by_merge"]}]}]}""";

        List<TicketEvent> told = events("zendesk", audits.formatted("merge"));
        List<TicketEvent> tagged = events("zendesk", audits.formatted("web"));

        assertThat(told)
                .extracting(TicketEvent::type)
                .contains(TicketEventType.MERGED)
                .doesNotContain(TicketEventType.AGENT_REPLY);
        assertThat(tagged).extracting(TicketEvent::type).contains(TicketEventType.MERGED);
        assertThat(told)
                .filteredOn(event -> event.type() == TicketEventType.CREATED)
                .singleElement()
                .satisfies(created -> assertThat(created.details()).containsEntry("priority", "urgent"));
    }

    private static List<TicketEvent> events(String channel, String payload) {
        return TestChannel.accepted(TestChannel.shipped(channel).map(payload)).ticketEvents();
    }
}
