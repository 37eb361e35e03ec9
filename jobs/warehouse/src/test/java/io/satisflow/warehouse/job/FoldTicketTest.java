package io.satisflow.warehouse.job;

import static org.assertj.core.api.Assertions.assertThat;

import io.satisflow.ledger.RecordedTicketEvent;
import io.satisflow.ledger.SourcePosition;
import io.satisflow.sla.policy.SlaPolicies;
import io.satisflow.sla.policy.SlaRules;
import io.satisflow.ticket.TicketEvent;
import io.satisflow.ticket.TicketEventType;
import io.satisflow.warehouse.rows.ClockEventState;
import io.satisflow.warehouse.table.TableRow;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.operators.co.KeyedCoProcessOperator;
import org.apache.flink.streaming.api.watermark.Watermark;
import org.apache.flink.streaming.util.KeyedTwoInputStreamOperatorTestHarness;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** How long tickets are kept, and that it changes no row. */
class FoldTicketTest {
    private static final Instant START = Instant.parse("2026-03-02T09:00:00Z");
    private static final Duration WEEK = Duration.ofDays(7);
    private static final SlaRules KEPT_FOR_A_WEEK =
            new SlaRules(new SlaPolicies(List.of()), Map.of(), WEEK, SlaRules.LOG_CAP);
    private static final SlaRules KEPT_FOR_EVER = new SlaRules(
            new SlaPolicies(List.of()), Map.of(), Duration.ofDays(9_999), Duration.ofDays(9_999), SlaRules.LOG_CAP);

    private static final List<RecordedTicketEvent> FIRST_LIFE = List.of(
            event(0, TicketEventType.CREATED, Map.of("team", "billing", "attributes.product", "kettle")),
            event(1, TicketEventType.CUSTOMER_MESSAGE, Map.of()),
            event(5, TicketEventType.AGENT_REPLY, Map.of()),
            event(9, TicketEventType.STATUS, Map.of("status", "solved")));
    private static final List<RecordedTicketEvent> SECOND_LIFE = List.of(
            event(30_000, TicketEventType.CUSTOMER_MESSAGE, Map.of()),
            event(30_010, TicketEventType.AGENT_REPLY, Map.of()));

    @Test
    void aTicketThatComesBackAfterItsEventsWereForgottenHasTheRowOfOneThatWasKept() throws Exception {
        assertThat(rowsOfBothLives(KEPT_FOR_A_WEEK)).isEqualTo(rowsOfBothLives(KEPT_FOR_EVER));
    }

    private static Map<String, Object> rowsOfBothLives(SlaRules rules) throws Exception {
        try (Harness harness = new Harness(rules)) {
            harness.take(FIRST_LIFE);
            harness.say("activate", 0, null);
            harness.say("breach", 4, null);
            harness.say("retract", 4, "breach");
            harness.say("fulfil", 5, null);
            harness.timeComesTo(Duration.ofDays(10));
            harness.take(SECOND_LIFE);
            harness.say("resume", 30_000, null);
            harness.timeComesTo(Duration.ofDays(21));
            return harness.rows();
        }
    }

    @Test
    void anEventThatIsRedeliveredAfterItsTicketWasCondensedCountsOnce() throws Exception {
        try (Harness harness = new Harness(KEPT_FOR_A_WEEK)) {
            harness.take(FIRST_LIFE);
            harness.timeComesTo(Duration.ofDays(10));
            Map<String, Object> before = harness.rows();
            harness.take(FIRST_LIFE.subList(2, 3));
            harness.timeComesTo(Duration.ofDays(11));

            assertThat(before).containsEntry("tickets.agent_replies", 1L);
            assertThat(harness.rows()).isEqualTo(before);
        }
    }

    @Test
    void whatIsOverIsForgottenInTheEnd() throws Exception {
        try (Harness harness = new Harness(KEPT_FOR_A_WEEK)) {
            harness.take(FIRST_LIFE);
            harness.say("activate", 0, null);
            harness.say("fulfil", 5, null);
            harness.timeComesTo(Duration.ofDays(10));
            int condensed = harness.stored();
            harness.timeComesTo(SlaRules.REMEMBER_FOR.plusDays(1));

            assertThat(condensed).isPositive();
            assertThat(harness.stored()).isZero();
            assertThat(harness.timers()).isZero();
        }
    }

    @Test
    void aTicketThatGoesOnIsKept() throws Exception {
        try (Harness harness = new Harness(KEPT_FOR_A_WEEK)) {
            harness.take(FIRST_LIFE.subList(0, 3));
            harness.timeComesTo(SlaRules.REMEMBER_FOR.plusDays(1));
            harness.take(List.of(event(700_000, TicketEventType.STATUS, Map.of("status", "solved"))));
            harness.timeComesTo(Duration.ofMinutes(700_001));

            assertThat(harness.rows())
                    .containsEntry("tickets.agent_replies", 1L)
                    .containsEntry("tickets.team", "billing")
                    .containsEntry("tickets.status", "solved");
        }
    }

    @Test
    void aLongLogIsShortenedWithoutAChangeToItsRow() throws Exception {
        SlaRules short3 = new SlaRules(new SlaPolicies(List.of()), Map.of(), WEEK, 3);
        try (Harness harness = new Harness(short3)) {
            harness.take(FIRST_LIFE);
            harness.timeComesTo(Duration.ofHours(1));
            harness.take(List.of(event(61, TicketEventType.CUSTOMER_MESSAGE, Map.of())));
            harness.timeComesTo(Duration.ofHours(2));

            assertThat(harness.rows())
                    .containsEntry("tickets.customer_messages", 2L)
                    .containsEntry("tickets.agent_replies", 1L)
                    .containsEntry("tickets.reopened", 1L)
                    .containsEntry("tickets.product", "kettle");
        }
    }

    private static RecordedTicketEvent event(int minute, TicketEventType type, Map<String, String> details) {
        Instant at = START.plus(Duration.ofMinutes(minute));
        return new RecordedTicketEvent(
                "desk",
                new TicketEvent("T1", "e" + minute, type, at, at, details),
                new SourcePosition("raw.desk", 0, minute));
    }

    /** The job's operator, and its rows as they stand. */
    private static final class Harness implements AutoCloseable {
        private final KeyedTwoInputStreamOperatorTestHarness<String, RecordedTicketEvent, ClockEventState, TableRow>
                operator;

        Harness(SlaRules rules) throws Exception {
            operator = new KeyedTwoInputStreamOperatorTestHarness<>(
                    new KeyedCoProcessOperator<>(new FoldTicket(rules)),
                    RecordedTicketEvent::ticket,
                    ClockEventState::ticket,
                    Types.STRING);
            operator.open();
        }

        void take(List<RecordedTicketEvent> events) throws Exception {
            for (RecordedTicketEvent event : events) {
                operator.processElement1(event, event.knownAt().toEpochMilli());
            }
        }

        void say(String event, int minute, @Nullable String retracts) throws Exception {
            long at = START.plus(Duration.ofMinutes(minute)).toEpochMilli();
            operator.processElement2(
                    new ClockEventState(
                            "T1", "first_reply", 1, event, at, at, null, 3600, "wall", 0, 0, "p", retracts, minute),
                    at);
        }

        void timeComesTo(Duration sinceStart) throws Exception {
            Watermark mark = new Watermark(START.plus(sinceStart).toEpochMilli());
            operator.processWatermark1(mark);
            operator.processWatermark2(mark);
        }

        /** By table and column, all but as_of. */
        Map<String, Object> rows() {
            Map<String, Object> cells = new LinkedHashMap<>();
            operator.extractOutputValues().forEach(row -> {
                for (int index = 0; index < row.cells().size(); index++) {
                    String column = row.definition().columns().get(index).name();
                    if (!column.equals("as_of")) {
                        cells.put(row.table() + "." + column, row.cells().get(index));
                    }
                }
            });
            return cells;
        }

        int stored() {
            return operator.numKeyedStateEntries();
        }

        int timers() {
            return operator.numEventTimeTimers();
        }

        @Override
        public void close() throws Exception {
            operator.close();
        }
    }
}
