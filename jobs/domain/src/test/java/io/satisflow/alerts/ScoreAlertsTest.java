package io.satisflow.alerts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.satisflow.alerts.control.AlertControls;
import io.satisflow.alerts.group.GroupAdvance;
import io.satisflow.alerts.group.GroupState;
import io.satisflow.alerts.group.GroupStory;
import io.satisflow.alerts.group.MembersInMemory;
import io.satisflow.alerts.group.Notice;
import io.satisflow.alerts.lifecycle.Alert;
import io.satisflow.alerts.lifecycle.AlertAdvance;
import io.satisflow.alerts.lifecycle.AlertStory;
import io.satisflow.alerts.lifecycle.Observation;
import io.satisflow.alerts.lifecycle.SubjectState;
import io.satisflow.alerts.notice.NoticeText;
import io.satisflow.alerts.observation.ScoreObservations;
import io.satisflow.alerts.receiver.Language;
import io.satisflow.alerts.route.GroupKey;
import io.satisflow.alerts.route.GroupTiming;
import io.satisflow.alerts.route.Route;
import io.satisflow.config.ConfigFile;
import io.satisflow.drift.detector.Direction;
import io.satisflow.drift.signal.DriftPhase;
import io.satisflow.drift.signal.DriftSignal;
import io.satisflow.drift.signal.Driver;
import io.satisflow.drift.signal.LastingDrift;
import io.satisflow.drift.signal.SpokenAspect;
import io.satisflow.drift.verbatim.ScoreEvidence;
import io.satisflow.drift.verbatim.ScoreQuestion;
import io.satisflow.satisfaction.score.ReportedScore;
import io.satisflow.satisfaction.score.ScoreRow;
import io.satisflow.segment.Segment;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What is told of scores that are out of bounds or have drifted: at first, and when it is told again. */
class ScoreAlertsTest {
    private static final Instant NINE = Instant.parse("2026-03-02T09:00:00Z");
    private static final AlertSettings SETTINGS =
            AlertSettingsNode.read(ConfigFile.parse("alerts.yaml", """
            rules:
              - {name: drift, on: drift}
              - {name: low, on: threshold, metric: csat, window: 24h, segment: [team], below: 70}
            """), Language.ENGLISH);
    private static final ScoreObservations OBSERVATIONS = new ScoreObservations(SETTINGS.rules());
    private static final Segment DELIVERY = Segment.of(Map.of("team", "delivery"));

    private final List<Alert> told = new ArrayList<>();
    private SubjectState state = SubjectState.EMPTY;

    @Test
    void a_reminder_tells_the_value_of_today_and_that_of_the_beginning() {
        see(row(DELIVERY, NINE, 65));
        see(row(DELIVERY, NINE.plus(Duration.ofHours(4)), 41));

        Notice reminder = noticeAt(Duration.ofHours(5));

        assertThat(reminder.reason().wireName()).isEqualTo("repeat");
        assertThat(text(Language.ENGLISH).title(reminder))
                .isEqualTo("[warning] CSAT of delivery is 41.00 over 24h, bound 70.00");
        assertThat(text(Language.ENGLISH).text(reminder)).contains("At the beginning: 65.00");
        assertThat(text(Language.CHINESE).text(reminder)).contains("开始时：65.00");
    }

    @Test
    void newer_values_alone_are_no_change_of_the_alert() {
        see(row(DELIVERY, NINE, 65));
        see(row(DELIVERY, NINE.plus(Duration.ofHours(4)), 41));
        see(row(DELIVERY, NINE.plus(Duration.ofHours(5)), 41));

        assertThat(told.stream().filter(alert -> alert.freshAt() == null)).hasSize(1);
        assertThat(told.stream().filter(alert -> alert.freshAt() != null)).hasSize(1);
    }

    @Test
    void a_reminder_of_a_drift_tells_where_the_score_stands_now() {
        see(drift());
        see(OBSERVATIONS.of(new LastingDrift(
                DELIVERY,
                "csat",
                Direction.DOWN,
                NINE.plus(Duration.ofHours(3)),
                NINE.plus(Duration.ofHours(4)),
                NINE.plus(Duration.ofHours(4)),
                38.5,
                57)));

        Notice reminder = noticeAt(Duration.ofHours(5));

        assertThat(text(Language.ENGLISH).text(reminder))
                .contains("Now: 38.50 of 57 answers up to 2026-03-02 13:00:00 UTC");
        assertThat(text(Language.CHINESE).text(reminder)).contains("现在：38.50，57 个回答，截至 2026-03-02 13:00:00 UTC");
    }

    @Test
    void a_score_out_of_bounds_asks_what_moved_it_and_says_what_it_hears() {
        ScoreRow row = row(DELIVERY, NINE, 65);
        List<ScoreQuestion> questions = OBSERVATIONS.questions(row);
        assertThat(questions)
                .extracting(ScoreQuestion::segment, ScoreQuestion::direction, ScoreQuestion::since)
                .containsExactly(tuple(DELIVERY, Direction.DOWN, NINE.minus(Duration.ofDays(1))));

        state = state.with(OBSERVATIONS.of(row).get(0))
                .with(OBSERVATIONS.of(new ScoreEvidence(
                        questions.get(0).id(),
                        NINE,
                        List.of(new Driver("channel", "channel=null", -1, -8)),
                        List.of(new SpokenAspect("delivery", 0.62, 0.18, 12)),
                        List.of("Where is my parcel?"))));
        advance(NINE);

        assertThat(text(Language.ENGLISH).text(noticeAt(Duration.ofMinutes(1))))
                .contains(
                        "Moved by: channel=(none) -9.00",
                        "They speak of: parcels and delivery (62 % of texts, 18 % before)",
                        "Customers say:\n“Where is my parcel?”");
        assertThat(text(Language.CHINESE).text(noticeAt(Duration.ofMinutes(1)))).contains("channel=（无） -9.00");
    }

    @Test
    void what_is_within_bounds_asks_nothing() {
        assertThat(OBSERVATIONS.questions(row(DELIVERY, NINE, 75))).isEmpty();
    }

    @Test
    void a_segment_of_what_carries_no_team_is_told_so_and_not_as_null() {
        see(row(new Segment(Map.of("team", "null")), NINE, 65));

        Notice notice = noticeAt(Duration.ofMinutes(1));

        assertThat(text(Language.ENGLISH).title(notice))
                .isEqualTo("[warning] CSAT of feedback without team is 65.00 over 24h, bound 70.00");
        assertThat(text(Language.CHINESE).title(notice)).contains("无团队的反馈").doesNotContain("null");
    }

    private static NoticeText text(Language language) {
        return new NoticeText(language);
    }

    private void see(ScoreRow row) {
        see(OBSERVATIONS.of(row));
    }

    private void see(List<Observation> seen) {
        seen.forEach(observation -> state = state.with(observation));
        advance(seen.get(0).at());
    }

    private void advance(Instant at) {
        AlertAdvance advance = AlertStory.advance(state, SETTINGS.rulesByName(), at);
        state = advance.state();
        told.addAll(advance.changes());
        told.addAll(advance.fresh());
    }

    /** The last of what a receiver was told until then. */
    private Notice noticeAt(Duration after) {
        Route route = new Route("all", Map.of(), "ops", List.of(), GroupTiming.SCORES, false, List.of(), null, false);
        GroupAdvance advance = GroupStory.advance(
                GroupState.EMPTY,
                new MembersInMemory(),
                told,
                new GroupKey("ops", "all", Map.of()),
                route,
                AlertControls.NONE,
                NINE.plus(after));
        return advance.notices().get(advance.notices().size() - 1);
    }

    private static ScoreRow row(Segment segment, Instant to, double value) {
        return new ScoreRow(
                segment,
                "24h",
                to.minus(Duration.ofDays(1)),
                to,
                to,
                Map.of("csat", new ReportedScore(value, 120, null, null, null, null, null, null)));
    }

    private static List<Observation> drift() {
        return OBSERVATIONS.of(new DriftSignal(
                "id",
                DELIVERY,
                "csat",
                DriftPhase.DRIFTED,
                NINE,
                Direction.DOWN,
                82.1,
                71.3,
                68,
                74.5,
                NINE.minus(Duration.ofHours(4)),
                240,
                0.99,
                "cusum",
                List.of(),
                List.of()));
    }
}
