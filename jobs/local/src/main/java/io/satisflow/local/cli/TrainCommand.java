package io.satisflow.local.cli;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.satisflow.scoring.Scorers;
import io.satisflow.scoring.evaluation.Evaluation;
import io.satisflow.scoring.labelled.LabelledDataException;
import io.satisflow.scoring.labelled.LabelledText;
import io.satisflow.scoring.labelled.Part;
import io.satisflow.scoring.linear.LinearModel;
import io.satisflow.scoring.linear.LinearScorer;
import io.satisflow.scoring.linear.ModelFormat;
import io.satisflow.scoring.linear.ModelLanguage;
import io.satisflow.scoring.training.ModelCard;
import io.satisflow.scoring.training.Trainer;
import io.satisflow.scoring.training.WeightedSet;
import io.satisflow.sentiment.WorkLimit;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code train}: a model from the user's own labels. */
@Command(
        name = "train",
        mixinStandardHelpOptions = true,
        description = {
            "Makes a sentiment model from labelled texts: CSV files with the columns label (negative, neutral,",
            "positive; other rows are left out) and text. Of each file 84 in 100 texts are for training, 8 to",
            "calibrate the probabilities, 8 to judge the model. Files without neutral texts only teach how positive",
            "differs from negative. The same files, in the same order, and the same seed make the same bytes."
        },
        footer = {
            "",
            "Examples:",
            "  ./satisflow train --data tickets.csv,reviews.csv:0.5 --language en --out models",
            "  ./satisflow score --model models/en.model texts.txt"
        })
final class TrainCommand implements Callable<Integer> {
    private static final String SEED = "1";

    @Spec
    private CommandSpec spec;

    @Option(
            names = "--data",
            required = true,
            split = ",",
            paramLabel = "F.csv[:WEIGHT]",
            description = "labelled texts; a weight says how much each text of the file counts (default: 1)")
    private List<String> data;

    @Option(names = "--language", required = true, paramLabel = "en|zh", description = "the language of all the texts")
    private String language;

    @Option(
            names = "--out",
            required = true,
            paramLabel = "DIR",
            description = "where LANGUAGE.model and its card LANGUAGE.md are written")
    private Path directory;

    @Option(
            names = "--seed",
            defaultValue = SEED,
            paramLabel = "N",
            description = "decides which texts are for training (default: " + SEED + ")")
    private long seed;

    @Option(
            names = "--scorer",
            defaultValue = Scorers.LINEAR,
            paramLabel = "linear|fusion",
            description =
                    "for which scorer (default: linear); fusion writes LANGUAGE.fusion, which holds a linear model"
                            + " as well, and encodes every text, some hundred a second")
    private String scorer;

    @Override
    public Integer call() throws IOException {
        ModelLanguage known = ModelLanguage.of(language)
                .orElseThrow(() -> new UsageException("--language %s: expected en or zh".formatted(language)));
        PrintWriter notes = spec.commandLine().getErr();
        LabelledFiles files = new LabelledFiles(notes);
        List<WeightedSet> sets = new ArrayList<>();
        for (String named : data) {
            sets.add(files.readWeighted(named));
        }
        if (isFusion()) {
            FusionTraining training = new FusionTraining(known, seed, directory, notes);
            spec.commandLine().getOut().println(training.train(sets, command()).toPrettyString());
            return 0;
        }
        LinearModel model = train(known, sets, notes);
        write(model, sets);
        spec.commandLine().getOut().println(result(model, sets).toPrettyString());
        return 0;
    }

    private boolean isFusion() {
        if (!scorer.equals(Scorers.LINEAR) && !scorer.equals(Scorers.FUSION)) {
            throw new UsageException("--scorer %s: linear and fusion can be trained".formatted(scorer));
        }
        return scorer.equals(Scorers.FUSION);
    }

    private LinearModel train(ModelLanguage known, List<WeightedSet> sets, PrintWriter notes) {
        try {
            return new Trainer(known, seed, notes::println).train(sets);
        } catch (LabelledDataException e) {
            throw new UsageException("--data: " + e.getMessage());
        }
    }

    private void write(LinearModel model, List<WeightedSet> sets) throws IOException {
        Files.createDirectories(directory);
        try (OutputStream out = Files.newOutputStream(modelFile(model))) {
            ModelFormat.write(model, out);
        }
        Files.writeString(
                directory.resolve(model.language().code() + ".md"), new ModelCard(model, sets, seed).text(command()));
    }

    private Path modelFile(LinearModel model) {
        return directory.resolve(model.language().code() + ".model");
    }

    private String command() {
        return String.format(
                Locale.ROOT,
                "./satisflow train --scorer %s --language %s --seed %d --data %s --out %s",
                scorer,
                language,
                seed,
                String.join(",", data),
                directory);
    }

    private ObjectNode result(LinearModel model, List<WeightedSet> sets) {
        ObjectNode result = JsonNodeFactory.instance.objectNode();
        result.put("model", modelFile(model).toString());
        result.put("scorer", model.name());
        ObjectNode validation = result.putObject("validation");
        LinearScorer scorer = new LinearScorer(model, WorkLimit.DEFAULT);
        for (WeightedSet set : sets) {
            List<LabelledText> texts = Part.VALIDATION.of(set.set().texts(), seed);
            Evaluation evaluation = Evaluation.of(scorer, model.language().code(), texts);
            validation.set(set.set().name(), EvaluationJson.of(evaluation));
        }
        return result;
    }
}
