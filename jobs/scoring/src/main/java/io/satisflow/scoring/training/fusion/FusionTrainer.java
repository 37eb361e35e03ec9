package io.satisflow.scoring.training.fusion;

import io.satisflow.scoring.fusion.FusionHead;
import io.satisflow.scoring.fusion.FusionInput;
import io.satisflow.scoring.fusion.FusionModel;
import io.satisflow.scoring.fusion.TextEncoder;
import io.satisflow.scoring.labelled.Folds;
import io.satisflow.scoring.labelled.LabelledDataException;
import io.satisflow.scoring.linear.ModelLanguage;
import io.satisflow.scoring.training.CrossFit;
import io.satisflow.scoring.training.Example;
import io.satisflow.scoring.training.Trainer;
import io.satisflow.scoring.training.WeightedSet;
import io.satisflow.scoring.training.fit.CalibrationFit.CalibrationRow;
import io.satisflow.scoring.training.fit.Minimum;
import io.satisflow.scoring.training.fit.RowLoss;
import io.satisflow.sentiment.Polarity;
import io.satisflow.sentiment.WorkLimit;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * Makes a fusion model of labelled texts: a linear model, and a head over its answers and the places of texts. The head
 * learns from what linear models say of texts that they have not seen; of its own texts a model is far too sure, and a
 * head that learned from that would trust it too much.
 *
 * <p>On one kind of processor, the same texts in the same order, and the same seed, make the same bytes.
 */
public final class FusionTrainer {
    private static final int MOST_ROUNDS = 100;
    private static final int TOLD_EVERY = 1_000;

    private final ModelLanguage language;
    private final Folds folds;
    private final TextEncoder encoder;
    private final Consumer<String> progress;

    /** @param progress told what is going on, a line at a time */
    public FusionTrainer(ModelLanguage language, Folds folds, TextEncoder encoder, Consumer<String> progress) {
        this.language = language;
        this.folds = folds;
        this.encoder = encoder;
        this.progress = progress;
    }

    /** @throws LabelledDataException when there are too few texts, or only one label */
    public TrainedFusion train(List<WeightedSet> sets) {
        Trainer.Fitted linear = new Trainer(language, folds, progress).fit(sets);
        List<HeadLoss.Row> rows = rows(linear);
        CrossFit crossFit = crossFit(linear, rows);
        progress.accept("head, all texts");
        FusionHead head = head(rows, linear.loss()).calibrated(crossFit.calibration());
        return new TrainedFusion(
                new FusionModel(linear.model(), head), linear.crossFit().heldOut(), crossFit.heldOut());
    }

    private List<HeadLoss.Row> rows(Trainer.Fitted linear) {
        List<Polarity> polarities = linear.crossFit().polarities();
        List<HeadLoss.Row> rows = new ArrayList<>();
        for (Example example : linear.examples()) {
            String text = example.text().text();
            float[] place = encoder.encode(text.substring(0, WorkLimit.DEFAULT.endOf(text)));
            rows.add(new HeadLoss.Row(example, FusionInput.of(place, polarities.get(rows.size()))));
            if (rows.size() % TOLD_EVERY == 0) {
                progress.accept("%d of %d texts encoded"
                        .formatted(rows.size(), linear.examples().size()));
            }
        }
        return rows;
    }

    /** The margins of each text under a head that was made of the other folds. */
    private CrossFit crossFit(Trainer.Fitted linear, List<HeadLoss.Row> rows) {
        CalibrationRow[] margins = new CalibrationRow[rows.size()];
        for (int fold = 0; fold < folds.count(); fold++) {
            int judged = fold;
            progress.accept("head, fold %d of %d".formatted(fold + 1, folds.count()));
            FusionHead head = head(
                    rows.stream().filter(row -> row.example().fold() != judged).toList(), linear.loss());
            for (int i = 0; i < margins.length; i++) {
                HeadLoss.Row row = rows.get(i);
                if (row.example().fold() == judged) {
                    margins[i] = new CalibrationRow(row.labelled(), head.margins(row.input()));
                }
            }
        }
        return new CrossFit(language, linear.examples(), List.of(margins), folds, linear.loss());
    }

    private static FusionHead head(List<HeadLoss.Row> rows, RowLoss loss) {
        HeadLoss function = new HeadLoss(rows, loss);
        return function.head(Minimum.of(function, function.start(), MOST_ROUNDS));
    }
}
