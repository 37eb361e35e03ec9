package io.satisflow.channel;

import static org.assertj.core.api.Assertions.assertThat;

import io.satisflow.ticket.TicketEvent;
import io.satisflow.ticket.TicketEventType;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Snapshots, and facts that are taken away. */
class TicketStateTest {
    private static final String SNAPSHOTS = """
            ticket:
              id: /t
              events:
                - {event: created, occurred_at: /created}
                - {each: /notes, id: /id, event: agent_reply, occurred_at: /at}
                - {event: snapshot}
              status: /status
              priority: /priority
              tags: /tags
              to: /owner
              into: /merged
              attributes: {plan: /plan}
            """;

    @Test
    void a_snapshot_tells_all_and_takes_away_what_it_lacks() {
        TicketEvent state = snapshot("\"t\": 7, \"status\": \"open\", \"priority\": null, \"tags\": []");

        assertThat(state.id()).isEqualTo("7:snapshot@2026-03-02T09:55:00Z");
        assertThat(state.details())
                .containsEntry("status", "open")
                .containsEntry("priority", "")
                .containsEntry("tags", "")
                .containsEntry("to", "")
                .containsEntry("attributes.plan", "");
    }

    @Test
    void an_owner_is_one_assignment_however_often_it_is_told() {
        TestChannel channel = TestChannel.with(SNAPSHOTS);
        String members = "\"t\": 7, \"status\": \"open\", \"owner\": \"ann\"";

        TicketEvent first = event(channel, members, TicketEventType.ASSIGNED);
        TicketEvent again = TestChannel.accepted(
                        channel.map("{\"id\": 2, \"at\": \"2026-03-02T09:59:00Z\", " + members + "}"))
                .ticketEvents()
                .get(1);

        assertThat(first.details()).containsEntry("to", "ann");
        assertThat(again.id()).isEqualTo(first.id());
    }

    @Test
    void what_it_was_merged_into_is_an_event_of_its_own() {
        TicketEvent merged = event(
                TestChannel.with(SNAPSHOTS), "\"t\": 7, \"status\": \"closed\", \"merged\": 8", TicketEventType.MERGED);

        assertThat(merged.details()).containsEntry("into", "8");
    }

    @Test
    void history_says_nothing_of_what_holds_now_and_the_creation_what_held_at_first_sight() {
        List<TicketEvent> events =
                TestChannel.accepted(TestChannel.with(SNAPSHOTS).mapWith("""
                        "t": 7, "status": "solved", "priority": "high", "owner": "ann", "created": "2026-03-02T08:00:00Z",
                        "notes": [{"id": 1, "at": "2026-03-02T09:00:00Z"}]""")).ticketEvents();

        assertThat(events.get(0).type()).isEqualTo(TicketEventType.CREATED);
        assertThat(events.get(0).details()).containsEntry("priority", "high").doesNotContainKeys("status", "to");
        assertThat(events.get(1).type()).isEqualTo(TicketEventType.AGENT_REPLY);
        assertThat(events.get(1).details()).doesNotContainKeys("status", "priority", "to");
    }

    @Test
    void what_is_null_is_taken_away_and_what_is_absent_only_where_a_record_holds_all() {
        String rest = "ticket: {id: /t, event: priority, priority: /priority, tags: /tags%s}";

        assertThat(TestChannel.with(rest.formatted(""))
                        .eventWith("\"t\": 7, \"priority\": null")
                        .details())
                .containsEntry("priority", "")
                .doesNotContainKey("tags");
        assertThat(TestChannel.with(rest.formatted(", full: true"))
                        .eventWith("\"t\": 7, \"priority\": null")
                        .details())
                .containsEntry("priority", "")
                .containsEntry("tags", "");
    }

    @Test
    void null_in_the_place_of_an_object_says_that_its_members_are_none() {
        TestChannel channel =
                TestChannel.with("ticket: {id: /t, event: tags, team: /meta/team/name, to: /meta/owner/id}");

        assertThat(channel.eventWith("\"t\": 7, \"meta\": {\"team\": null}").details())
                .containsEntry("team", "")
                .doesNotContainKey("to");
    }

    @Test
    void any_event_may_tell_when_its_ticket_was_created_and_where_it_stands_among_those_of_its_instant() {
        TestChannel channel = TestChannel.with("ticket: {id: /t, event: agent_reply, created_at: /c, sequence: /n}");

        assertThat(channel.eventWith("\"t\": 7, \"c\": \"2026-03-01T08:00:00Z\", \"n\": 12")
                        .details())
                .containsEntry("created_at", "2026-03-01T08:00:00Z")
                .containsEntry("sequence", "12");
    }

    @Test
    void lists_in_lists_are_read_with_what_is_around_them() {
        TestChannel channel = TestChannel.with("""
                ticket:
                  id: /t
                  events:
                    - each: [/audits, /events]
                      id: /id
                      when: {/author: {same_as: /^/^/requester}, /channel: {not_in: /^/robots}}
                      event: customer_message
                      occurred_at: /^/at
                """);

        List<TicketEvent> events = TestChannel.accepted(channel.mapWith("""
                        "t": 7, "requester": "c1", "audits": [
                          {"at": "2026-03-02T09:00:00Z", "robots": ["rule", "api"], "events": [
                            {"id": 1, "author": "c1", "channel": "mail"}, {"id": 2, "author": "a1", "channel": "mail"}]},
                          {"at": "2026-03-02T09:30:00Z", "robots": ["rule"], "events": [
                            {"id": 3, "author": "c1", "channel": "rule"}, {"id": 4, "author": "c1", "channel": "api"}]}]""")).ticketEvents();

        assertThat(events).extracting(TicketEvent::id).containsExactly("1:customer_message", "4:customer_message");
        assertThat(events.get(1).occurredAt()).hasToString("2026-03-02T09:30:00Z");
    }

    @Test
    void members_of_listed_objects_and_the_first_word_that_is_known_are_read() {
        TestChannel channel = TestChannel.with("""
                ticket:
                  id: /t
                  event: status
                  status: {first: [/name, /category], values: {Waiting: pending, done: solved}, listed_only: true}
                  tags: {pointer: /tags, item: /name}
                """);

        assertThat(channel.eventWith(
                                "\"t\": 7, \"name\": \"Magic\", \"category\": \"done\", \"tags\": [{\"name\": \"a\"}, {\"name\": \"b\"}]")
                        .details())
                .containsEntry("status", "solved")
                .containsEntry("tags", "a,b");
        assertThat(channel.eventWith("\"t\": 7, \"name\": \"Waiting\", \"category\": \"done\"")
                        .details())
                .containsEntry("status", "pending");
    }

    private static TicketEvent snapshot(String members) {
        return event(TestChannel.with(SNAPSHOTS), members, TicketEventType.STATUS);
    }

    private static TicketEvent event(TestChannel channel, String members, TicketEventType type) {
        return TestChannel.accepted(channel.mapWith(members)).ticketEvents().stream()
                .filter(event -> event.type() == type)
                .findFirst()
                .orElseThrow();
    }
}
