package io.satisflow.drift;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.satisflow.drift.detector.Adwin;
import io.satisflow.drift.detector.BurnRate;
import io.satisflow.drift.detector.Detector;
import io.satisflow.drift.detector.Direction;
import io.satisflow.drift.detector.EwmaChart;
import io.satisflow.drift.detector.PageHinkley;
import io.satisflow.drift.detector.ProportionChart;
import io.satisflow.drift.detector.ShewhartChart;
import io.satisflow.drift.detector.Step;
import io.satisflow.drift.detector.TabularCusum;
import io.satisflow.drift.normal.SeasonalLevel;
import io.satisflow.drift.normal.WeekClock;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
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
        EwmaChart chart = EwmaChart.of(50, 0.3, 2.0539, 3);
        assertThat(50 + chart.limit()).isCloseTo(52.5884, within(1e-4));
        assertThat(50 - chart.limit()).isCloseTo(47.4115, within(2e-4));

        double average = chart.start();
        for (double value : NIST_EWMA_VALUES) {
            average = chart.next(average, value);
            assertThat(chart.signal(average)).isEmpty();
        }
        assertThat(average).isCloseTo(51.988243, within(1e-4));
    }

    @Test
    void the_ewma_of_every_published_step_is_met() throws IOException {
        EwmaChart chart = EwmaChart.of(50, 0.3, 2.0539, 3);
        double average = chart.start();
        for (String[] row : PublishedDriftCases.rows("nist_ewma.csv")) {
            average = chart.next(average, Double.parseDouble(row[1]));
            assertThat(average).as("t %s", row[0]).isCloseTo(Double.parseDouble(row[2]), within(1e-6));
            assertThat(chart.signal(average)).isEmpty();
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
            if (test.signal(state).isPresent()) {
                found = row[0];
                break;
            }
        }
        assertThat(found).isEqualTo("1006");
    }

    @Test
    void a_shift_down_leaves_the_lower_limit_of_the_ewma_at_the_fourth_step() {
        EwmaChart chart = EwmaChart.of(80, 0.2, 2, 3);
        double average = chart.start();
        int steps = 0;
        while (chart.signal(average).isEmpty()) {
            average = chart.next(average, 76);
            steps++;
        }
        assertThat(chart.signal(average)).contains(Direction.DOWN);
        assertThat(steps).isEqualTo(4);
    }

    @Test
    void page_hinkley_finds_a_fall_as_it_finds_a_rise_and_begins_anew() {
        assertThat(signals(new PageHinkley(30, 0.005, 10, 1), levels(100, 0, 100, -1)))
                .containsExactly("110 DOWN");
        assertThat(signals(new PageHinkley(30, 0.005, 10, 1), levels(100, 0, 100, 1)))
                .containsExactly("110 UP");
    }

    @Test
    void shewharts_chart_signals_single_values_beyond_three_sigma_and_nothing_else() {
        double[] values = {10, 12.9, 7.1, 13.1, 10, 6.9};
        assertThat(signals(new ShewhartChart(10, 3), values)).containsExactly("3 UP", "5 DOWN");
    }

    @Test
    void adwin_finds_each_of_three_levels_and_cuts_nothing_within_them() {
        Random random = new Random(7);
        double[] values = new double[900];
        for (int i = 0; i < values.length; i++) {
            double level = i < 300 ? 0.2 : i < 600 ? 0.8 : 0.4;
            values[i] = level + 0.05 * random.nextGaussian();
        }
        List<String> signals = signals(new Adwin(0.002, 10), values);
        assertThat(signals).hasSizeGreaterThanOrEqualTo(2);
        assertThat(signals.get(0)).matches("3[01]\\d UP");
        assertThat(signals.stream().filter(signal -> signal.endsWith("DOWN")).findFirst())
                .hasValueSatisfying(signal -> assertThat(signal).matches("6[012]\\d DOWN"));
        assertThat(signals).allSatisfy(signal -> assertThat(signal).matches("[345]\\d\\d UP|[678]\\d\\d DOWN"));
    }

    @Test
    void adwin_keeps_logarithmically_many_buckets() {
        Adwin adwin = new Adwin(0.002, 10);
        Adwin.State state = adwin.start();
        for (int i = 0; i < 10_000; i++) {
            state = adwin.next(state, step(i, 0.5, 1));
        }
        assertThat(state.buckets()).hasSizeLessThan(80);
        assertThat(state.buckets().stream().mapToLong(Adwin.Bucket::count).sum())
                .isEqualTo(10_000);
    }

    @Test
    void the_limits_of_a_proportion_chart_follow_from_the_answers_of_a_step() {
        ProportionChart chart = new ProportionChart(100, 3, 10);
        ProportionChart.State state = chart.start();
        for (int i = 0; i < 10; i++) {
            state = chart.next(state, step(i, 80, 100));
        }
        assertThat(chart.signal(chart.next(state, step(10, 70, 20))))
                .as("ten points off, by 20 answers")
                .isEmpty();
        assertThat(chart.signal(chart.next(state, step(10, 70, 400)))).contains(Direction.DOWN);
    }

    @Test
    void a_burn_rate_needs_the_long_window_and_the_short_one() {
        BurnRate burn = new BurnRate(100, 99);
        BurnRate.State state = burn.start();
        for (int i = 0; i < 12; i++) {
            state = burn.next(state, fiveMinutes(i, 80));
        }
        assertThat(burn.signal(state))
                .as("20 %% missed for an hour burns 20 times too fast")
                .contains(Direction.DOWN);
        for (int i = 12; i < 90; i++) {
            state = burn.next(state, fiveMinutes(i, 100));
        }
        assertThat(burn.signal(state))
                .as("six clean hours: all short windows say that it is over")
                .isEmpty();
    }

    @Test
    void three_weeks_of_a_rhythm_are_no_signal_and_a_shift_of_two_sigma_is() {
        SeasonalLevel seasonal = new SeasonalLevel(504, 0.5, 8, WeekClock.UTC);
        SeasonalLevel.State state = seasonal.start();
        Random random = new Random(3);
        for (int i = 0; i < 1200; i++) {
            double rhythm = 3 * Math.sin(2 * Math.PI * i / 24) - (i / 24 % 7 >= 5 ? 3 : 0);
            state = seasonal.next(state, step(i, rhythm + random.nextGaussian() - (i >= 1100 ? 2 : 0), 1));
            if (i < 1100) {
                assertThat(seasonal.signal(state)).as("step %d", i).isEmpty();
            }
            if (i == 1140) {
                assertThat(state.isWeekly()).isTrue();
                assertThat(seasonal.signal(state)).contains(Direction.DOWN);
                break;
            }
        }
    }

    private static double[] levels(int count, double first, int more, double second) {
        double[] values = new double[count + more];
        Arrays.fill(values, 0, count, first);
        Arrays.fill(values, count, count + more, second);
        return values;
    }

    private static <S> List<String> signals(Detector<S> detector, double... values) {
        List<String> signals = new ArrayList<>();
        S state = detector.start();
        for (int i = 0; i < values.length; i++) {
            state = detector.next(state, step(i, values[i], 1));
            int index = i;
            detector.signal(state).ifPresent(direction -> signals.add(index + " " + direction));
        }
        return signals;
    }

    private static Step step(int i, double value, long n) {
        Instant from = Instant.parse("2026-01-05T00:00:00Z").plusSeconds(3600L * i);
        return new Step(from, from.plusSeconds(3600), from.plusSeconds(3600), value, n, 0);
    }

    private static Step fiveMinutes(int i, double value) {
        Instant from = Instant.parse("2026-01-05T00:00:00Z").plusSeconds(300L * i);
        return new Step(from, from.plusSeconds(300), from.plusSeconds(300), value, 100, 0);
    }

    @Test
    void parameters_out_of_range_are_refused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new EwmaChart(0, 0, 3))
                .withMessageContaining("lambda");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new TabularCusum(0, -1, 4))
                .withMessageContaining("slack");
    }
}
