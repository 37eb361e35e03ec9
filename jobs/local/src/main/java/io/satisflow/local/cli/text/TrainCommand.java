package io.satisflow.local.cli.text;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.satisflow.local.cli.option.LanguageOption;
import io.satisflow.local.cli.option.SeedOption;
import io.satisflow.local.cli.option.UsageException;
import io.satisflow.scoring.Scorers;
import io.satisflow.scoring.labelled.Folds;
import io.satisflow.scoring.labelled.LabelledDataException;
import io.satisflow.scoring.linear.LinearModel;
import io.satisflow.scoring.linear.ModelFormat;
import io.satisflow.scoring.linear.ModelLanguage;
import io.satisflow.scoring.training.ModelCard;
import io.satisflow.scoring.training.TrainedModel;
import io.satisflow.scoring.training.Trainer;
import io.satisflow.scoring.training.WeightedSet;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code train}: a model from the user's own labels. */
@Command(
        name = "train",
        mixinStandardHelpOptions = true,
        header = "Makes a sentiment model of your own from labelled texts.",
        description = {
            "Makes a sentiment model from labelled texts: CSV files with the columns label (negative, neutral,",
            "positive; other rows are left out) and text, or exports of reviews with their stars (1 and 2 are negative, 3",
            "neutral, 4 and 5 positive). The model is made of all texts; how good it is, and its probabilities, are found",
            "by five models, each made without a fifth of the texts that it then tells.",
            "Files without neutral texts only teach how positive differs from negative. A text that stands in",
            "several files counts in the first. The same files, in the same order, and the same seed make the same",
            "bytes. Satisflow's own phrases (emoji, praise by denial) are learned along, with 5 in 100 of the weight, and so is what",
            "the fusion scorer says of words and short phrases."
        },
        footer = {
            "",
            "Examples:",
            "  ./satisflow train --data tickets.csv,reviews.csv:0.5 --language en --out models",
            "  ./satisflow score --model models/en.model texts.txt"
        })
public final class TrainCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Mixin
    private LabelledDataOption.Weighted data;

    @Mixin
    private LanguageOption.OfModel language;

    @Option(
            names = "--out",
            required = true,
            paramLabel = "DIR",
            description = "where LANGUAGE.model and its card LANGUAGE.md are written")
    private Path directory;

    @Mixin
    private SeedOption seed;

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
        ModelLanguage known = language.language();
        PrintWriter notes = spec.commandLine().getErr();
        List<WeightedSet> sets = new LabelledFiles(notes).readWeighted(data.files());
        if (isFusion()) {
            FusionTraining training = new FusionTraining(known, folds(), directory, notes);
            spec.commandLine().getOut().println(training.train(sets, command()).toPrettyString());
            return 0;
        }
        TrainedModel trained = train(known, sets, notes);
        write(trained, sets);
        spec.commandLine().getOut().println(result(trained).toPrettyString());
        return 0;
    }

    private boolean isFusion() {
        if (!scorer.equals(Scorers.LINEAR) && !scorer.equals(Scorers.FUSION)) {
            throw new UsageException("--scorer %s: linear and fusion can be trained".formatted(scorer));
        }
        return scorer.equals(Scorers.FUSION);
    }

    private TrainedModel train(ModelLanguage known, List<WeightedSet> sets, PrintWriter notes) {
        try {
            return new Trainer(known, folds(), notes::println).train(sets);
        } catch (LabelledDataException e) {
            throw new UsageException("--data: " + e.getMessage());
        }
    }

    private Folds folds() {
        return new Folds(Folds.USUAL, seed.value());
    }

    private void write(TrainedModel trained, List<WeightedSet> sets) throws IOException {
        LinearModel model = trained.model();
        Files.createDirectories(directory);
        try (OutputStream out = Files.newOutputStream(modelFile(model))) {
            ModelFormat.write(model, out);
        }
        Files.writeString(
                directory.resolve(model.language().code() + ".md"),
                new ModelCard(trained, sets, folds()).text(command()));
    }

    private Path modelFile(LinearModel model) {
        return directory.resolve(model.language().code() + ".model");
    }

    private String command() {
        return String.format(
                Locale.ROOT,
                "./satisflow train --scorer %s --language %s --seed %d --data %s --out %s",
                scorer,
                language.language().code(),
                seed.value(),
                String.join(",", data.files()),
                directory);
    }

    private ObjectNode result(TrainedModel trained) {
        ObjectNode result = JsonNodeFactory.instance.objectNode();
        result.put("model", modelFile(trained.model()).toString());
        result.put("scorer", trained.model().name());
        result.set("held_out", EvaluationJson.of(trained.heldOut()));
        return result;
    }
}
