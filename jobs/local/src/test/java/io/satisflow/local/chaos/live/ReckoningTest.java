package io.satisflow.local.chaos.live;

import static org.assertj.core.api.Assertions.assertThat;

import io.satisflow.local.chaos.live.LedgerReceiver.Heard;
import io.satisflow.local.chaos.live.Reckoning.Rewritten;
import io.satisflow.local.chaos.live.Witness.Seen;
import io.satisflow.local.chaos.live.Witness.Testimony;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A campaign is worth what its books find: each way of being wrong is found when it is there. */
class ReckoningTest {
    private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");

    private final Ledger ledger = new Ledger();
    private final Seen feedback = new Seen();
    private final Seen ticketEvents = new Seen();
    private final Seen breaches = new Seen();
    private final Map<String, List<String>> told = new HashMap<>();
    private long counted = 3;
    private int unnamed;

    /** An answer, a ticket that is answered in time, and one that is not. */
    @BeforeEach
    void all_is_well() {
        ledger.answered("a");
        ledger.created("c-kept", "kept", NOON);
        ledger.replied("r-kept", "kept", NOON.plusSeconds(1));
        ledger.created("c-broken", "broken", NOON);
        ledger.replied("r-broken", "broken", NOON.plus(Ledger.PROMISE));
        List.of("a", "c-kept", "c-broken").forEach(id -> feedback.add(id, NOON));
        List.of("c-kept:created", "r-kept:agent_reply", "c-broken:created", "r-broken:agent_reply")
                .forEach(id -> ticketEvents.add(id, NOON));
        breaches.add("broken", NOON);
        told.put("broken", List.of("key"));
    }

    @Test
    void what_was_sent_and_came_once_holds() {
        assertThat(reckoned().holds()).isTrue();
        assertThat(reckoned().examples()).isEmpty();
    }

    @Test
    void what_did_not_come_is_lost() {
        ledger.answered("b");
        told.clear();

        Reckoning reckoned = reckoned();
        assertThat(reckoned.holds()).isFalse();
        assertThat(reckoned.lost()).isEqualTo(2);
        assertThat(reckoned.examples()).contains("lost: feedback b", "lost: message about broken");
    }

    @Test
    void what_a_ticket_that_was_closed_unanswered_broke_is_expected() {
        ledger.created("c-never", "never", NOON);
        ledger.closed("d-never", "never", NOON.plus(Ledger.PROMISE));
        assertThat(reckoned().examples()).contains("lost: breach of never");
    }

    @Test
    void a_record_that_stands_twice_is_found_but_where_a_torn_checkpoint_explains_it() {
        breaches.add("broken", NOON.plusSeconds(60));
        assertThat(reckoned().twice()).isEqualTo(1);
        assertThat(reckoned().holds()).isFalse();

        Reckoning torn = reckoned(new Rewritten(NOON.minusSeconds(1), NOON.plusSeconds(1)));
        assertThat(torn.twice()).isZero();
        assertThat(torn.writtenAgain()).isEqualTo(1);
        assertThat(reckoned(new Rewritten(NOON.plusSeconds(30), NOON.plusSeconds(90)))
                        .twice())
                .as("what was written before the stretch is not explained by it")
                .isEqualTo(1);
    }

    @Test
    void a_message_that_comes_again_by_its_key_is_a_repeat_and_by_another_one_twice() {
        told.put("broken", List.of("key", "key"));
        assertThat(reckoned().repeated()).isEqualTo(1);
        assertThat(reckoned().holds()).isTrue();

        told.put("broken", List.of("key", "other"));
        assertThat(reckoned().twice()).isEqualTo(1);
    }

    @Test
    void a_promise_that_was_told_when_its_ticket_was_answered_or_counted_in_a_summary_is_not_lost() {
        told.put("broken", List.of());
        assertThat(reckoned().holds()).isTrue();

        told.clear();
        unnamed = 1;
        assertThat(reckoned().holds()).isTrue();
        assertThat(reckoned().unnamed()).isEqualTo(1);

        unnamed = 0;
        assertThat(reckoned().lost()).isEqualTo(1);
    }

    @Test
    void a_kept_promise_that_is_told_as_broken_is_false() {
        told.put("kept", List.of("key"));
        assertThat(reckoned().untrue()).isEqualTo(1);
        assertThat(reckoned().holds()).isFalse();
    }

    @Test
    void a_window_that_counts_too_much_does_not_hold() {
        counted = 4;
        assertThat(reckoned().holds()).isFalse();
    }

    private Reckoning reckoned(Rewritten... rewritten) {
        return Reckoning.of(
                ledger,
                new Testimony(feedback, ticketEvents, breaches, 0, counted),
                new Heard(told, unnamed),
                List.of(rewritten));
    }
}
