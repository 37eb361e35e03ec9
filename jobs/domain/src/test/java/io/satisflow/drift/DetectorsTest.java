package io.satisflow.drift;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.satisflow.drift.detector.Direction;
import io.satisflow.drift.detector.EwmaChart;
import io.satisflow.drift.detector.PageHinkley;
import io.satisflow.drift.detector.TabularCusum;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

class DetectorsTest {

    /** The handbook's table, 6.3.2.4. */
    private static final double[] NIST_EWMA_VALUES = {
        52.0, 47.0, 53.0, 49.3, 50.1, 47.0, 51.0, 50.1, 51.2, 50.5, 49.6, 47.6, 49.9, 51.3, 47.8, 51.2, 52.6, 52.4,
        53.6, 52.1
    };

    @Test
    void the_ewma_chart_of_the_nist_handbook_has_its_limits_and_gives_no_signal() {
        EwmaChart chart = new EwmaChart(0.3, 3);
        EwmaChart.State state = chart.start(50, 2.0539);
        assertThat(50 + chart.limit(state)).isCloseTo(52.5884, within(1e-4));
        assertThat(50 - chart.limit(state)).isCloseTo(47.4115, within(2e-4));

        for (double value : NIST_EWMA_VALUES) {
            state = chart.next(state, value, 2.0539);
            assertThat(chart.signal(state, 50)).isEmpty();
        }
        assertThat(state.average()).isCloseTo(51.988243, within(1e-4));
        assertThat(50 + chart.limit(state))
                .as("equal certainty keeps the limits")
                .isCloseTo(52.5884, within(1e-4));
    }

    @Test
    void the_ewma_of_every_published_step_is_met() throws IOException {
        EwmaChart chart = new EwmaChart(0.3, 3);
        EwmaChart.State state = chart.start(50, 2.0539);
        for (String[] row : PublishedDriftCases.rows("nist_ewma.csv")) {
            state = chart.next(state, Double.parseDouble(row[1]), 2.0539);
            assertThat(state.average()).as("t %s", row[0]).isCloseTo(Double.parseDouble(row[2]), within(1e-6));
            assertThat(chart.signal(state, 50)).isEmpty();
        }
    }

    @Test
    void the_cusum_of_every_published_group_is_met_and_signals_first_at_group_14() throws IOException {
        TabularCusum chart = new TabularCusum(325, 0.3175, 4.1959);
        TabularCusum.Sums sums = TabularCusum.NOTHING;
        List<String> signals = new ArrayList<>();
        for (String[] row : PublishedDriftCases.rows("nist_cusum.csv")) {
            sums = chart.next(sums, Double.parseDouble(row[1]));
            assertThat(sums.high()).as("group %s", row[0]).isCloseTo(Double.parseDouble(row[2]), within(1e-9));
            assertThat(sums.low()).as("group %s", row[0]).isCloseTo(Double.parseDouble(row[3]), within(1e-9));
            assertThat(chart.signal(sums).isPresent()).isEqualTo(row[5].equals("1"));
            chart.signal(sums).ifPresent(direction -> signals.add(row[0] + " " + direction));
        }
        assertThat(signals).first().isEqualTo("14 UP");
    }

    @Test
    void page_hinkley_finds_the_published_change_at_index_1006() throws IOException {
        PageHinkley test = new PageHinkley(30, 0.005, 50, 0.9999);
        PageHinkley.State state = PageHinkley.NOTHING;
        String found = "";
        for (String[] row : PublishedDriftCases.rows("page_hinkley.csv")) {
            state = test.next(state, Double.parseDouble(row[1]));
            if (test.isChange(state)) {
                found = row[0];
                break;
            }
        }
        assertThat(found).isEqualTo("1006");
    }

    @Test
    void a_shift_down_leaves_the_lower_limit() {
        EwmaChart chart = new EwmaChart(0.2, 3);
        EwmaChart.State state = chart.start(80, 2);
        int steps = 0;
        while (chart.signal(state, 80).isEmpty()) {
            state = chart.next(state, 76, 2);
            steps++;
        }
        assertThat(chart.signal(state, 80)).isEqualTo(Optional.of(Direction.DOWN));
        assertThat(steps).isEqualTo(4);
    }

    @Test
    void an_uncertain_step_widens_the_limits_for_a_while() {
        EwmaChart chart = new EwmaChart(0.2, 3);
        EwmaChart.State state = chart.start(80, 2);
        EwmaChart.State after = chart.next(state, 60, 10);

        assertThat(chart.limit(after)).isGreaterThan(chart.limit(state));
        assertThat(chart.signal(chart.next(state, 60, 2), 80)).contains(Direction.DOWN);
        assertThat(chart.signal(after, 80)).isEmpty();
    }

    @Test
    void in_control_the_default_chart_runs_for_more_than_a_month_of_hours() {
        DriftRules rules = DriftRules.DEFAULT;
        Random random = new Random(20260101);
        long steps = 0;
        int alarms = 0;
        while (alarms < 300) {
            EwmaChart.State state = rules.chart().start(0, 1);
            while (rules.chart().signal(state, 0).isEmpty()) {
                state = rules.chart().next(state, random.nextGaussian(), 1);
                steps++;
            }
            alarms++;
        }
        assertThat(steps / alarms).as("average run length").isBetween(720L, 1600L);
    }

    @Test
    void parameters_out_of_range_are_refused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new EwmaChart(0, 3))
                .withMessageContaining("lambda");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new TabularCusum(0, -1, 4))
                .withMessageContaining("slack");
    }
}
