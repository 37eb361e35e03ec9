package io.satisflow.satisfaction;

import static org.assertj.core.api.Assertions.assertThat;

import io.satisflow.satisfaction.tally.Tallies;
import io.satisflow.satisfaction.window.KeptWindow;
import io.satisflow.satisfaction.window.Pane;
import io.satisflow.satisfaction.window.RollingWindow;
import io.satisflow.satisfaction.window.WindowGrid;
import io.satisflow.satisfaction.window.WindowRow;
import io.satisflow.satisfaction.window.WindowTotals;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever comes, however late, and whatever is taken back: windows hold what adding up from the start would give. */
class RollingWindowsTest {
    private static final WindowGrid GRID = new WindowGrid(
            List.of(
                    new KeptWindow(window("shortest", 20), Set.of("volume")),
                    new KeptWindow(window("short", 50), Set.of("volume")),
                    new KeptWindow(window("long", 120), Set.of("nps", "volume"))),
            Duration.ofMillis(60));

    static IntStream seeds() {
        return IntStream.range(0, 300);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void the_present_is_always_what_is_known(int seed) {
        Ledger ledger = Ledger.random(new Random(seed), 400);
        Playback playback = new Playback(GRID, ledger);

        for (long step = 0; step <= Ledger.END; step += GRID.step()) {
            playback.advanceTo(step);
            for (KeptWindow kept : GRID.windows()) {
                WindowTotals known = ledger.totals(kept, step, step);
                assertThat(playback.present(kept).saysTheSameAs(known))
                        .as("%s at %d: %s, not %s", kept.window().name(), step, known, playback.present(kept))
                        .isTrue();
            }
        }
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void every_row_holds_what_was_known_as_of_its_time(int seed) {
        Ledger ledger = Ledger.random(new Random(seed), 400);

        for (WindowRow row : new Playback(GRID, ledger).advanceTo(Ledger.END).rows()) {
            KeptWindow kept = kept(row.window());
            assertThat(row.totals()).as(row.toString()).isEqualTo(ledger.totals(kept, row.to(), row.asOf()));
        }
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void when_nothing_is_later_than_allowed_all_steps_end_up_right(int seed) {
        Ledger ledger = Ledger.random(new Random(seed), 55);
        Playback playback = new Playback(GRID, ledger).advanceTo(Ledger.END);

        for (KeptWindow kept : GRID.windows()) {
            WindowTotals read = WindowTotals.NOTHING;
            for (long step = 0; step <= Ledger.END; step += GRID.step()) {
                read = playback.lastTold(kept, step).orElse(read);
                WindowTotals expected = ledger.totals(kept, step, Ledger.END);
                assertThat(read.saysTheSameAs(expected))
                        .as("%s at %d: %s, not %s", kept.window().name(), step, expected, read)
                        .isTrue();
            }
        }
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void no_step_is_told_twice_the_same(int seed) {
        List<WindowRow> rows = new Playback(GRID, Ledger.random(new Random(seed), 55))
                .advanceTo(Ledger.END)
                .rows();

        TreeMap<String, WindowTotals> told = new TreeMap<>();
        int repeated = 0;
        for (WindowRow row : rows) {
            WindowTotals earlier = told.put(row.window().name() + row.to(), row.totals());
            repeated += earlier != null && earlier.saysTheSameAs(row.totals()) ? 1 : 0;
        }
        // A step may come to differ from the one before it, cease to, and come to again.
        assertThat(repeated).isLessThanOrEqualTo(rows.size() / 20);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void panes_add_up_to_everything_that_was_said(int seed) {
        Ledger ledger = Ledger.random(new Random(seed), 200);
        TreeMap<Long, Pane> panes = new TreeMap<>();
        new Playback(GRID, ledger).advanceTo(Ledger.END).panes().forEach(pane -> panes.put(pane.from(), pane));

        Tallies sum = panes.values().stream().map(Pane::tallies).reduce(Tallies.NOTHING, Tallies::plus);

        assertThat(sum).isEqualTo(ledger.everything());
        panes.values()
                .forEach(pane ->
                        assertThat(pane.tallies()).isEqualTo(ledger.between(pane.from(), pane.to(), pane.asOf())));
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void nothing_is_left_when_everything_has_passed(int seed) {
        Playback playback = new Playback(GRID, Ledger.random(new Random(seed), 400)).advanceTo(Ledger.END);

        assertThat(playback.isNothingLeft()).isTrue();
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void a_window_that_runs_empty_says_so_once(int seed) {
        List<WindowRow> rows = new ArrayList<>(new Playback(GRID, Ledger.random(new Random(seed), 0))
                .advanceTo(Ledger.END)
                .rows());

        for (KeptWindow kept : GRID.windows()) {
            List<WindowRow> ofWindow = rows.stream()
                    .filter(row -> row.window().equals(kept.window()))
                    .toList();
            for (int each = 1; each < ofWindow.size(); each++) {
                boolean isEmptyAgain = ofWindow.get(each).totals().current().isNothing()
                        && ofWindow.get(each - 1).totals().current().isNothing();
                assertThat(isEmptyAgain).as(ofWindow.get(each).toString()).isFalse();
            }
        }
    }

    private static KeptWindow kept(RollingWindow window) {
        return GRID.windows().stream()
                .filter(kept -> kept.window().equals(window))
                .findFirst()
                .orElseThrow();
    }

    private static RollingWindow window(String name, int length) {
        return new RollingWindow(name, Duration.ofMillis(length), Duration.ofMillis(10));
    }
}
