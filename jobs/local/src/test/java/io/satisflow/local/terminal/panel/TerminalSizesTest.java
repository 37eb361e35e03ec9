package io.satisflow.local.terminal.panel;

import static io.satisflow.local.terminal.panel.BusyDay.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import io.satisflow.alerts.receiver.Language;
import io.satisflow.local.terminal.TerminalSize;
import io.satisflow.local.terminal.TerminalState;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What fits on terminals of all sizes. */
class TerminalSizesTest {
    private static final List<String> HINTS = List.of("what to type next");

    @ParameterizedTest
    @ValueSource(ints = {40, 60, 80, 100, 200})
    void no_line_is_wider_than_the_terminal(int columns) {
        for (Language language : Language.values()) {
            assertThat(new TerminalView(language).render(BusyDay.state(), new TerminalSize(columns, 40), HINTS))
                    .allSatisfy(line -> assertThat(Columns.of(line)).isLessThanOrEqualTo(columns));
        }
    }

    @Test
    void a_low_terminal_keeps_what_to_type_next() {
        List<String> lines =
                new TerminalView(Language.ENGLISH).render(BusyDay.state(), new TerminalSize(80, 16), HINTS);
        assertThat(lines).hasSizeLessThan(16).endsWith("what to type next");
    }

    @Test
    void a_tall_terminal_shows_more_tickets_and_a_legend() {
        TerminalState state = BusyDay.state();
        for (int i = 10; i < 40; i++) {
            state.tickets.heard(BusyDay.sla("T-" + i, "activate", NOW.plus(Duration.ofMinutes(i))));
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
        List<String> lines = render(BusyDay.state(), 60, 15);

        assertThat(lines).hasSizeLessThan(15).endsWith("what to type next");
        assertThat(lines).anyMatch(line -> line.contains("↓ 60% n 410") && line.contains("-0.20 n 410"));
        assertThat(lines).anyMatch(line -> line.contains("FIRING"));
        assertThat(lines).anyMatch(line -> line.startsWith(" !") && line.contains("T-2") && line.contains("5m 00s"));
    }

    @Test
    void eighty_columns_hold_every_interval() {
        assertThat(render(BusyDay.state(), 80, 24))
                .anyMatch(line -> line.contains("↓ 60% 55..65 n 410") && line.contains("-0.20 -0.30..-0.10 n 410"));
    }

    @Test
    void a_long_ticket_id_is_whole_where_there_is_room() {
        TerminalState state = BusyDay.state();
        state.tickets.heard(BusyDay.sla("ACME-2026-000123456", "warn", NOW.plus(Duration.ofMinutes(1))));

        assertThat(render(state, 120, 40)).anyMatch(line -> line.contains("ACME-2026-000123456"));
    }

    @Test
    void chinese_takes_two_columns_a_character() {
        assertThat(Columns.of("应用 app")).isEqualTo(8);
        assertThat(Columns.left("应用", 6)).isEqualTo("应用  ");
        assertThat(Columns.cut("一二三四", 6)).isEqualTo("一二…");
    }

    private static long tickets(List<String> lines) {
        return lines.stream().filter(line -> line.contains("first reply")).count();
    }

    private static List<String> render(TerminalState state, int columns, int rows) {
        return new TerminalView(Language.ENGLISH).render(state, new TerminalSize(columns, rows), HINTS);
    }
}
