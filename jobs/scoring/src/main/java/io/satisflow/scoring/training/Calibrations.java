package io.satisflow.scoring.training;

import io.satisflow.scoring.linear.Calibration;
import io.satisflow.scoring.linear.LinearModel;
import io.satisflow.scoring.training.fit.CalibrationFit;
import io.satisflow.scoring.training.fit.CalibrationFit.CalibrationRow;
import io.satisflow.scoring.training.fit.RowLoss;
import io.satisflow.sentiment.Polarity;
import java.util.List;
import java.util.function.Predicate;

/**
 * Of texts that are read as a whole and of those that are read by passages. The margins of the latter are means over passages, so
 * they lie closer together, and mean more than margins of the same size of a short text.
 */
record Calibrations(Calibration ofWholes, Calibration ofPassages) {
    /** With fewer texts read by passages, one calibration serves all. */
    private static final int FEWEST = 200;

    static Calibrations of(List<CalibrationRow> rows, RowLoss loss) {
        List<CalibrationRow> ofPassages = some(rows, CalibrationRow::byPassages);
        if (ofPassages.size() < FEWEST) {
            Calibration one = CalibrationFit.of(rows, loss);
            return new Calibrations(one, one);
        }
        return new Calibrations(
                CalibrationFit.of(some(rows, row -> !row.byPassages()), loss), CalibrationFit.of(ofPassages, loss));
    }

    private static List<CalibrationRow> some(List<CalibrationRow> rows, Predicate<CalibrationRow> which) {
        return rows.stream().filter(which).toList();
    }

    Polarity polarity(CalibrationRow row) {
        return (row.byPassages() ? ofPassages : ofWholes).polarity(row.margins());
    }

    LinearModel of(LinearModel model) {
        return model.readsPassages() ? model.withCalibrations(ofWholes, ofPassages) : model.withCalibration(ofWholes);
    }
}
