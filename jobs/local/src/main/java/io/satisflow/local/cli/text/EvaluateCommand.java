package io.satisflow.local.cli.text;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.satisflow.local.bench.CpuClock;
import io.satisflow.local.bench.Progress;
import io.satisflow.local.bench.ScoredText;
import io.satisflow.local.bench.Throughput;
import io.satisflow.local.cli.option.LanguageChoice;
import io.satisflow.local.cli.option.LanguageOption;
import io.satisflow.local.cli.option.SeedOption;
import io.satisflow.local.cli.option.UsageException;
import io.satisflow.scoring.evaluation.Evaluation;
import io.satisflow.scoring.labelled.LabelledText;
import io.satisflow.scoring.training.HeldOut;
import io.satisflow.scoring.training.WeightedSet;
import io.satisflow.sentiment.Sentiment;
import io.satisflow.sentiment.SentimentScorer;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code evaluate}: how good are the scorers on texts whose labels are known? */
@Command(
        name = "evaluate",
        mixinStandardHelpOptions = true,
        header = "Lets a scorer read labelled texts, and says how well it reads.",
        description = {
            "Lets a scorer read labelled texts, and compares: accuracy, precision, recall and F1 of each class,",
            "macro-F1, ece (expected calibration error of the probabilities), the confusion matrix (truth, then label",
            "given; not_scored is a miss), and texts scored in a second of processor time. Also for each language.",
            "Where no text is labelled neutral, the answer neutral is a miss too. two_classes says how it would be for",
            "the texts labelled negative or positive if the more probable of these two were the answer.",
            "A text that does not tell its language is taken to be in the language of most.",
            "",
            "With --aspects, how well is found what texts are about: precision, recall and F1 of each aspect, macro-F1,",
            "the same when the strongest aspect of a text alone counts as found, top_2_accuracy (texts of which one of",
            "the two strongest is right), and label_accuracy: the labels of aspects that were rightly found.",
            "",
            "With --emotions, how well the emotion of a message is told: precision, recall and F1 of each, macro_f1 of those",
            "that have five texts or more, and the confusion (named by a reader, then told).",
            "",
            "With --folds or --leave-one-out no given model is judged but the way of making one: linear models are",
            "trained on some of the texts, as `train` does, and tell the others."
        },
        footer = {
            "",
            "Examples:",
            "  ./satisflow evaluate --data labelled.csv              # columns label,text",
            "  ./satisflow evaluate --scorer fusion --data labelled.csv",
            "  ./satisflow evaluate --aspects --data aspects.csv     # columns text,aspect,label",
            "  ./satisflow evaluate --emotions --data emotions.csv   # columns text,emotion",
            "  ./satisflow evaluate --folds 5 --language en --data a.csv,b.csv:0.5",
            "  ./satisflow evaluate --leave-one-out --language zh --data a.csv,b.csv,c.csv"
        })
public final class EvaluateCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Mixin
    private LabelledDataOption.Weighted data;

    @Mixin
    private LanguageOption.OfTexts language;

    @Mixin
    private ScorerOptions scorers = new ScorerOptions();

    @Mixin
    private AspectQuestions aspects = new AspectQuestions();

    @Mixin
    private EmotionQuestions emotions = new EmotionQuestions();

    @Option(
            names = "--folds",
            paramLabel = "N",
            description = "train N models, each without one of N parts of the texts, and let it tell that part")
    private @Nullable Integer folds;

    @Option(
            names = "--leave-one-out",
            description = "for each file, train a model on the other files and let it tell this one")
    private boolean leaveOneOut;

    @Mixin
    private SeedOption seed;

    @Override
    public Integer call() throws IOException {
        if (folds != null || leaveOneOut) {
            return judgeTraining();
        }
        LanguageChoice choice = language.choice();
        SentimentScorer scorer = scorers.scorer();
        if (aspects.areAsked()) {
            PrintWriter notes = spec.commandLine().getErr();
            spec.commandLine()
                    .getOut()
                    .println(aspects.report(data.files().stream().map(Path::of).toList(), choice, scorer, notes)
                            .toPrettyString());
            return 0;
        }
        if (emotions.areAsked()) {
            spec.commandLine()
                    .getOut()
                    .println(emotions.report(data.files().stream().map(Path::of).toList(), choice, scorer)
                            .toPrettyString());
            return 0;
        }
        LabelledFiles files = new LabelledFiles(spec.commandLine().getErr());
        List<LabelledText> texts = new ArrayList<>();
        for (String file : data.files()) {
            texts.addAll(files.read(Path.of(file)).texts());
        }
        spec.commandLine()
                .getOut()
                .println(report(scorer, questions(texts, choice)).toPrettyString());
        return 0;
    }

    private int judgeTraining() throws IOException {
        if (folds != null && leaveOneOut) {
            throw new UsageException("--folds and --leave-one-out: give one of them");
        }
        if (scorers.areNamed()) {
            throw new UsageException(
                    "--scorer and --model: --folds and --leave-one-out train linear models of their own");
        }
        PrintWriter notes = spec.commandLine().getErr();
        TrainingTrial trial = new TrainingTrial(language.text(), seed.value(), notes);
        List<WeightedSet> sets = new LabelledFiles(notes).readWeighted(data.files());
        List<HeldOut> heldOut = folds == null ? trial.leaveOneOut(sets) : trial.folds(folds, sets);
        spec.commandLine().getOut().println(EvaluationJson.of(heldOut).toPrettyString());
        return 0;
    }

    private static List<ScoredText> questions(List<LabelledText> texts, LanguageChoice choice) {
        List<String> languages =
                TextLanguages.of(texts.stream().map(LabelledText::text).toList(), choice);
        return IntStream.range(0, texts.size())
                .mapToObj(i -> new ScoredText(texts.get(i), languages.get(i)))
                .toList();
    }

    private ObjectNode report(SentimentScorer scorer, List<ScoredText> questions) {
        Evaluation all = new Evaluation();
        Map<String, Evaluation> byLanguage = new TreeMap<>();
        Map<String, Integer> names = new TreeMap<>();
        Progress progress = new Progress(spec.commandLine().getErr(), "texts", questions.size());
        CpuClock evaluated = new CpuClock();
        for (ScoredText question : questions) {
            Sentiment given = scorer.score(question.text(), question.language());
            all.add(question.labelled().label(), given);
            byLanguage
                    .computeIfAbsent(question.language(), name -> new Evaluation())
                    .add(question.labelled().label(), given);
            names.merge(given.scorer(), 1, Integer::sum);
            progress.step();
        }
        ObjectNode report = EvaluationJson.of(all);
        Throughput throughput = new Throughput(
                questions.size(),
                () -> questions.forEach(question -> scorer.score(question.text(), question.language())));
        report.put("texts_per_cpu_second", Math.round(throughput.perSecond(evaluated.seconds())));
        ObjectNode rowsByScorer = report.putObject("scorers");
        names.forEach(rowsByScorer::put);
        ObjectNode languages = report.putObject("languages");
        byLanguage.forEach((name, evaluation) -> languages.set(name, EvaluationJson.of(evaluation)));
        return report;
    }
}
