package io.satisflow.drift;

import io.satisflow.drift.detector.Direction;
import io.satisflow.drift.detector.EwmaChart;
import io.satisflow.drift.detector.TabularCusum;
import io.satisflow.drift.detector.TabularCusum.Sums;
import java.io.Serializable;
import java.util.Optional;

/** The chart that normal scores of a series are held against. Both keep what stands above, and what stands below. */
sealed interface DriftChart extends Serializable {
    Sums next(Sums sums, double score);

    Optional<Direction> signal(Sums sums);

    /** The name of the detector in use, with its version. */
    String detector();

    /**
     * @param slack k in standard deviations
     * @param decision h in standard deviations
     */
    record Cusum(double slack, double decision) implements DriftChart {
        private TabularCusum chart() {
            return new TabularCusum(0, slack, decision);
        }

        @Override
        public Sums next(Sums sums, double score) {
            return chart().next(sums, score);
        }

        @Override
        public Optional<Direction> signal(Sums sums) {
            return chart().signal(sums);
        }

        @Override
        public String detector() {
            return "cusum-2";
        }
    }

    /** @param width L: standard deviations of the average */
    record Ewma(double lambda, double width) implements DriftChart {
        private EwmaChart chart() {
            return EwmaChart.of(0, lambda, 1, width);
        }

        @Override
        public Sums next(Sums sums, double score) {
            double average = chart().next(sums.high() - sums.low(), score);
            return new Sums(Math.max(0, average), Math.max(0, -average));
        }

        @Override
        public Optional<Direction> signal(Sums sums) {
            return chart().signal(sums.high() - sums.low());
        }

        @Override
        public String detector() {
            return "ewma-2";
        }
    }
}
