package io.satisflow.scoring.training;

import io.satisflow.scoring.evaluation.Evaluation;
import io.satisflow.scoring.labelled.LabelledDataException;
import io.satisflow.scoring.labelled.LabelledSet;
import io.satisflow.scoring.labelled.LabelledText;
import io.satisflow.scoring.labelled.TextHash;
import io.satisflow.scoring.linear.LinearModel;
import io.satisflow.scoring.linear.LinearScorer;
import io.satisflow.sentiment.WorkLimit;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** What to expect of a model on texts of a kind that it has never seen: each file is judged by a model of the others. */
public final class LeaveOneOut {
    private final Trainer trainer;

    public LeaveOneOut(Trainer trainer) {
        this.trainer = trainer;
    }

    /** @throws LabelledDataException when there is one file only, or the others do not suffice for a model */
    public List<HeldOut> of(List<WeightedSet> sets) {
        if (sets.size() < 2) {
            throw new LabelledDataException("To leave one file out takes two files or more");
        }
        return sets.stream().map(left -> judge(left, sets)).toList();
    }

    private HeldOut judge(WeightedSet left, List<WeightedSet> sets) {
        LinearModel model = trainer.train(others(left, sets)).model();
        Evaluation evaluation = Evaluation.of(
                new LinearScorer(model, WorkLimit.DEFAULT),
                model.language().code(),
                left.set().texts());
        return new HeldOut(left.set().name(), evaluation);
    }

    /** Without those of their texts that stand in the file that is left out as well. */
    private static List<WeightedSet> others(WeightedSet left, List<WeightedSet> sets) {
        Set<String> judged = left.set().texts().stream()
                .map(text -> TextHash.keyOf(text.text()))
                .collect(Collectors.toSet());
        List<WeightedSet> others = new ArrayList<>();
        for (WeightedSet set : sets) {
            List<LabelledText> unseen = set.set().texts().stream()
                    .filter(text -> !judged.contains(TextHash.keyOf(text.text())))
                    .toList();
            if (set != left && !unseen.isEmpty()) {
                LabelledSet rest =
                        new LabelledSet(set.set().name(), unseen, set.set().leftOut());
                others.add(new WeightedSet(rest, set.weight()));
            }
        }
        return others;
    }
}
