package io.satisflow.scoring.training;

import io.satisflow.scoring.evaluation.Evaluation;
import io.satisflow.scoring.labelled.Folds;
import io.satisflow.scoring.linear.Calibration;
import io.satisflow.scoring.linear.LinearModel;
import io.satisflow.scoring.linear.LinearScorer;
import io.satisflow.scoring.training.fit.CalibrationFit;
import io.satisflow.scoring.training.fit.CalibrationFit.CalibrationRow;
import io.satisflow.scoring.training.fit.RowLoss;
import io.satisflow.sentiment.Polarity;
import io.satisflow.sentiment.Sentiment;
import io.satisflow.sentiment.WorkLimit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * The margins of every text under a model that has not seen it: the one that was made of the other folds. They are what
 * probabilities can be fitted on without setting texts aside, and what a model can be judged by.
 */
public final class CrossFit {
    private static final String JUDGED = "held out";

    private final List<Example> examples;
    private final List<CalibrationRow> rows;
    private final Folds folds;
    private final RowLoss loss;

    /** @param rows the margins of each example, under a model that has not seen it */
    public CrossFit(List<Example> examples, List<CalibrationRow> rows, Folds folds, RowLoss loss) {
        this.examples = examples;
        this.rows = rows;
        this.folds = folds;
        this.loss = loss;
    }

    /** @param modelOf makes a model of examples; its calibration does not matter */
    public static CrossFit of(
            List<Example> examples, Folds folds, RowLoss loss, Function<List<Example>, LinearModel> modelOf) {
        CalibrationRow[] rows = new CalibrationRow[examples.size()];
        for (int fold = 0; fold < folds.count(); fold++) {
            int judged = fold;
            List<Example> others = examples.stream()
                    .filter(example -> example.fold() != judged)
                    .toList();
            LinearScorer scorer = new LinearScorer(modelOf.apply(others), WorkLimit.DEFAULT);
            for (int i = 0; i < rows.length; i++) {
                Example example = examples.get(i);
                if (example.fold() == judged) {
                    double[] margins = scorer.marginsOf(example.text().text()).clone();
                    rows[i] = new CalibrationRow(example.row(), margins);
                }
            }
        }
        return new CrossFit(examples, List.of(rows), folds, loss);
    }

    /** What a model that has not seen the text says of it, for each example. */
    public List<Polarity> polarities() {
        Calibration calibration = calibration();
        return rows.stream().map(row -> calibration.polarity(row.margins())).toList();
    }

    /** Fitted on all texts. */
    public Calibration calibration() {
        return CalibrationFit.of(rows, loss);
    }

    /** For each file; the probabilities of a fold are fitted on the others alone. */
    public List<HeldOut> heldOut() {
        Map<String, Evaluation> evaluations = new LinkedHashMap<>();
        for (int fold = 0; fold < folds.count(); fold++) {
            int judged = fold;
            Calibration calibration = CalibrationFit.of(rowsOf(example -> example.fold() != judged), loss);
            for (int i = 0; i < rows.size(); i++) {
                Example example = examples.get(i);
                if (example.fold() == judged) {
                    Sentiment given =
                            Sentiment.of(calibration.polarity(rows.get(i).margins()), JUDGED, false);
                    evaluations
                            .computeIfAbsent(example.file(), file -> new Evaluation())
                            .add(example.text().label(), given);
                }
            }
        }
        return evaluations.entrySet().stream()
                .map(entry -> new HeldOut(entry.getKey(), entry.getValue()))
                .toList();
    }

    private List<CalibrationRow> rowsOf(Predicate<Example> which) {
        List<CalibrationRow> chosen = new ArrayList<>();
        for (int i = 0; i < rows.size(); i++) {
            if (which.test(examples.get(i))) {
                chosen.add(rows.get(i));
            }
        }
        return chosen;
    }
}
