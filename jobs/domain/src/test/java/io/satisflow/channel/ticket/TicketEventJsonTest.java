package io.satisflow.channel.ticket;

import static org.assertj.core.api.Assertions.assertThat;

import io.satisflow.channel.TestChannel;
import io.satisflow.channel.record.MappedRecord;
import io.satisflow.channel.record.RefusalReason;
import io.satisflow.ticket.TicketEvent;
import io.satisflow.ticket.TicketEventType;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class TicketEventJsonTest {

    @Test
    void an_event_is_read_with_all_that_it_says_of_its_ticket() {
        TicketEvent event = accepted("""
                {"ticket": 42, "at": "2026-03-02T09:00:00.5+01:00", "type": "created", "priority": "high", "group": "billing",
                 "tags": ["refund", "vip"], "attributes": {"country": "de", "age": 3}, "status": null, "source": {"row": 1}}
                """);

        assertThat(event.ticket()).isEqualTo("42");
        assertThat(event.type()).isEqualTo(TicketEventType.CREATED);
        assertThat(event.occurredAt()).isEqualTo(Instant.parse("2026-03-02T08:00:00.500Z"));
        assertThat(event.knownAt()).isEqualTo(event.occurredAt());
        assertThat(event.id()).as("it names none").isEqualTo("row-7");
        assertThat(event.details())
                .isEqualTo(Map.of(
                        "priority", "high",
                        "team", "billing",
                        "tags", "refund,vip",
                        "attributes.country", "de",
                        "attributes.age", "3"));
    }

    @Test
    void what_became_known_late_keeps_both_times() {
        TicketEvent event = accepted("""
                {"ticket": "T1", "id": "e-1", "at": "2026-03-02T08:00:00Z", "known_at": "2026-03-02T09:00:00Z", "type": "agent_reply"}
                """);

        assertThat(event.id()).isEqualTo("e-1");
        assertThat(event.knownAt()).isEqualTo(Instant.parse("2026-03-02T09:00:00Z"));
    }

    @ParameterizedTest
    @EnumSource(TicketEventType.class)
    void every_type_of_event_can_be_written(TicketEventType type) {
        assertThat(accepted("""
                {"ticket": "T1", "at": "2026-03-02T08:00:00Z", "type": "%s", "status": "solved",
                 "due": "2026-03-03T08:00:00Z", "into": "T2"}
                """.formatted(type.wireName())).type()).isEqualTo(type);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            nonsense                                                      | INVALID_JSON          | not valid JSON
            []                                                            | INVALID_JSON          | expected one JSON object
            {"at": "2026-03-02T08:00:00Z", "type": "created"}             | MISSING_TICKET        | ticket is missing
            {"ticket": "T1", "type": "created"}                           | MISSING_TIME          | at is missing
            {"ticket": "T1", "at": "2026-03-02T08:00", "type": "created"} | BAD_TIME              | at is "2026-03-02T08:00"; write a time since 1970 with its zone
            {"ticket": "T1", "at": "1969-03-02T08:00:00Z", "type": "created"} | BAD_TIME          | since 1970
            {"ticket": "T1", "at": "2026-03-02T08:00:00Z", "type": "open"} | UNKNOWN_TICKET_EVENT | type is "open"; one of: created, customer_message
            {"ticket": "T1", "at": "2026-03-02T08:00:00Z"}                | UNKNOWN_TICKET_EVENT  | one of: created, customer_message
            {"ticket": "T1", "at": "2026-03-02T08:00:00Z", "type": "status"} | UNKNOWN_TICKET_STATUS | a status event without a status
            {"ticket": "T1", "at": "2026-03-02T08:00:00Z", "type": "status", "status": "parked"} | UNKNOWN_TICKET_STATUS | one of: new, open, pending
            {"ticket": "T1", "at": "2026-03-02T08:00:00Z", "type": "promise"} | MISSING_TIME      | a promise without the time it is due
            {"ticket": "T1", "at": "2026-03-02T08:00:00Z", "type": "promise", "due": "soon"} | BAD_TIME | due is "soon"
            {"ticket": "T1", "at": "2026-03-02T08:00:00Z", "type": "merged"} | MISSING_TICKET     | a merge without the ticket it goes into
            """)
    void what_cannot_be_used_is_refused_with_its_reason(String json, RefusalReason reason, String message) {
        assertThat(read(json)).isInstanceOfSatisfying(MappedRecord.Refused.class, refused -> {
            assertThat(refused.reason()).isEqualTo(reason);
            assertThat(refused.message()).contains(message);
        });
    }

    private static TicketEvent accepted(String json) {
        return TestChannel.accepted(read(json)).ticketEvents().get(0);
    }

    private static MappedRecord read(String json) {
        return TicketEventJson.read(json.getBytes(StandardCharsets.UTF_8), "row-7");
    }
}
