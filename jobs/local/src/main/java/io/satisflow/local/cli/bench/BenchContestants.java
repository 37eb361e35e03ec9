package io.satisflow.local.cli.bench;

import io.satisflow.local.bench.Contestant;
import io.satisflow.local.bench.ScoredText;
import io.satisflow.local.cli.option.UsageException;
import io.satisflow.local.cli.text.TextLanguages;
import io.satisflow.scoring.ScorerByLanguage;
import io.satisflow.scoring.ScorerUnavailableException;
import io.satisflow.scoring.Scorers;
import io.satisflow.scoring.baseline.ColumnClassifier;
import io.satisflow.scoring.labelled.LabelledDataException;
import io.satisflow.scoring.labelled.LabelledSet;
import io.satisflow.scoring.labelled.LabelledText;
import io.satisflow.scoring.linear.LinearModel;
import io.satisflow.scoring.linear.ModelLanguage;
import io.satisflow.scoring.training.Trainer;
import io.satisflow.scoring.training.WeightedSet;
import io.satisflow.sentiment.WorkLimit;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Who takes part in {@code bench sentiment}. */
record BenchContestants(PrintWriter notes) {

    /** @throws UsageException when a name is none at all; one that only lacks something is told when it is to start */
    List<Contestant> named(List<String> scorers) {
        List<Contestant> contestants = new ArrayList<>();
        for (String name : scorers) {
            if (Scorers.NAMES.stream().noneMatch(known -> name.equals(known) || name.startsWith(known + ":"))) {
                throw new UsageException(
                        "--scorers %s: known are %s".formatted(name, String.join(", ", Scorers.NAMES)));
            }
            contestants.add(new Contestant(name, () -> Scorers.named(name).create()));
        }
        return contestants;
    }

    /**
     * Two that are trained here, on the same texts: ours, and the toolkit's.
     *
     * @param questions are left out of the training texts; their most frequent language is that of the training
     */
    List<Contestant> trained(List<LabelledText> texts, List<ScoredText> questions) {
        Set<String> asked = new HashSet<>();
        questions.forEach(question -> asked.add(question.text().strip()));
        List<LabelledText> unseen = texts.stream()
                .filter(text -> !asked.contains(text.text().strip()))
                .toList();
        notes.println("%,d texts to train on".formatted(unseen.size()));
        ModelLanguage language = ModelLanguage.of(TextLanguages.most(
                        questions.stream().map(ScoredText::language).toList()))
                .orElseThrow(() -> new UsageException("--data: most texts are neither English nor Chinese"));
        return List.of(
                new Contestant("linear, trained here", () -> {
                    try {
                        LabelledSet set = new LabelledSet("training", unseen, 0);
                        LinearModel model = new Trainer(language, 1, line -> {})
                                .train(List.of(new WeightedSet(set, 1)))
                                .model();
                        return new ScorerByLanguage(List.of(model), WorkLimit.DEFAULT);
                    } catch (LabelledDataException e) {
                        throw new ScorerUnavailableException("--train: " + e.getMessage());
                    }
                }),
                new Contestant("CoreNLP columns, trained here", () -> ColumnClassifier.trainedOn(unseen)));
    }
}
