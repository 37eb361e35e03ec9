package io.satisflow.alerts.group;

import static org.assertj.core.api.Assertions.assertThat;

import io.satisflow.alerts.control.AlertControl;
import io.satisflow.alerts.control.ControlKind;
import io.satisflow.alerts.route.Escalation;
import io.satisflow.alerts.route.GroupTiming;
import io.satisflow.alerts.route.TimeInterval;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What silences, quiet times and acknowledgements do to what a group tells. */
class HeldBackTest extends GroupRun {
    @Test
    void whoever_was_told_of_a_silenced_alert_is_told_that_it_is_over() {
        change(0, "a", false);
        controls = controls.with(silence(minute(5), minute(60), "a"));
        change(20, "a", true);
        assertThat(told(120)).containsExactly("30 s first a", "3630 s all_resolved (a)");
    }

    @Test
    void what_still_fires_when_its_silence_ends_fires_again_and_says_why() {
        controls = controls.with(silence(minute(0), minute(60), "a"));
        change(0, "a", false);
        assertThat(told(120)).containsExactly("3630 s silence_ended a");
    }

    @Test
    void a_silence_that_is_expired_ends_early() {
        AlertControl silence = silence(minute(0), minute(60), "a");
        controls = controls.with(silence)
                .with(new AlertControl(
                        silence.id(),
                        minute(10),
                        minute(10),
                        ControlKind.EXPIRE,
                        null,
                        Map.of(),
                        null,
                        null,
                        "Ann",
                        ""));
        change(0, "a", false);
        assertThat(told(120)).containsExactly("630 s silence_ended a");
    }

    /** The end is said while the group sleeps, and nothing but its own next look can bring it about. */
    @Test
    void a_silence_that_is_expired_while_it_holds_is_noticed_within_an_interval() {
        AlertControl silence = silence(minute(0), minute(600), "a");
        change(0, "a", false);
        GroupMembers members = new MembersInMemory();
        GroupAdvance silent = advance(
                GroupState.EMPTY,
                members,
                changes,
                route,
                controls.with(silence),
                Duration.ofMinutes(9).toMillis());
        assertThat(silent.notices()).isEmpty();

        controls = controls.with(silence)
                .with(new AlertControl(
                        silence.id(), minute(9), minute(9), ControlKind.EXPIRE, null, Map.of(), null, null, "Ann", ""));
        Instant next = silent.next().orElseThrow();
        assertThat(next).isBetween(minute(9), minute(9).plus(route.timing().interval()));
        GroupAdvance ended = advance(
                silent.state(),
                members,
                List.of(),
                route,
                controls,
                Duration.between(START, next).toMillis());
        assertThat(ended.notices()).extracting(GroupRun::described).containsExactly("630 s silence_ended a");
    }

    @Test
    void an_acknowledged_alert_is_not_repeated_and_its_end_is_told() {
        change(0, "a", false);
        controls = controls.with(acknowledgement("a", minute(10)));
        change(600, "a", true);
        assertThat(told(700)).containsExactly("30 s first a", "36030 s all_resolved (a)");
    }

    @Test
    void nobody_having_taken_it_on_the_next_receiver_is_told_and_told_when_it_is_over() {
        route = route(GroupTiming.TICKETS, List.of(), new Escalation(Duration.ofMinutes(15), "lead"));
        change(0, "a", false);
        change(60, "a", true);
        assertThat(told(120))
                .containsExactly(
                        "0 s first a",
                        "900 s escalated a > lead",
                        "3600 s all_resolved (a)",
                        "3600 s all_resolved (a) > lead");
    }

    @Test
    void an_acknowledgement_in_time_stops_the_escalation() {
        route = route(GroupTiming.TICKETS, List.of(), new Escalation(Duration.ofMinutes(15), "lead"));
        controls = controls.with(acknowledgement("a", minute(10)));
        change(0, "a", false);
        assertThat(told(120)).containsExactly("0 s first a");
    }

    @Test
    void at_quiet_times_nobody_is_told_and_what_still_fires_is_told_in_the_morning() {
        TimeInterval mornings = new TimeInterval(
                "mornings", ZoneOffset.UTC, Set.of(DayOfWeek.values()), LocalTime.of(8, 0), LocalTime.of(10, 0));
        route = route(GroupTiming.SCORES, List.of(mornings), null);
        change(0, "a", false);
        change(0, "b", false);
        change(20, "b", true);
        assertThat(told(120)).containsExactly("3630 s first a");
    }
}
