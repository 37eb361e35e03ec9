package io.satisflow.local.terminal.panel;

import static io.satisflow.local.terminal.panel.BusyDay.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import io.satisflow.alerts.receiver.Language;
import io.satisflow.flink.io.WireFormat;
import io.satisflow.local.terminal.TerminalSize;
import io.satisflow.local.terminal.TerminalState;
import io.satisflow.wire.Alert;
import io.satisflow.wire.DeadLetter;
import io.satisflow.wire.Metric;
import io.satisflow.wire.SatisfactionRow;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class TerminalViewTest {
    private static final List<String> HINTS = List.of("what to type next");

    @Test
    void before_the_first_results_it_says_that_it_waits() {
        assertThat(render(new TerminalState(), Language.ENGLISH)).contains("Waiting for the first results ...");
    }

    @Test
    void scores_are_shown_with_interval_number_and_trend() {
        assertThat(render(BusyDay.state(), Language.ENGLISH))
                .anySatisfy(line -> assertThat(line)
                        .contains("app")
                        .contains("↓ 60% 55..65 n 410")
                        .contains("-0.20 -0.30..-0.10 n 410")
                        .contains("▃"));
    }

    @Test
    void few_answers_are_marked_too_few_are_not_shown_and_a_score_says_how_it_stands_beside_its_plan() {
        TerminalState state = BusyDay.state();
        SatisfactionRow row = BusyDay.row(Map.of("channel", "app"), Duration.ofHours(24));
        // Avro copies what WireFormat has named as trusted.
        assertThat(new WireFormat<>(SatisfactionRow.class)).isNotNull();
        Metric csat = Metric.newBuilder(Objects.requireNonNull(row.getMetrics().get("csat")))
                .setN(12)
                .setShown("greyed")
                .setPlan("behind")
                .build();
        Metric nps =
                Metric.newBuilder(csat).setN(3).setShown("hidden").setPlan(null).build();
        state.scores.present(SatisfactionRow.newBuilder(row)
                .setMetrics(Map.of("csat", csat, "nps", nps))
                .build());

        assertThat(render(state, Language.ENGLISH))
                .anySatisfy(line -> assertThat(line).contains("app", "↓ 60%?▽ 55..65 n 12 ", "- n 3 "));
    }

    @Test
    void the_ticket_that_breaks_its_promise_next_comes_first_with_owner_and_time_left() {
        List<String> lines = render(BusyDay.state(), Language.ENGLISH);
        int heading = indexOf(lines, "Closest to breach");
        assertThat(lines.get(heading + 1)).contains(" ! ", "5m 00s", "T-2", "first reply", "mei.lin · delivery");
        assertThat(lines.get(heading + 2)).contains("2h 00m", "T-1");
    }

    @Test
    void a_broken_promise_is_shown_until_it_is_answered() {
        TerminalState state = BusyDay.state();
        state.tickets.heard(BusyDay.sla("T-2", "breach", NOW));
        assertThat(render(state, Language.ENGLISH)).anyMatch(line -> line.startsWith(" ✗") && line.contains("T-2"));
        state.tickets.heard(BusyDay.sla("T-2", "fulfil", NOW));
        assertThat(render(state, Language.ENGLISH)).noneMatch(line -> line.contains("T-2"));
        assertThat(state.breaches()).isEqualTo(1);
    }

    @Test
    void an_alert_says_what_moved_it_and_lets_a_customer_speak() {
        List<String> lines = render(BusyDay.state(), Language.ENGLISH);
        int alert = indexOf(lines, "FIRING");
        assertThat(lines.get(alert)).contains("sentiment of app fell from 0.50 to -0.20");
        assertThat(lines.get(alert + 1)).contains("moved by region=South -0.61");
        assertThat(lines.get(alert + 2)).contains("“still waiting”");
    }

    @Test
    void everything_is_said_in_chinese_too() {
        assertThat(String.join("\n", render(BusyDay.state(), Language.CHINESE)))
                .contains("已读 0 条记录", "满意率", "应用", "即将超时", "首次回复", "物流组", "触发中", "从 0.50 降至 -0.20", "死信：1");
    }

    @Test
    void words_of_others_cannot_take_over_the_terminal() {
        String hostile = "\u001b[2J\u0007\u202e\u009b31mred\r\nnext";
        TerminalState state = BusyDay.state();
        state.tickets.heard(
                BusyDay.ticket("T-2", Map.of("attributes.subject", hostile, "to", hostile, "team", hostile)));
        state.heard(new DeadLetter("app", "t", 0, 0L, null, hostile, hostile, null));
        state.alerts.heard(BusyDay.alert(hostile));
        assertThat(render(state, Language.ENGLISH))
                .allSatisfy(line -> assertThat(line.codePoints())
                        .noneMatch(
                                each -> Character.isISOControl(each) || Character.getType(each) == Character.FORMAT));
    }

    @Test
    void of_a_run_it_says_how_far_its_time_is_behind() {
        List<String> lines = new TerminalView(Language.ENGLISH)
                .render(
                        BusyDay.state(),
                        new TerminalSize(100, 30),
                        HINTS,
                        Optional.of(NOW.plus(Duration.ofMinutes(12))));

        assertThat(lines.get(0)).contains("12m 00s behind");
    }

    @Test
    void a_run_that_takes_up_where_it_left_off_says_so_and_how_far_that_is_behind() {
        TerminalState state = BusyDay.state();
        Instant start = NOW.plus(Duration.ofMinutes(90));
        state.countFrom(start, start);

        assertThat(run(state, Language.ENGLISH, start))
                .contains("Taking up what was there before: 1h 30m behind this start")
                .noneMatch(line -> line.contains("month before"));
        assertThat(run(state, Language.CHINESE, start))
                .contains("正在接续此前的数据：比这次启动落后 1h 30m")
                .noneMatch(line -> line.contains("0 / 0"));
    }

    @Test
    void what_came_in_and_was_refused_is_counted_as_dead_letters_and_not_as_records() {
        List<String> lines = run(BusyDay.state(), Language.ENGLISH, NOW);

        assertThat(lines.get(0)).contains("0 records accepted");
        assertThat(lines).contains("Dead letters: 1 (last: missing_id)");
    }

    @Test
    void before_a_speed_is_measured_none_is_spoken_of() {
        assertThat(render(BusyDay.state(), Language.ENGLISH).get(0))
                .doesNotContain("speed")
                .contains("0 records");
        assertThat(render(BusyDay.state(), Language.CHINESE).get(0)).doesNotContain("倍速");
    }

    @Test
    void the_speed_is_told_once_in_each_language() {
        TerminalState state = BusyDay.state();
        state.clock.sample(0);
        state.clock.heard("0", NOW.plusSeconds(90).toEpochMilli());
        state.clock.sample(1_500_000_000);

        assertThat(render(state, Language.ENGLISH).get(0)).contains("60x the speed of life");
        assertThat(render(state, Language.CHINESE).get(0)).contains("60 倍速").doesNotContain("x");
    }

    @Test
    void nothing_fires_before_the_time_that_stands_above_it() {
        TerminalState state = BusyDay.state();
        Instant soon = NOW.plusSeconds(14);
        state.alerts.heard(Alert.newBuilder(BusyDay.alert("soon"))
                .setKey("(all)/sentiment/down")
                .setSince(soon)
                .setAsOf(soon)
                .build());

        assertThat(render(state, Language.ENGLISH)).noneMatch(line -> line.contains("“soon”"));
        state.clock.heard("0", soon.toEpochMilli());
        assertThat(render(state, Language.ENGLISH)).anyMatch(line -> line.contains("“soon”"));
    }

    private static List<String> run(TerminalState state, Language language, Instant wallClock) {
        return new TerminalView(language).render(state, new TerminalSize(100, 30), HINTS, Optional.of(wallClock));
    }

    @Test
    void while_history_is_loaded_it_says_how_many_days_are() {
        TerminalState state = BusyDay.state();
        state.countFrom(NOW.minus(Duration.ofDays(12)), NOW.plus(Duration.ofDays(18)));

        assertThat(render(state, Language.ENGLISH)).contains("Loading the month before: 12 of 30 days");
    }

    private static List<String> render(TerminalState state, Language language) {
        return new TerminalView(language).render(state, new TerminalSize(120, 40), HINTS);
    }

    private static int indexOf(List<String> lines, String words) {
        return lines.stream()
                .filter(line -> line.contains(words))
                .findFirst()
                .map(lines::indexOf)
                .orElseThrow();
    }
}
