package io.satisflow.local.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.satisflow.scoring.evaluation.Evaluation;
import io.satisflow.scoring.labelled.LabelledText;
import io.satisflow.scoring.training.HeldOut;
import io.satisflow.scoring.training.WeightedSet;
import io.satisflow.sentiment.Sentiment;
import io.satisflow.sentiment.SentimentScorer;
import io.satisflow.text.TextLanguage;
import java.io.IOException;
import java.io.PrintWriter;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code evaluate}: how good are the scorers on texts whose labels are known? */
@Command(
        name = "evaluate",
        mixinStandardHelpOptions = true,
        description = {
            "Lets the scorers read labelled texts, and compares: accuracy, precision, recall and F1 of each class,",
            "macro-F1, ece (expected calibration error of the probabilities), the confusion matrix (truth, then label",
            "given; not_scored is a miss), and texts scored in a second of processor time. Also for each language.",
            "Where no text is labelled neutral, the answer neutral is a miss too. two_classes says how it would be for",
            "the texts labelled negative or positive if the more probable of these two were the answer.",
            "",
            "With --folds or --leave-one-out no given model is judged but the way of making one: models are trained on",
            "some of the texts, as `train` does, and tell the others."
        },
        footer = {
            "",
            "Examples:",
            "  ./satisflow evaluate --data labelled.csv      # columns label,text",
            "  ./satisflow evaluate --folds 5 --language en --data a.csv,b.csv:0.5",
            "  ./satisflow evaluate --leave-one-out --language zh --data a.csv,b.csv,c.csv"
        })
final class EvaluateCommand implements Callable<Integer> {
    private static final double NANOSECONDS = 1e9;

    /** Long enough to let the compiler do its work, and for the clock of the processor to tell. */
    private static final int TEXTS_MEASURED = 200_000;

    @Spec
    private CommandSpec spec;

    @Option(
            names = "--data",
            required = true,
            split = ",",
            paramLabel = "F.csv[:WEIGHT]",
            description = "labelled texts: the columns label (negative, neutral, positive; other rows are left out)"
                    + " and text; a weight is for --folds and --leave-one-out, as in `train`")
    private List<String> data;

    @Option(
            names = "--language",
            defaultValue = "auto",
            paramLabel = "auto|en|zh",
            description = "the language of the texts (default: auto, told from each text; one that does not tell is"
                    + " taken to be in the language of most)")
    private String language;

    @Option(
            names = "--model",
            paramLabel = "F.model",
            description = "a model of your own, made by `train`, in place of the shipped one of its language")
    private List<Path> models = List.of();

    @Option(
            names = "--folds",
            paramLabel = "N",
            description = "train N models, each without one of N parts of the texts, and let it tell that part")
    private @Nullable Integer folds;

    @Option(
            names = "--leave-one-out",
            description = "for each file, train a model on the other files and let it tell this one")
    private boolean leaveOneOut;

    @Option(
            names = "--seed",
            defaultValue = "1",
            paramLabel = "N",
            description = "for --folds and --leave-one-out: decides which texts are in which part (default: 1)")
    private long seed;

    private record Question(LabelledText text, String language) {}

    @Override
    public Integer call() throws IOException {
        if (folds != null || leaveOneOut) {
            return judgeTraining();
        }
        LanguageChoice choice = LanguageChoice.parse("--language", language);
        SentimentScorer scorer = ModelFiles.scorer(models);
        LabelledFiles files = new LabelledFiles(spec.commandLine().getErr());
        List<LabelledText> texts = new ArrayList<>();
        for (String file : data) {
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
        if (!models.isEmpty()) {
            throw new UsageException("--model: --folds and --leave-one-out train models of their own");
        }
        PrintWriter notes = spec.commandLine().getErr();
        TrainingTrial trial = new TrainingTrial(language, seed, notes);
        List<WeightedSet> sets = new LabelledFiles(notes).readWeighted(data);
        List<HeldOut> heldOut = folds == null ? trial.leaveOneOut(sets) : trial.folds(folds, sets);
        spec.commandLine().getOut().println(EvaluationJson.of(heldOut).toPrettyString());
        return 0;
    }

    private static List<Question> questions(List<LabelledText> texts, LanguageChoice choice) {
        List<Question> told = texts.stream()
                .map(text -> new Question(text, choice.of(text.text())))
                .toList();
        String most = mostFrequent(told);
        return told.stream()
                .map(question -> question.language().equals(TextLanguage.UNDETERMINED)
                        ? new Question(question.text(), most)
                        : question)
                .toList();
    }

    private static String mostFrequent(List<Question> questions) {
        Map<String, Integer> counts = new TreeMap<>();
        questions.stream()
                .map(Question::language)
                .filter(told -> !told.equals(TextLanguage.UNDETERMINED))
                .forEach(told -> counts.merge(told, 1, Integer::sum));
        return counts.entrySet().stream()
                .max(Map.Entry.comparingByValue())
                .map(Map.Entry::getKey)
                .orElse(TextLanguage.UNDETERMINED);
    }

    private static ObjectNode report(SentimentScorer scorer, List<Question> questions) {
        Evaluation all = new Evaluation();
        Map<String, Evaluation> byLanguage = new TreeMap<>();
        Map<String, Integer> scorers = new TreeMap<>();
        for (Question question : questions) {
            Sentiment given = scorer.score(question.text().text(), question.language());
            all.add(question.text().label(), given);
            byLanguage
                    .computeIfAbsent(question.language(), name -> new Evaluation())
                    .add(question.text().label(), given);
            scorers.merge(given.scorer(), 1, Integer::sum);
        }
        ObjectNode report = EvaluationJson.of(all);
        report.put("texts_per_cpu_second", Math.round(textsPerSecond(scorer, questions)));
        ObjectNode rowsByScorer = report.putObject("scorers");
        scorers.forEach(rowsByScorer::put);
        ObjectNode languages = report.putObject("languages");
        byLanguage.forEach((name, evaluation) -> languages.set(name, EvaluationJson.of(evaluation)));
        return report;
    }

    private static double textsPerSecond(SentimentScorer scorer, List<Question> questions) {
        scoreAll(scorer, questions);
        long start = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
        int scored = scoreAll(scorer, questions);
        return scored * NANOSECONDS / (ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - start);
    }

    private static int scoreAll(SentimentScorer scorer, List<Question> questions) {
        int scored = 0;
        while (scored < TEXTS_MEASURED) {
            questions.forEach(question -> scorer.score(question.text().text(), question.language()));
            scored += questions.size();
        }
        return scored;
    }
}
