package io.satisflow.satisfaction;

import static org.assertj.core.api.Assertions.assertThat;

import io.satisflow.satisfaction.tally.Tallies;
import io.satisflow.satisfaction.window.KeptWindow;
import io.satisflow.satisfaction.window.Pane;
import io.satisflow.satisfaction.window.RollingWindow;
import io.satisflow.satisfaction.window.TellingPace;
import io.satisflow.satisfaction.window.WindowGrid;
import io.satisflow.satisfaction.window.WindowRow;
import io.satisflow.satisfaction.window.WindowTotals;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Windows of which not every step is told: what is told is right, and nothing that changed stays untold. */
class PacedWindowsTest {
    private static final WindowGrid GRID = new WindowGrid(
            List.of(
                    new KeptWindow(window("short", 50, 30, 20, 4), Set.of("volume")),
                    new KeptWindow(window("middle", 120, 40, 70, 1000), Set.of("nps", "volume")),
                    new KeptWindow(window("whole", 120, 10, 10, 1), Set.of("volume"))),
            Duration.ofMillis(60),
            40);

    static IntStream seeds() {
        return IntStream.range(0, 300);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void who_watches_knows_of_a_first_change_at_once_and_of_all_others_by_the_next_multiple_of_the_pace(int seed) {
        Ledger ledger = Ledger.random(new Random(seed), 400);
        Playback playback = new Playback(GRID, ledger);
        TreeMap<String, Long> lastRight = new TreeMap<>();

        for (long step = 0; step <= Ledger.END; step += GRID.step()) {
            playback.advanceTo(step);
            for (KeptWindow kept : GRID.windows()) {
                String name = kept.window().name();
                if (playback.present(kept).saysTheSameAs(ledger.totals(kept, step, step))) {
                    lastRight.put(name, step);
                }
                long told = playback.presentToldAt(kept).orElse(Long.MIN_VALUE / 2);
                long pace = kept.window().pace().present().toMillis();
                boolean mayWait = step % pace != 0 && told >= step - step % pace;
                assertThat(lastRight.getOrDefault(name, -1L) == step || mayWait)
                        .as("%s at %d, told at %d", name, step, told)
                        .isTrue();
            }
        }
        GRID.windows()
                .forEach(kept ->
                        assertThat(lastRight).containsEntry(kept.window().name(), Ledger.END));
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void who_watches_never_sees_a_score_that_a_tenth_of_its_answers_are_missing_from(int seed) {
        Ledger ledger = Ledger.random(new Random(seed), 400);
        Playback playback = new Playback(GRID, ledger);

        for (long step = 0; step <= Ledger.END; step += GRID.step()) {
            playback.advanceTo(step);
            for (KeptWindow kept : GRID.windows()) {
                long held = ledger.totals(kept, step, step).current().answers();
                long missing = held - playback.present(kept).current().answers();
                assertThat(missing * 10 < held || missing == 0)
                        .as("%s at %d: %d of %d", kept.window().name(), step, missing, held)
                        .isTrue();
            }
        }
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void every_row_holds_what_was_known_as_of_its_time_and_steps_stand_where_they_are_told(int seed) {
        Ledger ledger = Ledger.random(new Random(seed), 400);

        for (WindowRow row : new Playback(GRID, ledger).advanceTo(Ledger.END).rows()) {
            KeptWindow kept = kept(row.window());
            assertThat(row.totals()).as(row.toString()).isEqualTo(ledger.totals(kept, row.to(), row.asOf()));
            if (row.audience().isOfSteps()) {
                assertThat(row.to() % row.window().pace().steps().toMillis()).isZero();
            }
            if (row.audience().isOfPresent()) {
                assertThat(row.to()).isEqualTo(row.asOf());
            }
        }
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void when_nothing_is_later_than_allowed_all_told_steps_end_up_right(int seed) {
        Ledger ledger = Ledger.random(new Random(seed), 55);
        Playback playback = new Playback(GRID, ledger).advanceTo(Ledger.END);

        for (KeptWindow kept : GRID.windows()) {
            WindowTotals read = WindowTotals.NOTHING;
            long apart = kept.window().pace().steps().toMillis();
            for (long step = 0; step <= Ledger.END; step += apart) {
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
    void longer_panes_add_up_to_everything_that_was_said(int seed) {
        Ledger ledger = Ledger.random(new Random(seed), 200);
        TreeMap<Long, Pane> panes = new TreeMap<>();
        new Playback(GRID, ledger).advanceTo(Ledger.END).panes().forEach(pane -> panes.put(pane.from(), pane));

        Tallies sum = panes.values().stream().map(Pane::tallies).reduce(Tallies.NOTHING, Tallies::plus);

        assertThat(sum).isEqualTo(ledger.everything());
        panes.values().forEach(pane -> {
            assertThat(pane.from() % GRID.toldPane()).isZero();
            assertThat(pane.tallies()).isEqualTo(ledger.between(pane.from(), pane.to(), pane.asOf()));
        });
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void nothing_is_left_when_everything_has_passed(int seed) {
        Playback playback = new Playback(GRID, Ledger.random(new Random(seed), 400)).advanceTo(Ledger.END);

        assertThat(playback.isNothingLeft()).isTrue();
    }

    private static KeptWindow kept(RollingWindow window) {
        return GRID.windows().stream()
                .filter(kept -> kept.window().equals(window))
                .findFirst()
                .orElseThrow();
    }

    private static RollingWindow window(String name, int length, int steps, int present, long answers) {
        return new RollingWindow(
                name,
                Duration.ofMillis(length),
                Duration.ofMillis(10),
                new TellingPace(Duration.ofMillis(steps), Duration.ofMillis(present), answers));
    }
}
