package io.satisflow.satisfaction.period;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.satisflow.config.ConfigFile;
import io.satisflow.feedback.Rating;
import io.satisflow.satisfaction.SatisfactionFile;
import io.satisflow.satisfaction.SatisfactionSettings;
import io.satisflow.satisfaction.answer.Response;
import io.satisflow.satisfaction.score.ReportedScore;
import io.satisflow.satisfaction.score.ScoreMeaning;
import io.satisflow.satisfaction.tally.Tallies;
import io.satisflow.segment.Segment;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class PeriodRowTest {
    private static final Instant START = Instant.parse("2026-12-01T00:00:00Z");
    private static final Instant END = Instant.parse("2026-12-31T00:00:00Z");

    private final SatisfactionSettings settings = SatisfactionFile.read(ConfigFile.parse("s.yaml", """
            metrics: {nps: {}, volume: {}}
            targets: {nps: {2026-01-01: 42, 2026-12-31: 58}}
            """));

    @Test
    void it_says_behind_plan_and_what_the_rest_must_average() {
        ReportedScore nps = nps(answers(500, 500), Tallies.NOTHING, Tallies.NOTHING, START.plusSeconds(20 * 86_400));

        assertThat(nps.value()).isEqualTo(0.0);
        assertThat(nps.standing().plan()).isEqualTo(ScoreMeaning.Plan.BEHIND);
        // Two thirds stand at 0: one third has to bring all of 58.
        assertThat(nps.standing().needed()).isCloseTo(174, within(1e-6));
        assertThat(nps.standing().shown()).isEqualTo(ScoreMeaning.Shown.SHOWN);
    }

    @Test
    void few_answers_are_neither_ahead_nor_behind_and_greyed_or_hidden() {
        ReportedScore few = nps(answers(9, 3), Tallies.NOTHING, Tallies.NOTHING, START.plusSeconds(86_400));
        assertThat(few.standing().plan()).isEqualTo(ScoreMeaning.Plan.ON);
        assertThat(few.standing().shown()).isEqualTo(ScoreMeaning.Shown.GREYED);

        ReportedScore fewer = nps(answers(3, 1), Tallies.NOTHING, Tallies.NOTHING, START.plusSeconds(86_400));
        assertThat(fewer.standing().shown()).isEqualTo(ScoreMeaning.Shown.HIDDEN);
    }

    @Test
    void it_stands_beside_the_period_before_and_that_of_a_year_before() {
        ReportedScore nps = nps(answers(700, 300), answers(500, 500), answers(690, 310), START.plusSeconds(5 * 86_400));

        assertThat(nps.movement()).isEqualTo(ReportedScore.Movement.ROSE);
        assertThat(nps.previous()).isEqualTo(0.0);
        assertThat(nps.standing().yearBefore().value()).isEqualTo(38.0);
        assertThat(Objects.requireNonNull(nps.standing().yearBefore().changeLow()))
                .isNegative();
        assertThat(Objects.requireNonNull(nps.standing().yearBefore().changeHigh()))
                .isPositive();
    }

    @Test
    void settings_name_the_zone_and_what_is_wrong_is_said() {
        SatisfactionSettings set = SatisfactionFile.read(ConfigFile.parse(
                "s.yaml", "periods: {zone: Asia/Shanghai, week_starts: sunday, of: [month, week], step: 15m}"));
        assertThat(Objects.requireNonNull(set.periods()).periods()).containsExactly(Period.WEEK, Period.MONTH);

        assertThatThrownBy(() -> read("periods: {of: [week]}")).hasMessageContaining("zone");
        assertThatThrownBy(() -> read("periods: {zone: UTC, of: [fortnight]}"))
                .hasMessageContaining("today, week, month, quarter, half_year, year");
        assertThatThrownBy(() -> read("periods: {zone: UTC, step: 7h}")).hasMessageContaining("divides a day");
    }

    private static SatisfactionSettings read(String text) {
        return SatisfactionFile.read(ConfigFile.parse("s.yaml", text));
    }

    private ReportedScore nps(Tallies current, Tallies previous, Tallies yearBefore, Instant to) {
        PeriodStanding standing = new PeriodStanding(Period.MONTH, START, to, END, current, previous, yearBefore);
        return Objects.requireNonNull(
                standing.scores(Segment.ALL, settings.metrics()).scores().get("nps"));
    }

    private Tallies answers(int promoters, int detractors) {
        Tallies tallies = Tallies.NOTHING;
        for (int i = 0; i < promoters + detractors; i++) {
            tallies = tallies.plus(settings.tally(
                    new Response(List.of(new Rating("nps", i < promoters ? 10 : 0, 0, 10)), null)));
        }
        return tallies;
    }
}
