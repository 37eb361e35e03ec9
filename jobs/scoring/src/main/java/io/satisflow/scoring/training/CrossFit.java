package io.satisflow.scoring.training;

import io.satisflow.scoring.evaluation.Evaluation;
import io.satisflow.scoring.labelled.Folds;
import io.satisflow.scoring.linear.Calibration;
import io.satisflow.scoring.linear.LinearModel;
import io.satisflow.scoring.linear.LinearScorer;
import io.satisflow.scoring.linear.ModelLanguage;
import io.satisflow.scoring.plain.MatterOfFact;
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

    private final ModelLanguage language;
    private final List<Example> examples;
    private final List<CalibrationRow> rows;
    private final Folds folds;
    private final RowLoss loss;

    /** @param rows the margins of each example, under a model that has not seen it */
    public CrossFit(
            ModelLanguage language, List<Example> examples, List<CalibrationRow> rows, Folds folds, RowLoss loss) {
        this.language = language;
        this.examples = examples;
        this.rows = rows;
        this.folds = folds;
        this.loss = loss;
    }

    /** @param modelOf makes a model of examples; its calibration does not matter */
    public static CrossFit of(
            ModelLanguage language,
            List<Example> examples,
            Folds folds,
            RowLoss loss,
            Function<List<Example>, LinearModel> modelOf) {
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
                    rows[i] = new CalibrationRow(example.row(), margins, scorer.readPassages());
                }
            }
        }
        return new CrossFit(language, examples, List.of(rows), folds, loss);
    }

    /** What a model that has not seen the text says of it, for each example. */
    public List<Polarity> polarities() {
        Calibrations all = calibrations();
        return rows.stream().map(all::polarity).toList();
    }

    /** Of texts that are read as a whole, or of all when none are read otherwise. */
    public Calibration calibration() {
        return calibrations().ofWholes();
    }

    /** Fitted on all texts. */
    Calibrations calibrations() {
        return Calibrations.of(rows, loss);
    }

    /** For each file, as a scorer answers; the probabilities of a fold are fitted on the others alone. */
    public List<HeldOut> heldOut() {
        MatterOfFact matterOfFact = new MatterOfFact(language);
        Map<String, Evaluation> evaluations = new LinkedHashMap<>();
        for (int fold = 0; fold < folds.count(); fold++) {
            int judged = fold;
            Calibrations others = Calibrations.of(rowsOf(example -> example.fold() != judged), loss);
            for (int i = 0; i < rows.size(); i++) {
                Example example = examples.get(i);
                if (example.fold() == judged) {
                    Sentiment given = Sentiment.of(others.polarity(rows.get(i)), JUDGED, false);
                    evaluations
                            .computeIfAbsent(example.file(), file -> new Evaluation())
                            .add(
                                    example.text().label(),
                                    matterOfFact.judged(example.text().text(), given));
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
