package io.satisflow.scoring.training.fit;

import edu.stanford.nlp.optimization.AbstractCachingDiffFunction;
import io.satisflow.scoring.linear.Calibration;
import io.satisflow.scoring.linear.ThreeWayCalibration;
import io.satisflow.scoring.linear.TwoWayCalibration;
import io.satisflow.sentiment.SentimentLabel;
import java.util.List;

/** Finds the stretching and the shifts of margins under which the probabilities fit texts apart from those of training. */
public final class CalibrationFit extends AbstractCachingDiffFunction {
    private static final int MOST_ROUNDS = 200;

    /** So weak that it only tells when there are next to no texts. */
    private static final double PENALTY = 0.1;

    /** One polar text in two hundred may be called neutral: as many as lean neither way. */
    private static final double NEUTRAL_SHARE = 0.005;

    private static final double NARROWEST_BAND = 0.01;
    private static final double WIDENING = 1.1;

    private final List<CalibrationRow> rows;
    private final RowLoss loss;

    private CalibrationFit(List<CalibrationRow> rows, RowLoss loss) {
        this.rows = rows;
        this.loss = loss;
    }

    /** @param margins before calibration */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    public record CalibrationRow(TrainingRow row, double[] margins) {}

    public static Calibration of(List<CalibrationRow> rows, RowLoss loss) {
        CalibrationFit fit = new CalibrationFit(rows, loss);
        double[] start = new double[fit.domainDimension()];
        start[0] = 1;
        double[] found = Minimum.of(fit, start, MOST_ROUNDS);
        return loss.margins() == ThreeWayCalibration.MARGINS
                ? new ThreeWayCalibration(found[0], found[1], found[2], found[3])
                : withBand(found[0], found[1], rows);
    }

    private static Calibration withBand(double scale, double shift, List<CalibrationRow> rows) {
        TwoWayCalibration calibration = new TwoWayCalibration(scale, shift, NARROWEST_BAND);
        while (true) {
            TwoWayCalibration wider = new TwoWayCalibration(scale, shift, calibration.band() * WIDENING);
            if (neutralShare(wider, rows) > NEUTRAL_SHARE || wider.band() > 1) {
                return calibration;
            }
            calibration = wider;
        }
    }

    private static double neutralShare(Calibration calibration, List<CalibrationRow> rows) {
        long neutral = rows.stream()
                .filter(row -> calibration.polarity(row.margins()).label() == SentimentLabel.NEUTRAL)
                .count();
        return (double) neutral / rows.size();
    }

    @Override
    public int domainDimension() {
        return 1 + loss.margins();
    }

    @Override
    protected void calculate(double[] parameters) {
        double[] gradient = new double[parameters.length];
        double[] stretched = new double[loss.margins()];
        double[] slopes = new double[loss.margins()];
        double sum = 0;
        for (CalibrationRow row : rows) {
            for (int i = 0; i < stretched.length; i++) {
                stretched[i] = parameters[0] * row.margins()[i] + parameters[1 + i];
            }
            double weight = row.row().weight();
            sum += weight * loss.of(row.row(), stretched, slopes);
            for (int i = 0; i < stretched.length; i++) {
                gradient[0] += weight * slopes[i] * row.margins()[i];
                gradient[1 + i] += weight * slopes[i];
            }
        }
        value = sum + penalty(parameters, gradient);
        derivative = gradient;
    }

    /** Towards leaving the margins as they are; also settles how far up or down all shifts together stand. */
    private static double penalty(double[] parameters, double[] gradient) {
        double sum = 0;
        for (int i = 0; i < parameters.length; i++) {
            double distance = parameters[i] - (i == 0 ? 1 : 0);
            sum += PENALTY / 2 * distance * distance;
            gradient[i] += PENALTY * distance;
        }
        return sum;
    }
}
