package io.satisflow.alerts.group;

import static org.assertj.core.api.Assertions.assertThat;

import io.satisflow.alerts.control.AlertControl;
import io.satisflow.alerts.control.AlertControls;
import io.satisflow.alerts.control.ControlKind;
import io.satisflow.alerts.lifecycle.Alert;
import io.satisflow.alerts.lifecycle.Phase;
import io.satisflow.alerts.route.Escalation;
import io.satisflow.alerts.route.GroupKey;
import io.satisflow.alerts.route.GroupTiming;
import io.satisflow.alerts.route.Route;
import io.satisflow.alerts.route.TimeInterval;
import io.satisflow.alerts.rule.Fact;
import io.satisflow.alerts.rule.Severity;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class GroupStoryTest {
    /** A Monday. */
    private static final Instant START = Instant.parse("2026-03-02T09:00:00Z");

    private static final GroupKey GROUP = new GroupKey("ops", "all", Map.of("team", "a"));

    private final List<Alert> changes = new ArrayList<>();
    private AlertControls controls = AlertControls.NONE;
    private Route route = route(GroupTiming.SCORES, List.of(), null);

    @Test
    void any_cutting_of_time_gives_the_same_notices() {
        for (int seed = 0; seed < 200; seed++) {
            Random random = new Random(seed);
            Route any = route(
                    new GroupTiming(
                            Duration.ofMillis(1 + random.nextInt(5)),
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
                        "30 s first a",
                        "930 s escalated a > lead",
                        "3630 s all_resolved (a)",
                        "3630 s all_resolved (a) > lead");
    }

    @Test
    void an_acknowledgement_in_time_stops_the_escalation() {
        route = route(GroupTiming.TICKETS, List.of(), new Escalation(Duration.ofMinutes(15), "lead"));
        controls = controls.with(acknowledgement("a", minute(10)));
        change(0, "a", false);
        assertThat(told(120)).containsExactly("30 s first a");
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

    @Test
    void a_drift_of_a_segment_inhibits_the_same_drift_of_its_parts() {
        changes.add(drift("(all)", 0));
        changes.add(drift("channel=app", 0));
        changes.add(drift("channel=app,region=north", 0));
        assertThat(told(10)).containsExactly("30 s first (all)");
    }

    @Test
    void an_opposite_drift_of_a_part_is_news() {
        changes.add(drift("(all)", 0));
        Alert part = drift("channel=app", 0);
        changes.add(new Alert(
                part.rule(),
                part.key(),
                part.phase(),
                part.since(),
                null,
                part.severity(),
                part.labels(),
                Map.of(Fact.SEGMENT, "channel=app", Fact.METRIC, "csat", Fact.DIRECTION, "up"),
                "",
                null,
                part.asOf()));
        assertThat(told(10)).containsExactly("30 s first (all),channel=app");
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

    private static GroupAdvance advance(
            GroupState state,
            GroupMembers members,
            List<Alert> changes,
            Route route,
            AlertControls controls,
            long millis) {
        return GroupStory.advance(state, members, changes, GROUP, route, controls, START.plusMillis(millis));
    }

    private List<String> told(int minutes) {
        return advance(GroupState.EMPTY, new MembersInMemory(), changes, route, controls, minutes * 60_000L)
                .notices()
                .stream()
                .map(GroupStoryTest::described)
                .toList();
    }

    private static String described(Notice notice) {
        String alerts = notice.alerts().stream()
                .map(alert -> alert.phase() == Phase.RESOLVED ? "(" + alert.key() + ")" : alert.key())
                .collect(Collectors.joining(","));
        return "%d s %s %s%s"
                .formatted(
                        Duration.between(START, notice.at()).toSeconds(),
                        notice.reason().wireName(),
                        alerts,
                        notice.receiver().equals("ops") ? "" : " > " + notice.receiver());
    }

    private static Route route(GroupTiming timing, List<TimeInterval> quiet, @Nullable Escalation escalation) {
        return new Route("all", Map.of(), "ops", List.of(), timing, false, quiet, escalation);
    }

    private static AlertControl silence(Instant from, Instant until, String key) {
        return new AlertControl(
                "silence", from, from, ControlKind.SILENCE, null, Map.of("name", key), from, until, "Ann", "known");
    }

    private static AlertControl acknowledgement(String key, Instant at) {
        String id = alert(key, false, START).id();
        return new AlertControl("ack", at, at, ControlKind.ACK, id, Map.of(), null, null, "Ann", "on it");
    }

    private void change(int minute, String key, boolean resolved) {
        changes.add(alert(key, resolved, minute(minute)));
    }

    private static Alert alert(String key, boolean resolved, Instant at) {
        return new Alert(
                "rule",
                key,
                resolved ? Phase.RESOLVED : Phase.FIRING,
                START,
                resolved ? at : null,
                Severity.WARNING,
                Map.of("name", key),
                Map.of(),
                "reason",
                null,
                at);
    }

    private static Alert drift(String segment, int minute) {
        return new Alert(
                "score drift",
                segment,
                Phase.FIRING,
                minute(minute),
                null,
                Severity.WARNING,
                Map.of("name", segment),
                Map.of(Fact.SEGMENT, segment, Fact.METRIC, "csat", Fact.DIRECTION, "down"),
                "",
                null,
                minute(minute));
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

    private static Instant minute(int minute) {
        return START.plus(Duration.ofMinutes(minute));
    }
}
