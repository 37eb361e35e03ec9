package io.satisflow.sla;

import static org.assertj.core.api.Assertions.assertThat;

import io.satisflow.sla.clock.Clock;
import io.satisflow.sla.policy.SlaRules;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What of a promise counts, and from when. */
class MilestonesTest {
    private static final SlaRules RULES = Promises.of("""
            [{name: all, targets: {
                first_reply: {target: 1h, time: wall},
                total_resolution: {target: 4h, time: wall, pause: [pending]}}}]""");

    @Test
    void what_is_done_in_time_is_one_milestone_with_the_time_that_it_took() {
        assertThat(told(new Story().created("09:00").reply("09:40"))).containsExactly("09:40 DONE in time, 40m");
    }

    @Test
    void what_is_done_too_late_was_broken_when_its_time_was_up() {
        assertThat(told(new Story().created("09:00").reply("10:30")))
                .containsExactly("10:00 BROKEN", "10:30 DONE too late, 90m");
    }

    @Test
    void a_reply_that_becomes_known_late_takes_back_that_the_promise_was_broken() {
        assertThat(told(new Story().created("09:00").reply("09:50").known("10:20")))
                .containsExactly("10:00 BROKEN", "10:20 BROKEN taken back", "10:20 DONE in time, 50m");
    }

    @Test
    void reopening_takes_back_that_it_was_done_and_the_same_promise_is_done_again() {
        Story story = new Story()
                .created("09:00")
                .reply("09:01")
                .status("10:00", "solved")
                .status("11:00", "open")
                .status("12:00", "solved");

        assertThat(told(story, Clock.TOTAL_RESOLUTION))
                .containsExactly("10:00 DONE in time, 60m", "11:00 DONE taken back", "12:00 DONE in time, 180m");
    }

    @Test
    void it_carries_what_was_known_of_the_ticket_by_the_names_of_segments() {
        Story story = new Story()
                .created("09:00", "channel", "mail", "group", "billing", "attributes.product", "lamp")
                .reply("09:30");

        assertThat(TicketHistory.advance(story.waiting(), RULES, Story.at("10:00"))
                        .milestones())
                .singleElement()
                .satisfies(milestone -> {
                    assertThat(milestone.fact("channel")).isEqualTo("mail");
                    assertThat(milestone.fact("team")).isEqualTo("billing");
                    assertThat(milestone.fact("product")).isEqualTo("lamp");
                    assertThat(milestone.fact("attributes.product")).isEqualTo("lamp");
                    assertThat(milestone.fact("region")).isNull();
                });
    }

    private static List<String> told(Story story) {
        return told(story, Clock.FIRST_REPLY);
    }

    private static List<String> told(Story story, Clock clock) {
        return TicketHistory.advance(story.waiting(), RULES, Story.at("12:30")).milestones().stream()
                .filter(milestone -> milestone.clock() == clock)
                .map(MilestonesTest::shown)
                .toList();
    }

    private static String shown(Milestone milestone) {
        String when = milestone.asOf().toString().substring(11, 16) + " " + milestone.kind();
        if (!milestone.stands()) {
            return when + " taken back";
        }
        Duration wall = milestone.wall();
        return milestone.kind() == Milestone.Kind.BROKEN
                ? when
                : "%s %s, %dm".formatted(when, milestone.inTime() ? "in time" : "too late", wall.toMinutes());
    }
}
