package io.satisflow.local.cli.drift;

import io.satisflow.drift.detector.Detector;
import io.satisflow.drift.detector.Direction;
import io.satisflow.drift.normal.SeasonalLevel;
import io.satisflow.local.cli.option.Installation;
import java.io.IOException;
import java.io.PrintWriter;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code drift backtest}: what would a detector have said of this series? */
@Command(
        mixinStandardHelpOptions = true,
        name = "backtest",
        header = "What would a detector have said of this series?",
        description = {
            "Prints a line index,statistic,direction for every step that is a signal, or with --all for every step.",
            "",
            "The file is CSV: an index or a time, a value and, where it is known, n. Names in the first line (index or",
            "time, value, n) say which column is which; otherwise they come in this order. An index counts as hours.",
            "",
            "With --target, k, h and limit are in the unit of the values, or in standard deviations if --sigma is given.",
            "Without it, mean and standard deviation are learnt from the first --min steps, and k, h, limit and the",
            "statistic are in standard deviations; steps that are learnt from have no statistic.",
            "",
            "Statistics: cusum and page-hinkley the larger sum, ewma the average, shewhart the value, adwin the mean of",
            "its window, seasonal the larger sum and proportion the distance in standard deviations, burn-rate the",
            "highest rate as a multiple of its limit. page-hinkley and adwin begin anew after a signal; charts go on."
        },
        footer = {
            "",
            "Examples:",
            "  ./satisflow drift backtest --series s.csv --detector cusum --target 325 --k 0.3175 --h 4.1959",
            "  ./satisflow drift backtest --series s.csv --detector ewma --target 50 --sigma 2.05 --lambda 0.3 --limit 3 --all",
            "  ./satisflow drift backtest --series s.csv --detector page-hinkley --lambda 50 --delta 0.005"
        })
final class DriftBacktestCommand implements Callable<Integer> {
    private static final int DECIMALS = 10;

    @Spec
    private CommandSpec spec;

    @Option(names = "--series", required = true, paramLabel = "FILE", description = "the series, as CSV")
    private Path series;

    @Option(names = "--all", description = "a line for every step, not only for signals")
    private boolean all;

    @Mixin
    private DetectorChoice choice;

    @Override
    public Integer call() throws IOException {
        Detector<?> detector = choice.detector();
        List<SeriesFile.Point> points = SeriesFile.read(Installation.existing(series, "--series"));
        PrintWriter out = spec.commandLine().getOut();
        int signals = run(detector, points, out);
        out.flush();
        spec.commandLine().getErr().printf("%d steps, %d of them signals%n", points.size(), signals);
        return 0;
    }

    private <S> int run(Detector<S> detector, List<SeriesFile.Point> points, PrintWriter out) {
        StringBuilder lines = new StringBuilder();
        S state = detector.start();
        int signals = 0;
        for (SeriesFile.Point point : points) {
            state = detector.next(state, point.step());
            Optional<Direction> direction = detector.signal(state);
            signals += direction.isPresent() ? 1 : 0;
            if (all || direction.isPresent()) {
                lines.append(point.label())
                        .append(',')
                        .append(number(detector.statistic(state)))
                        .append(',')
                        .append(direction.map(Direction::wireName).orElse(""))
                        .append('\n');
            }
        }
        out.print(lines);
        if (state instanceof SeasonalLevel.State seasonal && !seasonal.isWeekly()) {
            spec.commandLine()
                    .getErr()
                    .println(
                            "Three weeks are not known yet: hours of the day and days off serve, hours of the week do not");
        }
        return signals;
    }

    /** Without the noise of binary fractions. */
    private static String number(OptionalDouble statistic) {
        if (statistic.isEmpty()) {
            return "";
        }
        return BigDecimal.valueOf(statistic.getAsDouble())
                .setScale(DECIMALS, RoundingMode.HALF_EVEN)
                .stripTrailingZeros()
                .toPlainString();
    }
}
