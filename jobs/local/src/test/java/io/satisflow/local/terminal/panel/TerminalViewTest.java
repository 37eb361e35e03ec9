package io.satisflow.local.terminal.panel;

import static org.assertj.core.api.Assertions.assertThat;

import io.satisflow.alerts.receiver.Language;
import io.satisflow.flink.io.WireFormat;
import io.satisflow.local.terminal.TerminalSize;
import io.satisflow.local.terminal.TerminalState;
import io.satisflow.wire.Alert;
import io.satisflow.wire.DeadLetter;
import io.satisflow.wire.Metric;
import io.satisflow.wire.SatisfactionRow;
import io.satisflow.wire.SlaEvent;
import io.satisflow.wire.SourcePosition;
import io.satisflow.wire.TicketEvent;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TerminalViewTest {
    private static final Instant NOW = Instant.parse("2026-03-02T09:30:00Z");
    private static final List<String> HINTS = List.of("what to type next");

    @Test
    void before_the_first_results_it_says_that_it_waits() {
        assertThat(render(new TerminalState(), Language.ENGLISH)).contains("Waiting for the first results ...");
    }

    @Test
    void scores_are_shown_with_interval_number_and_trend() {
        assertThat(render(busy(), Language.ENGLISH))
                .anySatisfy(line -> assertThat(line)
                        .contains("app")
                        .contains("↓ 60% 55..65 n 410")
                        .contains("-0.20 -0.30..-0.10 n 410")
                        .contains("▃"));
    }

    @Test
    void few_answers_are_marked_too_few_are_not_shown_and_a_score_says_how_it_stands_beside_its_plan() {
        TerminalState state = busy();
        SatisfactionRow row = row(Map.of("channel", "app"), Duration.ofHours(24));
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
        List<String> lines = render(busy(), Language.ENGLISH);
        int heading = indexOf(lines, "Closest to breach");
        assertThat(lines.get(heading + 1)).contains(" ! ", "5m 00s", "T-2", "first reply", "mei.lin · delivery");
        assertThat(lines.get(heading + 2)).contains("2h 00m", "T-1");
    }

    @Test
    void a_broken_promise_is_shown_until_it_is_answered() {
        TerminalState state = busy();
        state.tickets.heard(sla("T-2", "breach", NOW));
        assertThat(render(state, Language.ENGLISH)).anyMatch(line -> line.startsWith(" ✗") && line.contains("T-2"));
        state.tickets.heard(sla("T-2", "fulfil", NOW));
        assertThat(render(state, Language.ENGLISH)).noneMatch(line -> line.contains("T-2"));
        assertThat(state.breaches()).isEqualTo(1);
    }

    @Test
    void an_alert_says_what_moved_it_and_lets_a_customer_speak() {
        List<String> lines = render(busy(), Language.ENGLISH);
        int alert = indexOf(lines, "FIRING");
        assertThat(lines.get(alert)).contains("sentiment of app fell from 0.50 to -0.20");
        assertThat(lines.get(alert + 1)).contains("moved by region=South -0.61");
        assertThat(lines.get(alert + 2)).contains("“still waiting”");
    }

    @Test
    void everything_is_said_in_chinese_too() {
        assertThat(String.join("\n", render(busy(), Language.CHINESE)))
                .contains("已读 0 条记录", "满意率", "应用", "即将超时", "首次回复", "物流组", "触发中", "从 0.50 降至 -0.20", "死信：1");
    }

    @Test
    void words_of_others_cannot_take_over_the_terminal() {
        String hostile = "\u001b[2J\u0007\u202e\u009b31mred\r\nnext";
        TerminalState state = busy();
        state.tickets.heard(ticket("T-2", Map.of("attributes.subject", hostile, "to", hostile, "team", hostile)));
        state.heard(new DeadLetter("app", "t", 0, 0L, null, hostile, hostile, null));
        state.alerts.heard(alert(hostile));
        assertThat(render(state, Language.ENGLISH))
                .allSatisfy(line -> assertThat(line.codePoints())
                        .noneMatch(
                                each -> Character.isISOControl(each) || Character.getType(each) == Character.FORMAT));
    }

    @ParameterizedTest
    @ValueSource(ints = {40, 60, 80, 100, 200})
    void no_line_is_wider_than_the_terminal(int columns) {
        for (Language language : Language.values()) {
            assertThat(new TerminalView(language).render(busy(), new TerminalSize(columns, 40), HINTS))
                    .allSatisfy(line -> assertThat(Columns.of(line)).isLessThanOrEqualTo(columns));
        }
    }

    @Test
    void a_low_terminal_keeps_what_to_type_next() {
        List<String> lines = new TerminalView(Language.ENGLISH).render(busy(), new TerminalSize(80, 16), HINTS);
        assertThat(lines).hasSizeLessThan(16).endsWith("what to type next");
    }

    @Test
    void a_tall_terminal_shows_more_tickets_and_a_legend() {
        TerminalState state = busy();
        for (int i = 10; i < 40; i++) {
            state.tickets.heard(sla("T-" + i, "activate", NOW.plus(Duration.ofMinutes(i))));
        }
        List<String> usual = render(state, 80, 24);
        List<String> tall = render(state, 200, 50);

        assertThat(tickets(tall)).isGreaterThan(tickets(usual)).isGreaterThan(15);
        assertThat(tickets(usual)).isGreaterThan(4);
        assertThat(tall).anyMatch(line -> line.contains("low..high: 95%"));
        assertThat(tall).hasSizeLessThan(50);
        assertThat(usual).hasSizeLessThan(24);
    }

    @Test
    void a_small_terminal_shows_scores_the_alert_and_the_next_ticket() {
        List<String> lines = render(busy(), 60, 15);

        assertThat(lines).hasSizeLessThan(15).endsWith("what to type next");
        assertThat(lines).anyMatch(line -> line.contains("↓ 60% n 410") && line.contains("-0.20 n 410"));
        assertThat(lines).anyMatch(line -> line.contains("FIRING"));
        assertThat(lines).anyMatch(line -> line.startsWith(" !") && line.contains("T-2") && line.contains("5m 00s"));
    }

    @Test
    void eighty_columns_hold_every_interval() {
        assertThat(render(busy(), 80, 24))
                .anyMatch(line -> line.contains("↓ 60% 55..65 n 410") && line.contains("-0.20 -0.30..-0.10 n 410"));
    }

    @Test
    void a_long_ticket_id_is_whole_where_there_is_room() {
        TerminalState state = busy();
        state.tickets.heard(sla("ACME-2026-000123456", "warn", NOW.plus(Duration.ofMinutes(1))));

        assertThat(render(state, 120, 40)).anyMatch(line -> line.contains("ACME-2026-000123456"));
    }

    @Test
    void of_a_run_it_says_how_far_its_time_is_behind() {
        List<String> lines = new TerminalView(Language.ENGLISH)
                .render(busy(), new TerminalSize(100, 30), HINTS, Optional.of(NOW.plus(Duration.ofMinutes(12))));

        assertThat(lines.get(0)).contains("12m 00s behind");
    }

    @Test
    void a_run_that_takes_up_where_it_left_off_says_so_and_how_far_that_is_behind() {
        TerminalState state = busy();
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
        List<String> lines = run(busy(), Language.ENGLISH, NOW);

        assertThat(lines.get(0)).contains("0 records accepted");
        assertThat(lines).contains("Dead letters: 1 (last: missing_id)");
    }

    @Test
    void before_a_speed_is_measured_none_is_spoken_of() {
        assertThat(render(busy(), Language.ENGLISH).get(0))
                .doesNotContain("speed")
                .contains("0 records");
        assertThat(render(busy(), Language.CHINESE).get(0)).doesNotContain("倍速");
    }

    @Test
    void nothing_fires_before_the_time_that_stands_above_it() {
        TerminalState state = busy();
        Instant soon = NOW.plusSeconds(14);
        state.alerts.heard(Alert.newBuilder(alert("soon"))
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
        TerminalState state = busy();
        state.countFrom(NOW.minus(Duration.ofDays(12)), NOW.plus(Duration.ofDays(18)));

        assertThat(render(state, Language.ENGLISH)).contains("Loading the month before: 12 of 30 days");
    }

    private static long tickets(List<String> lines) {
        return lines.stream().filter(line -> line.contains("first reply")).count();
    }

    private static List<String> render(TerminalState state, int columns, int rows) {
        return new TerminalView(Language.ENGLISH).render(state, new TerminalSize(columns, rows), HINTS);
    }

    @Test
    void chinese_takes_two_columns_a_character() {
        assertThat(Columns.of("应用 app")).isEqualTo(8);
        assertThat(Columns.left("应用", 6)).isEqualTo("应用  ");
        assertThat(Columns.cut("一二三四", 6)).isEqualTo("一二…");
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

    /** Two tickets, a channel, an alert, a dead letter. */
    private static TerminalState busy() {
        TerminalState state = new TerminalState();
        state.clock.heard("0", NOW.toEpochMilli());
        state.scores.present(row(Map.of("channel", "app"), Duration.ofHours(24)));
        state.scores.present(row(Map.of(), Duration.ofHours(24)));
        state.scores.step(row(Map.of("channel", "app"), Duration.ofMinutes(10)));
        state.tickets.heard(ticket("T-2", Map.of("attributes.subject", "Where?", "to", "mei.lin", "team", "delivery")));
        state.tickets.heard(sla("T-1", "activate", NOW.plus(Duration.ofHours(2))));
        state.tickets.heard(sla("T-2", "warn", NOW.plus(Duration.ofMinutes(5))));
        state.alerts.heard(alert("still waiting"));
        state.heard(new DeadLetter("app", "t", 0, 0L, null, "missing_id", "no id", null));
        return state;
    }

    private static SatisfactionRow row(Map<String, String> segment, Duration length) {
        Map<String, Metric> metrics = Map.of(
                "csat",
                        new Metric(
                                60.0, 410L, 55.0, 65.0, 80.0, -28.0, -12.0, null, null, "shown", 0L, null, null, null,
                                null, null),
                "sentiment",
                        new Metric(
                                -0.2, 410L, -0.3, -0.1, 0.5, -0.85, -0.55, null, null, "shown", 0L, null, null, null,
                                null, null));
        return new SatisfactionRow(segment, length.toHours() + "h", NOW.minus(length), NOW, NOW, metrics);
    }

    private static TicketEvent ticket(String id, Map<String, String> details) {
        return new TicketEvent(
                id, id + "-1", "tickets", "created", NOW, NOW, details, new SourcePosition("t", 0, 0L, null), null);
    }

    private static SlaEvent sla(String ticket, String event, Instant due) {
        return new SlaEvent(
                ticket, "first_reply", 1, event, NOW, NOW, due, 7200.0, "business", 0.0, 0.0, "desk", null, null);
    }

    private static Alert alert(String verbatim) {
        return Alert.newBuilder()
                .setId("1")
                .setRule("score drift")
                .setKey("channel=app/sentiment/down")
                .setState("firing")
                .setSince(NOW)
                .setSeverity("warning")
                .setLabels(Map.of("kind", "score", "channel", "app"))
                .setAnnotations(Map.of(
                        "metric",
                        "sentiment",
                        "segment",
                        "channel=app",
                        "direction",
                        "down",
                        "from",
                        "0.50",
                        "to",
                        "-0.20",
                        "drivers",
                        "region=South -0.61",
                        "verbatims",
                        verbatim))
                .setReason("drift down")
                .setAsOf(NOW)
                .build();
    }
}
