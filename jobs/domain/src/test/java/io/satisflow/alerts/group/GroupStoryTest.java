package io.satisflow.alerts.group;

import static org.assertj.core.api.Assertions.assertThat;

import io.satisflow.alerts.lifecycle.Alert;
import io.satisflow.alerts.lifecycle.Phase;
import io.satisflow.alerts.rule.Severity;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class GroupStoryTest {
    private static final Instant START = Instant.parse("2026-03-02T09:00:00Z");
    private static final GroupKey GROUP = new GroupKey("ops", 0, Map.of("team", "billing"));

    @Test
    void any_cutting_of_time_gives_the_same_notices() {
        for (int seed = 0; seed < 300; seed++) {
            Random random = new Random(seed);
            GroupTiming timing = new GroupTiming(
                    Duration.ofMillis(1 + random.nextInt(5)),
                    Duration.ofMillis(1 + random.nextInt(7)),
                    random.nextBoolean() ? Duration.ofMillis(random.nextInt(20)) : null);
            GroupState whole = GroupState.EMPTY;
            for (int i = 0; i < 15; i++) {
                whole = whole.with(alert(random.nextInt(4), random.nextBoolean(), random.nextInt(60)));
            }
            GroupAdvance atOnce = GroupStory.advance(whole, GROUP, timing, at(100));

            GroupState state = whole;
            List<Notice> inSteps = new ArrayList<>();
            for (int time = 0; time < 100; time += 1 + random.nextInt(9)) {
                GroupAdvance advance = GroupStory.advance(state, GROUP, timing, at(time));
                inSteps.addAll(advance.notices());
                state = advance.state();
            }
            GroupAdvance last = GroupStory.advance(state, GROUP, timing, at(100));
            inSteps.addAll(last.notices());
            assertThat(inSteps).as("seed %d", seed).isEqualTo(atOnce.notices());
            assertThat(last.state()).as("seed %d", seed).isEqualTo(atOnce.state());
            assertThat(last.next()).as("seed %d", seed).isEqualTo(atOnce.next());
        }
    }

    @Test
    void a_group_whose_alerts_are_over_is_forgotten() {
        GroupState state = GroupState.EMPTY.with(alert(1, false, 0)).with(alert(1, true, 10));
        GroupAdvance advance = GroupStory.advance(state, GROUP, GroupTiming.SCORES, START.plusSeconds(3600));
        assertThat(advance.state().isEmpty()).isTrue();
        assertThat(advance.next()).isEmpty();
    }

    @Test
    void a_group_that_fires_is_next_looked_at_when_it_is_to_be_repeated() {
        GroupAdvance advance = GroupStory.advance(
                GroupState.EMPTY.with(alert(1, false, 0)), GROUP, GroupTiming.SCORES, START.plusSeconds(60));
        assertThat(advance.notices()).hasSize(1);
        assertThat(advance.next())
                .hasValueSatisfying(
                        next -> assertThat(next).isEqualTo(START.plusSeconds(30).plus(Duration.ofMinutes(245))));
    }

    @Test
    void tickets_are_not_repeated() {
        GroupAdvance advance = GroupStory.advance(
                GroupState.EMPTY.with(alert(1, false, 0)), GROUP, GroupTiming.TICKETS, START.plusSeconds(60));
        assertThat(advance.next()).isEmpty();
    }

    @Test
    void a_notice_has_the_id_of_its_receiver_group_and_time() {
        Notice notice = new Notice(START, "ops", Map.of("team", "a"), NotifyDecision.FIRST, List.of());
        assertThat(notice.id())
                .isEqualTo(new Notice(START, "ops", Map.of("team", "a"), NotifyDecision.REPEAT, List.of()).id())
                .isNotEqualTo(new Notice(START, "ops", Map.of("team", "b"), NotifyDecision.FIRST, List.of()).id())
                .isNotEqualTo(new Notice(at(1), "ops", Map.of("team", "a"), NotifyDecision.FIRST, List.of()).id());
    }

    private static Alert alert(int name, boolean resolved, int millis) {
        @Nullable Instant endedAt = resolved ? at(millis) : null;
        Phase phase = resolved ? Phase.RESOLVED : Phase.FIRING;
        return new Alert(
                "rule",
                "key" + name,
                phase,
                START,
                endedAt,
                Severity.WARNING,
                Map.of(),
                Map.of(),
                "reason",
                null,
                at(millis));
    }

    private static Instant at(int millis) {
        return START.plusMillis(millis);
    }
}
