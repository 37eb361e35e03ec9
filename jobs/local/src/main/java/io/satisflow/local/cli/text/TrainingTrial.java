package io.satisflow.local.cli.text;

import io.satisflow.local.cli.option.UsageException;
import io.satisflow.scoring.labelled.Folds;
import io.satisflow.scoring.labelled.LabelledDataException;
import io.satisflow.scoring.linear.ModelLanguage;
import io.satisflow.scoring.training.HeldOut;
import io.satisflow.scoring.training.LeaveOneOut;
import io.satisflow.scoring.training.Trainer;
import io.satisflow.scoring.training.WeightedSet;
import java.io.PrintWriter;
import java.util.List;
import java.util.function.Supplier;

/**
 * How good the models are that would be trained on some files.
 *
 * @param language of all the texts
 * @param seed decides which texts are in which fold
 * @param notes told what is going on
 */
record TrainingTrial(String language, long seed, PrintWriter notes) {

    /** @throws UsageException when the files are not enough for this */
    List<HeldOut> folds(int count, List<WeightedSet> sets) {
        if (count < 2) {
            throw new UsageException("--folds %d: expected 2 or more".formatted(count));
        }
        return told(() -> trainer(count).crossValidate(sets));
    }

    /** @throws UsageException when the files are not enough for this */
    List<HeldOut> leaveOneOut(List<WeightedSet> sets) {
        return told(() -> new LeaveOneOut(trainer(Folds.USUAL)).of(sets));
    }

    private Trainer trainer(int folds) {
        ModelLanguage known = ModelLanguage.of(language)
                .orElseThrow(() -> new UsageException("--language %s: expected en or zh".formatted(language)));
        return new Trainer(known, new Folds(folds, seed), notes::println);
    }

    private static List<HeldOut> told(Supplier<List<HeldOut>> trial) {
        try {
            return trial.get();
        } catch (LabelledDataException e) {
            throw new UsageException("--data: " + e.getMessage());
        }
    }
}
