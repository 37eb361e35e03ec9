package io.satisflow.local.bench.drift;

import java.time.Duration;
import java.util.Locale;
import java.util.Random;

/** Series in control, of standard deviation 1 apart from their rhythm. */
enum SeriesKind {
    NORMAL,
    /** Gamma of shape 2: many small values, few large ones. */
    SKEWED,
    /** Every step keeps half of the last step's distance. */
    AUTOCORRELATED,
    /** A wave a day and lower weekends, each one standard deviation. */
    SEASONAL,
    /** One step of six has answers enough. */
    SPARSE;

    private static final double CARRIED = 0.5;
    private static final int SETTLING = 50;
    private static final int STEPS_A_MEASURED_ONE = 6;

    /** Begins on a Monday at midnight; NaN where there are too few answers. */
    double[] values(Random random, int steps, Duration step) {
        double[] values = new double[steps];
        double last = 0;
        for (int i = -SETTLING; i < steps; i++) {
            double noise = this == SKEWED ? skewed(random) : random.nextGaussian();
            last = this == AUTOCORRELATED ? CARRIED * last + Math.sqrt(1 - CARRIED * CARRIED) * noise : noise;
            if (i >= 0) {
                boolean quiet = this == SPARSE && random.nextInt(STEPS_A_MEASURED_ONE) > 0;
                values[i] = quiet ? Double.NaN : last + (this == SEASONAL ? rhythm(i, step) : 0);
            }
        }
        return values;
    }

    private static double skewed(Random random) {
        double gamma = -Math.log(1 - random.nextDouble()) - Math.log(1 - random.nextDouble());
        return (gamma - 2) / Math.sqrt(2);
    }

    private static double rhythm(int i, Duration step) {
        double hours = (double) i * step.toMillis() / Duration.ofHours(1).toMillis();
        boolean weekend = (long) (hours / 24) % 7 >= 5;
        return Math.sin(2 * Math.PI * hours / 24) - (weekend ? 1 : 0);
    }

    String title() {
        return name().toLowerCase(Locale.ROOT);
    }
}
