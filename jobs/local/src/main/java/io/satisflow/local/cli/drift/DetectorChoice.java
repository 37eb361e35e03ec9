package io.satisflow.local.cli.drift;

import io.satisflow.drift.detector.Adwin;
import io.satisflow.drift.detector.BurnRate;
import io.satisflow.drift.detector.Detector;
import io.satisflow.drift.detector.EwmaChart;
import io.satisflow.drift.detector.LearntLevel;
import io.satisflow.drift.detector.PageHinkley;
import io.satisflow.drift.detector.ProportionChart;
import io.satisflow.drift.detector.ShewhartChart;
import io.satisflow.drift.detector.TabularCusum;
import io.satisflow.drift.detector.VolumeChart;
import io.satisflow.drift.normal.SeasonalLevel;
import io.satisflow.drift.normal.WeekClock;
import io.satisflow.local.cli.option.UsageException;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The detector that is asked for, with its parameters. */
final class DetectorChoice {
    private static final int THREE_WEEKS = 3 * 7 * 24;

    enum Name {
        CUSUM,
        EWMA,
        PAGE_HINKLEY,
        ADWIN,
        SHEWHART,
        SEASONAL,
        PROPORTION,
        VOLUME,
        BURN_RATE;

        String option() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    @Option(
            names = "--detector",
            required = true,
            paramLabel = "NAME",
            description = "cusum, ewma, page-hinkley, adwin, shewhart, seasonal, proportion, volume or burn-rate")
    private String detector;

    @Option(
            names = "--target",
            description =
                    "the level while nothing has changed; without it, mean and deviation of the first --min steps")
    private @Nullable Double target;

    @Option(
            names = {"--sigma", "--s"},
            description = "with --target: k, h and limit count in these standard deviations")
    private @Nullable Double sigma;

    @Option(names = "--k", description = "cusum: what is passed over on either side, half the shift to be found")
    private @Nullable Double k;

    @Option(names = "--h", description = "cusum: a sum above it is a signal")
    private @Nullable Double h;

    @Option(
            names = "--lambda",
            description = "ewma: weight of the newest value (default 0.2); page-hinkley: a sum above it is a signal"
                    + " (default 50)")
    private @Nullable Double lambda;

    @Option(
            names = "--limit",
            description = "shewhart, ewma: how far the value, or the average, may stand from --target; in standard"
                    + " deviations (ewma: of the average) where those are known, default 3")
    private @Nullable Double limit;

    @Option(
            names = "--delta",
            description = "page-hinkley: passed over (default 0.005); adwin: sureness (default 0.002)")
    private @Nullable Double delta;

    @Option(names = "--threshold", description = "page-hinkley: another name of --lambda")
    private @Nullable Double threshold;

    @Option(names = "--alpha", description = "page-hinkley: what is kept of the sums at each value (default 0.9999)")
    private @Nullable Double alpha;

    @Option(
            names = "--min",
            description = "steps before anything is said: those that a level is learnt from (default 30; adwin 10;"
                    + " seasonal 504)")
    private @Nullable Integer minimum;

    @Option(names = "--whole", description = "proportion, burn-rate: what counts as all (default 1; 100 for per cent)")
    private double whole = 1;

    @Option(names = "--objective", description = "burn-rate: the share of promises to be kept, below --whole")
    private @Nullable Double objective;

    /** @throws UsageException when parameters do not go together or are out of range */
    Detector<?> detector() {
        try {
            return switch (name()) {
                case CUSUM -> cusum();
                case EWMA -> ewma();
                case SHEWHART -> shewhart();
                case PAGE_HINKLEY ->
                    new PageHinkley(
                            or(minimum, 30),
                            or(delta, 0.005),
                            Optional.ofNullable(threshold)
                                    .or(() -> Optional.ofNullable(lambda))
                                    .orElse(50.0),
                            or(alpha, 0.9999));
                case ADWIN -> new Adwin(or(delta, 0.002), or(minimum, 10));
                case SEASONAL -> new SeasonalLevel(or(minimum, THREE_WEEKS), or(k, 0.5), or(h, 8.0), WeekClock.UTC);
                case PROPORTION -> new ProportionChart(whole, or(limit, 3.0), or(minimum, 30));
                case VOLUME -> new VolumeChart<>(new LearntLevel<>(learnt(), standardCusum()));
                case BURN_RATE -> new BurnRate(whole, required(objective, "--objective"));
            };
        } catch (IllegalArgumentException e) {
            throw new UsageException("--detector %s: %s".formatted(detector, e.getMessage()));
        }
    }

    Name name() {
        for (Name name : Name.values()) {
            if (name.option().equals(detector)) {
                return name;
            }
        }
        throw new UsageException("--detector %s: there is none of that name; one of cusum, ewma, page-hinkley, adwin,"
                        .formatted(detector)
                + " shewhart, seasonal, proportion, volume, burn-rate");
    }

    private Detector<?> cusum() {
        if (target == null) {
            return new LearntLevel<>(learnt(), standardCusum());
        }
        double unit = or(sigma, 1.0);
        return sigma == null
                ? new TabularCusum(target, required(k, "--k"), required(h, "--h"))
                : new TabularCusum(target, unit * or(k, 0.5), unit * or(h, 5.0));
    }

    private TabularCusum standardCusum() {
        return new TabularCusum(0, or(k, 0.5), or(h, 5.0));
    }

    private Detector<?> ewma() {
        double weight = or(lambda, 0.2);
        if (target == null) {
            return new LearntLevel<>(learnt(), EwmaChart.of(0, weight, 1, or(limit, 3.0)));
        }
        return sigma == null
                ? new EwmaChart(target, weight, required(limit, "--limit"))
                : EwmaChart.of(target, weight, sigma, or(limit, 3.0));
    }

    private Detector<?> shewhart() {
        if (target == null) {
            return new LearntLevel<>(learnt(), new ShewhartChart(0, or(limit, 3.0)));
        }
        return sigma == null
                ? new ShewhartChart(target, required(limit, "--limit"))
                : new ShewhartChart(target, sigma * or(limit, 3.0));
    }

    private int learnt() {
        return or(minimum, 30);
    }

    private static <T> T or(@Nullable T value, T otherwise) {
        return value == null ? otherwise : value;
    }

    private double required(@Nullable Double value, String option) {
        if (value == null) {
            throw new UsageException("--detector %s: needs %s in the unit of the values; or leave --target out, and the"
                            .formatted(detector, option)
                    + " level is learnt from the first --min steps");
        }
        return value;
    }
}
