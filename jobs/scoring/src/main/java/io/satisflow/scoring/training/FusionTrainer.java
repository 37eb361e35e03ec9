package io.satisflow.scoring.training;

import io.satisflow.scoring.fusion.FusionHead;
import io.satisflow.scoring.fusion.FusionInput;
import io.satisflow.scoring.fusion.FusionModel;
import io.satisflow.scoring.fusion.TextEncoder;
import io.satisflow.scoring.labelled.LabelledDataException;
import io.satisflow.scoring.labelled.LabelledText;
import io.satisflow.scoring.labelled.Part;
import io.satisflow.scoring.linear.LinearModel;
import io.satisflow.scoring.linear.LinearScorer;
import io.satisflow.scoring.linear.ModelLanguage;
import io.satisflow.scoring.linear.ThreeWayCalibration;
import io.satisflow.scoring.training.CalibrationFit.CalibrationRow;
import io.satisflow.sentiment.Polarity;
import io.satisflow.sentiment.WorkLimit;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * Makes a fusion model of labelled texts: a linear model, and a head over its answers and the places of texts. On one
 * kind of processor, the same texts in the same order, and the same seed, make the same bytes.
 */
public final class FusionTrainer {
    private static final int MOST_ROUNDS = 150;
    private static final int TOLD_EVERY = 1_000;

    private final ModelLanguage language;
    private final long seed;
    private final TextEncoder encoder;
    private final Consumer<String> progress;

    /** @param progress told what is going on, a line at a time */
    public FusionTrainer(ModelLanguage language, long seed, TextEncoder encoder, Consumer<String> progress) {
        this.language = language;
        this.seed = seed;
        this.encoder = encoder;
        this.progress = progress;
    }

    /** @throws LabelledDataException when there are too few texts, or only one label */
    public FusionModel train(List<WeightedSet> sets) {
        LinearModel linear = new Trainer(language, seed, progress).train(sets);
        Folds folds = new Folds(language, sets, seed, progress);
        RowLoss loss = RowLoss.forLabels(linear.calibration().margins() == ThreeWayCalibration.MARGINS);
        List<HeadRow> training = rows(sets, Part.TRAINING, folds::polarity);
        HeadLoss function = new HeadLoss(training, loss, progress);
        FusionHead head = function.head(Minimum.of(function, function.start(), MOST_ROUNDS));
        return new FusionModel(linear, calibrated(head, linear, sets, loss));
    }

    private FusionHead calibrated(FusionHead head, LinearModel linear, List<WeightedSet> sets, RowLoss loss) {
        LinearScorer scorer = new LinearScorer(linear, WorkLimit.DEFAULT);
        List<HeadRow> rows =
                rows(sets, Part.CALIBRATION, text -> scorer.score(text).polarity());
        List<CalibrationRow> margins = rows.stream()
                .map(row -> new CalibrationRow(row.row(), head.margins(row.input())))
                .toList();
        return head.calibrated(CalibrationFit.of(margins, loss));
    }

    /** @param polarity what the linear model says of a text that it was not trained on */
    private List<HeadRow> rows(List<WeightedSet> sets, Part part, Function<String, Polarity> polarity) {
        List<HeadRow> rows = new ArrayList<>();
        new DistinctTexts(sets, seed).forEach(part, (text, set) -> {
            TrainingRow row =
                    new TrainingRow(new int[0], text.label(), set.set().isTwoWay(), set.weight());
            rows.add(new HeadRow(row, input(text, polarity)));
            if (rows.size() % TOLD_EVERY == 0) {
                progress.accept("%d texts encoded".formatted(rows.size()));
            }
        });
        return rows;
    }

    private float[] input(LabelledText text, Function<String, Polarity> polarity) {
        String read = text.text().substring(0, WorkLimit.DEFAULT.endOf(text.text()));
        return FusionInput.of(encoder.encode(read), polarity.apply(text.text()));
    }
}
