package io.satisflow.warehouse.rows;

import static org.assertj.core.api.Assertions.assertThat;

import io.satisflow.ledger.RecordedTicketEvent;
import io.satisflow.ledger.SourcePosition;
import io.satisflow.ticket.TicketEvent;
import io.satisflow.ticket.TicketEventType;
import io.satisflow.warehouse.table.TableRow;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class TicketRowsTest {
    private static final Instant START = Instant.parse("2026-03-02T09:00:00Z");

    @Test
    void aRobotsAnswerIsNoFirstReply() {
        TableRow row = ticket(
                event(0, TicketEventType.CREATED, Map.of("team", "billing")),
                event(1, TicketEventType.BOT_REPLY, Map.of()),
                event(5, TicketEventType.AGENT_REPLY, Map.of()));

        assertThat(cell(row, "first_reply_at")).isEqualTo(START.plusSeconds(300));
        assertThat(cell(row, "first_reply_wall_s")).isEqualTo(300L);
        assertThat(cell(row, "bot_replies")).isEqualTo(1L);
        assertThat(cell(row, "team")).isEqualTo("billing");
    }

    @Test
    void aTicketThatIsTakenUpAgainIsNotSolvedAndCountsAsReopened() {
        TableRow row = ticket(
                event(0, TicketEventType.CREATED, Map.of()),
                event(1, TicketEventType.STATUS, Map.of("status", "solved")),
                event(2, TicketEventType.CUSTOMER_MESSAGE, Map.of()));

        assertThat(cell(row, "solved_at")).isNull();
        assertThat(cell(row, "status")).isEqualTo("open");
        assertThat(cell(row, "reopened")).isEqualTo(1L);
    }

    @Test
    void aFactThatIsTakenAwayIsGone() {
        TableRow row = ticket(
                event(0, TicketEventType.CREATED, Map.of("to", "mei", "attributes.product", "kettle")),
                event(1, TicketEventType.ASSIGNED, Map.of("to", "")));

        assertThat(cell(row, "owner")).isNull();
        assertThat(cell(row, "product")).isEqualTo("kettle");
    }

    @Test
    void aBreachThatWasWithdrawnIsNoMiss() {
        TableRow row = ClockRows.of(
                        List.of(
                                word("activate", 0, 0, null),
                                word("breach", 10, 1, null),
                                word("retract", 10, 2, "breach"),
                                word("fulfil", 9, 3, null)),
                        null,
                        START)
                .get(0);

        assertThat(cell(row, "outcome")).isEqualTo("met");
        assertThat(cell(row, "done_at")).isEqualTo(START.plusSeconds(540));
        assertThat(cell(row, "breached_at")).isNull();
    }

    @Test
    void ofTwoWordsOfOneInstantTheLaterCounts() {
        assertThat(cell(
                        ClockRows.of(
                                        List.of(
                                                word("activate", 0, 0, null),
                                                word("resume", 5, 2, null),
                                                word("fulfil", 5, 1, null)),
                                        null,
                                        START)
                                .get(0),
                        "outcome"))
                .isEqualTo("running");
    }

    private static TableRow ticket(RecordedTicketEvent... events) {
        return TicketRows.of(List.of(events), START);
    }

    private static RecordedTicketEvent event(int minute, TicketEventType type, Map<String, String> details) {
        Instant at = START.plusSeconds(minute * 60L);
        return new RecordedTicketEvent(
                "desk",
                new TicketEvent("T1", "e" + minute, type, at, at, details),
                new SourcePosition("raw.desk", 0, minute));
    }

    private static ClockEventState word(String event, int minute, long place, @Nullable String retracts) {
        long at = START.plusSeconds(minute * 60L).toEpochMilli();
        return new ClockEventState(
                "T1", "first_reply", 1, event, at, at, null, 3600, "wall", 0, 0, "p", retracts, place);
    }

    private static @Nullable Object cell(TableRow row, String column) {
        return row.cells().get(row.definition().indexOf(column));
    }
}
