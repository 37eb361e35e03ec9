package io.satisflow.local.cli.bench;

import io.satisflow.local.bench.Contestant;
import io.satisflow.local.bench.ScoredText;
import io.satisflow.local.bench.SentimentTrials;
import io.satisflow.local.bench.Trial;
import io.satisflow.local.cli.option.Installation;
import io.satisflow.local.cli.option.LanguageChoice;
import io.satisflow.local.cli.option.LanguageOption;
import io.satisflow.local.cli.option.UsageException;
import io.satisflow.local.cli.text.LabelledDataOption;
import io.satisflow.local.cli.text.LabelledFiles;
import io.satisflow.local.cli.text.TextLanguages;
import io.satisflow.scoring.ScorerUnavailableException;
import io.satisflow.scoring.Scorers;
import io.satisflow.scoring.labelled.LabelledText;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code bench sentiment}: all scorers on the same texts, in one run. */
@Command(
        name = "sentiment",
        mixinStandardHelpOptions = true,
        header = "Lets several scorers read the same texts, side by side.",
        description = {
            "Lets the scorers read the same texts, one scorer after another in one process, and sets side by side:",
            "texts in a second of processor time, macro-F1, accuracy and calibration error (ece), time to the first",
            "answer, memory that came with it (heap, and the whole process), the share of labels that are those of the",
            "first scorer, and a digest of all labels: runs that answer alike have the same.",
            "rntn:stock is Stanford CoreNLP as it comes. With --train, linear and CoreNLP's column classifier are also",
            "trained on the same texts and compared."
        },
        footer = {
            "",
            "Examples:",
            "  ./satisflow bench sentiment --rows 200",
            "  ./satisflow bench sentiment --data tweets.csv --scorers linear,fusion,rntn:stock",
            "  ./satisflow bench sentiment --train mine.csv --data others.csv --language en"
        })
final class BenchSentimentCommand implements Callable<Integer> {
    private static final String ROWS = "2000";

    @Spec
    private CommandSpec spec;

    @Mixin
    private LabelledDataOption.OrSample data;

    @Option(
            names = "--train",
            split = ",",
            paramLabel = "F.csv",
            description =
                    "labelled texts to train linear and CoreNLP's column classifier on; texts of --data are left out")
    private List<Path> training = List.of();

    @Option(
            names = "--rows",
            defaultValue = ROWS,
            paramLabel = "N",
            description = "how many texts, spread evenly over the data (default: " + ROWS + ")")
    private int rows;

    @Option(
            names = "--scorers",
            split = ",",
            paramLabel = "S",
            description =
                    "which, such as linear,fusion,rntn:sr,rntn:stock; what they need is downloaded (default: linear,"
                            + " fusion, rntn and rntn:stock, as far as they are here)")
    private List<String> scorers = List.of(Scorers.LINEAR, Scorers.FUSION, Scorers.RNTN, "rntn:stock");

    @Mixin
    private LanguageOption.OfTexts language;

    @Option(names = "--json", description = "as JSON in place of a table")
    private boolean json;

    @Override
    public Integer call() throws IOException {
        if (rows < 1) {
            throw new UsageException("--rows %d: expected 1 or more".formatted(rows));
        }
        PrintWriter notes = spec.commandLine().getErr();
        LanguageChoice choice = language.choice();
        LabelledFiles files = new LabelledFiles(notes);
        List<ScoredText> questions = questions(texts(files, data.files().isEmpty() ? sample() : data.files()), choice);
        List<Contestant> contestants = new BenchContestants(notes).named(scorers);
        if (!training.isEmpty()) {
            contestants.addAll(new BenchContestants(notes).trained(texts(files, training), questions));
        }
        SentimentTrials trials = new SentimentTrials(questions, notes);
        List<Trial> held = new ArrayList<>();
        List<String> absent = new ArrayList<>();
        for (Contestant contestant : contestants) {
            try {
                held.add(trials.of(contestant));
            } catch (ScorerUnavailableException e) {
                absent.add("%s: %s".formatted(contestant.name(), e.getMessage()));
            }
        }
        PrintWriter out = spec.commandLine().getOut();
        out.print(json ? BenchTable.json(held, absent).toPrettyString() + "\n" : BenchTable.text(held, absent));
        out.flush();
        return held.isEmpty() ? 1 : 0;
    }

    private static List<Path> sample() {
        return List.of(Installation.sentimentSample());
    }

    private static List<LabelledText> texts(LabelledFiles files, List<Path> paths) throws IOException {
        List<LabelledText> texts = new ArrayList<>();
        for (Path file : paths) {
            texts.addAll(files.read(file).texts());
        }
        return texts;
    }

    /** Evenly spread, so that a file that is sorted by label or source is still well represented. */
    private List<ScoredText> questions(List<LabelledText> texts, LanguageChoice choice) {
        int asked = Math.min(rows, texts.size());
        List<LabelledText> chosen = IntStream.range(0, asked)
                .mapToObj(i -> texts.get((int) ((long) i * texts.size() / asked)))
                .toList();
        List<String> languages =
                TextLanguages.of(chosen.stream().map(LabelledText::text).toList(), choice);
        return IntStream.range(0, asked)
                .mapToObj(i -> new ScoredText(chosen.get(i), languages.get(i)))
                .toList();
    }
}
