package io.satisflow.alerts.group;

import static org.assertj.core.api.Assertions.assertThat;

import io.satisflow.alerts.lifecycle.Alert;
import io.satisflow.alerts.route.GroupTiming;
import io.satisflow.alerts.route.Route;
import io.satisflow.alerts.rule.Label;
import io.satisflow.alerts.rule.Severity;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** What a group that was told already does not keep for its interval. */
class WorseNewsTest extends GroupRun {
    @Test
    void a_breach_in_a_group_that_was_warned_of_a_moment_ago_is_told_at_once() {
        route = route(GroupTiming.TICKETS, List.of(), null);
        changes.add(alert("T1 warning", false, START));
        changes.add(alert("T1 warning", true, START.plusSeconds(13)));
        changes.add(breach("T1", START.plusSeconds(13)));
        assertThat(told(5)).containsExactly("0 s first T1 warning", "13 s new_members T1,(T1 warning)");
    }

    @Test
    void warnings_and_ends_wait_for_the_interval() {
        route = route(GroupTiming.TICKETS, List.of(), null);
        changes.add(breach("T1", START));
        changes.add(alert("T2 warning", false, START.plusSeconds(10)));
        changes.add(alert("T2 warning", true, START.plusSeconds(100)));
        assertThat(told(5))
                .containsExactly(
                        "0 s first T1", "60 s new_members T1,T2 warning", "120 s some_resolved T1,(T2 warning)");
    }

    @Test
    void a_thousand_breaches_in_a_minute_are_a_few_messages_that_leave_none_out() {
        Route tickets = route(GroupTiming.TICKETS, List.of(), null);
        for (int i = 0; i < 1000; i++) {
            changes.add(breach("T" + i, START.plusMillis(60L * i)));
        }
        List<Notice> notices = advance(GroupState.EMPTY, new MembersInMemory(), changes, tickets, controls, 600_000)
                .notices();
        assertThat(notices).extracting(GroupRun::second).containsExactly(0L, 5L, 15L, 35L, 75L);
        assertThat(notices.get(4).counts().firing()).isEqualTo(1000);
    }

    @Test
    void after_an_interval_of_calm_the_next_breach_is_told_at_once_again() {
        route = route(GroupTiming.TICKETS, List.of(), null);
        for (int second : List.of(0, 1, 2, 6, 7, 200, 208)) {
            changes.add(breach("T" + second, START.plusSeconds(second)));
        }
        assertThat(advance(GroupState.EMPTY, new MembersInMemory(), changes, route, controls, 600_000)
                        .notices())
                .extracting(GroupRun::second)
                .containsExactly(0L, 5L, 15L, 200L, 208L);
    }

    @Test
    void what_is_more_severe_than_all_that_was_told_waits_for_no_more_than_others_that_may_join() {
        changes.add(alert("a", false, START));
        changes.add(critical("b", minute(1)));
        changes.add(critical("c", minute(2)));
        assertThat(told(6)).containsExactly("30 s first a", "90 s new_members b,a", "330 s new_members b,c,a");
    }

    @Test
    void what_nobody_is_told_of_now_hurries_nobody() {
        route = route(GroupTiming.TICKETS, List.of(), null);
        changes.add(alert("a", false, START));
        changes.add(alert("b", false, START.plusSeconds(10)));
        changes.add(breach("silent", START.plusSeconds(20)));
        changes.add(breach("said by another", START.plusSeconds(20)).inhibited("another", START.plusSeconds(20)));
        controls = controls.with(silence(START, minute(60), "silent"));
        assertThat(told(5)).containsExactly("0 s first a", "60 s new_members a,b");
    }

    @Test
    void a_group_of_an_earlier_release_takes_nothing_for_worse_that_it_cannot_compare() {
        GroupState earlier = new GroupState(START, null, START, null, null, null, 0);
        MembersInMemory members = new MembersInMemory();
        List<Alert> news = List.of(critical("a", START.plusSeconds(10)));
        Route tickets = route(GroupTiming.TICKETS, List.of(), null);
        assertThat(advance(earlier, members, news, tickets, controls, 600_000).notices())
                .extracting(GroupRun::second)
                .containsExactly(60L);
    }

    @Test
    void any_cutting_of_time_gives_the_same_notices() {
        for (int seed = 0; seed < 200; seed++) {
            Random random = new Random(seed);
            GroupTiming timing = new GroupTiming(
                    Duration.ofSeconds(random.nextBoolean() ? 0 : random.nextInt(30)),
                    Duration.ofSeconds(30 + random.nextInt(90)),
                    null);
            route = route(timing, List.of(), null);
            List<Alert> all = new ArrayList<>();
            for (int i = 0; i < 40; i++) {
                Instant at = START.plusSeconds(random.nextInt(400));
                int number = random.nextInt(20);
                all.add(random.nextBoolean() ? breach("breach" + number, at) : any(number, random.nextBoolean(), at));
            }
            List<Notice> atOnce = advance(GroupState.EMPTY, new MembersInMemory(), all, route, controls, 600_000)
                    .notices();
            List<Notice> inSteps = new ArrayList<>();
            GroupState state = GroupState.EMPTY;
            MembersInMemory members = new MembersInMemory();
            int done = -1;
            while (done < 600) {
                int after = done;
                int until = Math.min(600, done + 1 + random.nextInt(40));
                List<Alert> due = all.stream()
                        .filter(alert -> alert.asOf().isAfter(START.plusSeconds(after))
                                && !alert.asOf().isAfter(START.plusSeconds(until)))
                        .toList();
                GroupAdvance advance = advance(state, members, due, route, controls, until * 1000L);
                inSteps.addAll(advance.notices());
                state = advance.state();
                done = until;
            }
            assertThat(inSteps).as("seed %d", seed).isEqualTo(atOnce);
        }
    }

    private static Alert critical(String key, Instant at) {
        return alert(key, false, at, Severity.CRITICAL, Map.of("name", key));
    }

    private static Alert any(int number, boolean resolved, Instant at) {
        Severity severity = Severity.values()[number % Severity.values().length];
        String key = "warning" + number;
        return alert(key, resolved, at, severity, Map.of("name", key, Label.EVENT, "warn"));
    }
}
