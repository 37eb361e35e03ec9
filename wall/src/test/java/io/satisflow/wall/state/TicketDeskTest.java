package io.satisflow.wall.state;

import static org.assertj.core.api.Assertions.assertThat;

import io.satisflow.wire.SlaEvent;
import io.satisflow.wire.SourcePosition;
import io.satisflow.wire.TicketEvent;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class TicketDeskTest {
    private static final Instant NINE = Instant.parse("2026-03-02T08:00:00Z");

    private final TicketDesk desk = new TicketDesk();

    @Test
    void aPromiseIsOpenUntilItIsKept() {
        desk.heard(word("T1", "activate", 60));
        assertThat(desk.open().map(OpenClock::standing)).containsExactly(Standing.RUNNING);

        desk.heard(word("T1", "warn", 60));
        assertThat(desk.open().map(OpenClock::standing)).containsExactly(Standing.WARNED);

        desk.heard(word("T1", "breach", 60));
        assertThat(desk.open().map(OpenClock::standing)).containsExactly(Standing.BREACHED);

        desk.heard(word("T1", "fulfil", 60));
        assertThat(desk.open()).isEmpty();
    }

    @Test
    void aPauseIsOverWithWhatWasBefore() {
        desk.heard(word("T1", "warn", 60));
        desk.heard(word("T1", "pause", null));
        assertThat(desk.open().map(OpenClock::standing)).containsExactly(Standing.PAUSED);
        assertThat(desk.open().map(OpenClock::due)).containsOnlyNulls();

        desk.heard(word("T1", "resume", 80));

        assertThat(desk.open().map(OpenClock::standing)).containsExactly(Standing.WARNED);
        assertThat(desk.open().map(OpenClock::due)).containsExactly(NINE.plusSeconds(80 * 60));
    }

    @Test
    void aBreachThatIsTakenBackRunsAgain() {
        desk.heard(word("T1", "warn", 60));
        desk.heard(word("T1", "breach", 60));
        desk.heard(word("T1", "retract", 60));

        assertThat(desk.open().map(OpenClock::standing)).containsExactly(Standing.RUNNING);
    }

    @Test
    void theSoonestComesFirstAndTheTeamIsWhatTheTicketSaysLast() {
        desk.heard(event("late", Map.of("team", "refunds")));
        desk.heard(word("late", "activate", 90));
        desk.heard(event("soon", Map.of("team", "refunds")));
        desk.heard(word("soon", "activate", 30));
        desk.heard(event("soon", Map.of("team", "payments", "status", "open")));

        assertThat(desk.open().map(OpenClock::ticket)).containsExactly("soon", "late");
        assertThat(desk.file("soon").orElseThrow().team()).isEqualTo("payments");
    }

    @Test
    void ofTicketsThatAreOverOnlySoManyAreRememberedAndOpenOnesAllOfThem() {
        desk.heard(word("open", "activate", 60));
        for (int i = 0; i < 6_000; i++) {
            desk.heard(event("T" + i, Map.of("status", "solved")));
        }

        assertThat(desk.size()).isEqualTo(5_001);
        assertThat(desk.forgotten()).isEqualTo(1_000);
        assertThat(desk.file("open")).isPresent();
        assertThat(desk.file("T5999")).isPresent();
    }

    private static TicketEvent event(String ticket, Map<String, String> details) {
        return TicketEvent.newBuilder()
                .setTicket(ticket)
                .setId(ticket + details)
                .setChannel("helpdesk")
                .setType("created")
                .setAt(NINE)
                .setKnownAt(NINE)
                .setDetails(details)
                .setSource(new SourcePosition("raw", 0, 1L, null))
                .build();
    }

    private static SlaEvent word(String ticket, String event, @Nullable Integer dueMinutes) {
        return SlaEvent.newBuilder()
                .setTicket(ticket)
                .setClock("first_reply")
                .setInstance(1)
                .setEvent(event)
                .setAt(NINE)
                .setAsOf(NINE)
                .setDue(dueMinutes == null ? null : NINE.plusSeconds(dueMinutes * 60L))
                .setTargetS(3600)
                .setTime("wall")
                .setConsumedS(0)
                .setWallS(0)
                .setPolicy("all")
                .build();
    }
}
