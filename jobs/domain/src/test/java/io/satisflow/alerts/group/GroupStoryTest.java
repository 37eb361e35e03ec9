package io.satisflow.alerts.group;

import static org.assertj.core.api.Assertions.assertThat;

import io.satisflow.alerts.control.AlertControls;
import io.satisflow.alerts.lifecycle.Alert;
import io.satisflow.alerts.lifecycle.Phase;
import io.satisflow.alerts.route.Escalation;
import io.satisflow.alerts.route.GroupTiming;
import io.satisflow.alerts.route.Route;
import io.satisflow.alerts.rule.Severity;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class GroupStoryTest extends GroupRun {
    @Test
    void any_cutting_of_time_gives_the_same_notices() {
        for (int seed = 0; seed < 200; seed++) {
            Random random = new Random(seed);
            Route any = route(
                    new GroupTiming(
                            Duration.ofMillis(random.nextInt(6)),
                            Duration.ofMillis(1 + random.nextInt(7)),
                            random.nextBoolean() ? Duration.ofMillis(random.nextInt(20)) : null),
                    List.of(),
                    random.nextBoolean() ? new Escalation(Duration.ofMillis(random.nextInt(20)), "lead") : null);
            List<Alert> all = new ArrayList<>();
            for (int i = 0; i < 15; i++) {
                all.add(alert("key" + random.nextInt(4), random.nextBoolean(), START.plusMillis(random.nextInt(60))));
            }
            Instant from = START.plusMillis(random.nextInt(30));
            AlertControls silenced = controls.with(silence(from, from.plusMillis(random.nextInt(40)), "key1"));
            GroupAdvance atOnce = advance(GroupState.EMPTY, new MembersInMemory(), all, any, silenced, 100);

            GroupState state = GroupState.EMPTY;
            MembersInMemory members = new MembersInMemory();
            List<Notice> inSteps = new ArrayList<>();
            int done = -1;
            for (int time = 0; time <= 100; time += 1 + random.nextInt(9)) {
                int after = done;
                int until = time;
                List<Alert> due = all.stream()
                        .filter(alert -> alert.asOf().isAfter(START.plusMillis(after))
                                && !alert.asOf().isAfter(START.plusMillis(until)))
                        .collect(Collectors.toCollection(ArrayList::new));
                Collections.shuffle(due, random);
                GroupAdvance advance = advance(state, members, due, any, silenced, time);
                inSteps.addAll(advance.notices());
                state = advance.state();
                done = time;
            }
            inSteps.addAll(
                    advance(state, members, List.of(), any, silenced, 100).notices());
            assertThat(inSteps).as("seed %d", seed).isEqualTo(atOnce.notices());
        }
    }

    @Test
    void where_nobody_is_waited_for_news_are_told_at_once_but_not_twice_within_an_interval() {
        Route tickets = route(GroupTiming.TICKETS, List.of(), null);
        changes.add(alert("a", false, START));
        changes.add(alert("b", false, START.plusSeconds(10)));
        changes.add(alert("c", false, START.plusSeconds(20)));
        changes.add(alert("d", false, START.plusSeconds(500)));
        List<Notice> notices = advance(GroupState.EMPTY, new MembersInMemory(), changes, tickets, controls, 1_000_000)
                .notices();
        assertThat(notices)
                .extracting(Notice::at)
                .containsExactly(START, START.plusSeconds(60), START.plusSeconds(500));
    }

    @Test
    void a_storm_shows_the_worst_ten_and_counts_the_rest_by_team() {
        for (int i = 0; i < 5000; i++) {
            changes.add(storm(i));
        }
        List<Notice> notices = advance(GroupState.EMPTY, new MembersInMemory(), changes, route, controls, 60_000)
                .notices();
        assertThat(notices).hasSize(1);
        Notice notice = notices.get(0);
        assertThat(notice.alerts()).hasSize(10).extracting(Alert::severity).containsOnly(Severity.CRITICAL);
        assertThat(notice.truncated()).isEqualTo(4990);
        assertThat(notice.counts().firing()).isEqualTo(5000);
        assertThat(notice.counts().byTeam()).containsEntry("team0", 1250).hasSize(4);
        assertThat(notice.counts().byClock()).containsEntry("first_reply", 5000);
    }

    @Test
    void a_score_that_crosses_its_bound_a_hundred_times_an_hour_sends_what_the_intervals_allow() {
        for (int i = 0; i < 100; i++) {
            Instant at = START.plusSeconds(36L * i);
            changes.add(alert("a", false, at));
            changes.add(alert("a", true, at.plusSeconds(18)));
        }
        change(0, "steady", false);
        assertThat(told(60)).hasSizeLessThanOrEqualTo(13);
    }

    @Test
    void redelivered_changes_change_nothing() {
        change(0, "a", false);
        change(20, "a", true);
        List<String> once = told(60);
        changes.addAll(List.copyOf(changes));
        Collections.reverse(changes);
        assertThat(told(60)).isEqualTo(once).hasSize(2);
    }

    @Test
    void a_group_whose_alerts_are_over_is_forgotten() {
        change(0, "a", false);
        change(1, "a", true);
        MembersInMemory members = new MembersInMemory();
        GroupAdvance advance = advance(GroupState.EMPTY, members, changes, route, controls, 3_600_000);
        assertThat(advance.state().isEmpty()).isTrue();
        assertThat(members.isEmpty()).isTrue();
        assertThat(advance.next()).isEmpty();
    }

    @Test
    void a_group_that_fires_is_next_looked_at_when_it_is_to_be_repeated() {
        change(0, "a", false);
        GroupAdvance advance = advance(GroupState.EMPTY, new MembersInMemory(), changes, route, controls, 60_000);
        assertThat(advance.notices()).hasSize(1);
        assertThat(advance.next()).hasValue(START.plusSeconds(30).plus(Duration.ofMinutes(245)));
    }

    @Test
    void a_notice_has_the_id_of_its_receiver_group_and_time() {
        Notice notice = notice(START, NoticeReason.FIRST, "a");
        assertThat(notice.id())
                .isEqualTo(notice(START, NoticeReason.REPEAT, "a").id())
                .isNotEqualTo(notice(START, NoticeReason.FIRST, "b").id())
                .isNotEqualTo(
                        notice(START.plusMillis(1), NoticeReason.FIRST, "a").id());
    }

    private static Notice notice(Instant at, NoticeReason reason, String team) {
        return new Notice(at, "ops", Map.of("team", team), reason, List.of(), NoticeCounts.NONE);
    }

    private static Alert storm(int i) {
        return new Alert(
                "sla breach",
                "T" + i,
                Phase.FIRING,
                START.plusMillis(i),
                null,
                i % 100 == 0 ? Severity.CRITICAL : Severity.WARNING,
                Map.of("team", "team" + i % 4, "clock", "first_reply"),
                Map.of(),
                "breach",
                null,
                START.plusMillis(i));
    }
}
