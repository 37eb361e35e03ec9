package io.satisflow.sla;

import static io.satisflow.sla.Story.at;
import static org.assertj.core.api.Assertions.assertThat;

import io.satisflow.sla.clock.SlaEvent;
import io.satisflow.sla.clock.SlaEventType;
import io.satisflow.sla.policy.RuleBook;
import io.satisflow.sla.policy.RuleVersion;
import io.satisflow.sla.policy.SlaRules;
import io.satisflow.ticket.TicketEnd;
import io.satisflow.ticket.TicketEvent;
import io.satisflow.ticket.TicketEventType;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TicketHistoryTest {
    private static final SlaRules RULES = Promises.toAll(
            "first_reply: {target: 2h, time: business}", "total_resolution: {target: 8h, time: wall, warn: []}");

    @Test
    void in_order_each_word_is_known_when_it_happens() {
        TicketAdvance advance = advance(new Story().created("09:00").reply("10:00"), "12:00");

        assertThat(advance.said().stream().map(Story::line))
                .containsExactly(
                        "09:00 first_reply#1 activate",
                        "09:00 total_resolution#1 activate",
                        "10:00 first_reply#1 fulfil");
        assertThat(advance.said()).allSatisfy(event -> assertThat(event.asOf()).isEqualTo(event.at()));
        assertThat(advance.next()).as("the breach of total_resolution").contains(at("17:00:00.001"));
    }

    @Test
    void nothing_is_said_before_its_time() {
        TicketAdvance advance = advance(new Story().created("09:00"), "10:00");

        assertThat(advance.said()).hasSize(2);
        assertThat(advance.next()).as("the default warning").contains(at("10:30"));
        assertThat(TicketHistory.advance(advance.state(), RULES, at("10:30")).said().stream()
                        .map(Story::line))
                .containsExactly("10:30 first_reply#1 warn (25% left)");
    }

    @Test
    void rule_14_a_late_reply_takes_back_the_breach_that_it_disproves() {
        TicketAdvance advance =
                advance(new Story().created("09:00").reply("10:05").known("11:40"), "11:40");

        List<SlaEvent> late = advance.said().stream()
                .filter(event -> event.asOf().equals(at("11:40")))
                .toList();
        assertThat(late.stream().map(Story::line))
                .containsExactly(
                        "10:30 first_reply#1 retract (agent_reply of 2024-01-15T10:05:00Z arrived late)",
                        "11:00:00.001 first_reply#1 retract (agent_reply of 2024-01-15T10:05:00Z arrived late)",
                        "10:05 first_reply#1 fulfil");
        assertThat(late.stream().map(SlaEvent::retracted))
                .containsExactly(SlaEventType.WARN, SlaEventType.BREACH, null);
    }

    @Test
    void a_late_reply_that_is_still_too_late_takes_nothing_back() {
        TicketAdvance advance =
                advance(new Story().created("09:00").reply("11:30").known("13:00"), "13:00");

        assertThat(advance.said().stream().map(SlaEvent::type)).doesNotContain(SlaEventType.RETRACT);
        assertThat(Story.line(advance.said().get(advance.said().size() - 1))).isEqualTo("11:30 first_reply#1 fulfil");
    }

    @Test
    void an_event_that_may_not_be_used_yet_waits() {
        TicketAdvance advance = advance(new Story().created("09:00").known("09:05"), "09:04");

        assertThat(advance.said()).isEmpty();
        assertThat(advance.isForgotten()).isFalse();
        assertThat(advance.next()).contains(at("09:05"));
    }

    @Test
    void an_event_from_before_what_was_said_is_known_right_after_it() {
        TicketState state = advance(new Story().created("09:00"), "11:30").state();

        TicketAdvance advance = TicketHistory.advance(
                state.with(new Story().reply("10:00").events().get(0)), RULES, at("12:00"));

        assertThat(advance.said()).allSatisfy(event -> assertThat(event.asOf()).isEqualTo(at("11:30:00.001")));
        assertThat(advance.said().stream().map(SlaEvent::type)).contains(SlaEventType.RETRACT, SlaEventType.FULFIL);
    }

    @Test
    void the_same_event_again_changes_nothing() {
        Story story = new Story().created("09:00");
        TicketEvent again = story.events().get(0).withKnownAt(at("09:30"));

        TicketAdvance advance = TicketHistory.advance(story.waiting().with(again), RULES, at("10:00"));

        assertThat(advance.refused()).containsExactly(new RefusedTicketEvent(again, TicketEventRefusal.DUPLICATE));
        assertThat(advance.said()).hasSize(2);
        assertThat(advance.state().log()).hasSize(1);
    }

    @Test
    void a_solved_ticket_is_forgotten_and_nothing_remains() {
        Story story =
                new Story().created("09:00").status("10:00", "solved").event(TicketEventType.SATISFACTION, "12:00");

        TicketAdvance kept = advance(story, "+7 11:59:59");
        assertThat(kept.isForgotten()).isFalse();
        assertThat(kept.next()).contains(at("+7 12:00"));

        TicketAdvance dormant = TicketHistory.advance(kept.state(), RULES, at("+7 12:00"));
        assertThat(dormant.state().isDormant()).isTrue();
        assertThat(dormant.next()).contains(at("+400 12:00"));

        TicketAdvance forgotten = TicketHistory.advance(dormant.state(), RULES, at("+400 12:00"));
        assertThat(forgotten.isForgotten()).isTrue();
        assertThat(forgotten.state().log()).isEmpty();
        assertThat(forgotten.next()).isEmpty();
        assertThat(forgotten.said()).isEmpty();
        assertThat(forgotten.refused()).isEmpty();
    }

    @Test
    void what_is_older_than_tickets_are_remembered_never_opens_one() {
        Story story = new Story().created("09:00").known("+400 09:00:00.001");

        TicketAdvance advance = advance(story, "+400 10:00");

        assertThat(advance.refused().get(0).reason()).isEqualTo(TicketEventRefusal.TOO_LATE);
        assertThat(advance.isForgotten()).isTrue();
        assertThat(advance.said()).isEmpty();
    }

    @Test
    void an_unsolved_ticket_is_kept() {
        assertThat(advance(new Story().created("09:00"), "+700 09:00").isForgotten())
                .isFalse();
    }

    @Test
    void a_state_of_an_older_version_can_be_read() {
        @SuppressWarnings("NullAway") // what a restore does to fields that were added
        TicketState restored = new TicketState(null, null);

        assertThat(restored).isEqualTo(TicketState.UNKNOWN);
    }

    @Test
    void events_rules_and_words_survive_serialization() throws Exception {
        SlaRules rules = RULES.withEnds(Map.of("reviews", new TicketEnd(Duration.ofDays(2), null)));
        Story story = new Story().created("09:00", "channel", "reviews", "tags", "a,b");

        RuleBook book = RuleBook.of(rules).with(new RuleVersion("v2", at("10:00"), RULES));

        assertThat(copy(book)).isEqualTo(book);
        assertThat(copy(story.events().get(0))).isEqualTo(story.events().get(0));
        assertThat(copy(Promises.unfold(story, rules).get(0)))
                .isEqualTo(Promises.unfold(story, rules).get(0));
    }

    private static TicketAdvance advance(Story story, String now) {
        return TicketHistory.advance(story.waiting(), RULES, at(now));
    }

    private static Object copy(Object original) throws IOException, ClassNotFoundException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
            out.writeObject(original);
        }
        try (ObjectInputStream in = new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
            return in.readObject();
        }
    }
}
