package io.satisflow.sla;

import static io.satisflow.sla.Story.at;
import static org.assertj.core.api.Assertions.assertThat;

import io.satisflow.sla.policy.SlaRules;
import io.satisflow.ticket.TicketEnd;
import io.satisflow.ticket.TicketEventType;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Channels whose tickets never say that they are solved: public posts, reviews. */
class EndInSilenceTest {
    private static final String POSTS = "posts";
    private static final SlaRules RULES = Promises.toAll(
                    "first_reply: {target: 2h, time: wall, warn: []}",
                    "total_resolution: {target: 300h, time: wall, warn: []}")
            .withEnds(Map.of(POSTS, new TicketEnd(Duration.ofHours(72), null)));

    @Test
    void silence_after_a_reply_counts_as_solved() {
        assertThat(Promises.lines(post("09:00").reply("10:00"), RULES))
                .containsExactly(
                        "09:00 first_reply#1 activate",
                        "09:00 total_resolution#1 activate",
                        "10:00 first_reply#1 fulfil",
                        "+3 10:00 total_resolution#1 fulfil (counts as solved: nothing was said for PT72H)");
    }

    @Test
    void silence_towards_a_customer_who_never_had_a_reply_solves_nothing() {
        assertThat(Promises.lines(post("09:00").reply("+30 09:00"), RULES))
                .contains("11:00:00.001 first_reply#1 breach", "+30 09:00 first_reply#1 fulfil")
                .noneMatch(line -> line.startsWith("+3 "));
    }

    @Test
    void a_channel_may_remember_its_tickets_for_longer_than_others() {
        SlaRules rules = RULES.withEnds(Map.of(POSTS, new TicketEnd(Duration.ofHours(72), Duration.ofDays(90))));
        TicketState silent = post("09:00").reply("10:00").waiting();

        assertThat(TicketHistory.advance(silent, RULES, at("+10 10:00")).state().isDormant())
                .isTrue();
        assertThat(TicketHistory.advance(silent, rules, at("+92 10:00")).state().isDormant())
                .isFalse();
        assertThat(TicketHistory.advance(silent, rules, at("+93 10:00")).state().isDormant())
                .isTrue();
    }

    @Test
    void whoever_writes_into_a_forgotten_ticket_opens_it_anew() {
        TicketState anew = new Story()
                .event(TicketEventType.CUSTOMER_MESSAGE, "+20 09:00", "channel", POSTS)
                .waiting();

        TicketAdvance advance = TicketHistory.advance(anew, RULES, at("+20 09:30"));

        assertThat(advance.said().stream().map(Story::line)).contains("+20 09:00 first_reply#1 activate (adopted)");
        assertThat(advance.refused()).isEmpty();
    }

    private static Story post(String at) {
        return new Story().created(at, "channel", POSTS);
    }
}
