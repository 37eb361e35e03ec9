package io.satisflow.local.cli.text;

import io.satisflow.local.cli.option.Installation;
import io.satisflow.local.cli.option.LanguageOption;
import io.satisflow.local.cli.option.SeedOption;
import io.satisflow.local.cli.option.UsageException;
import io.satisflow.scoring.aspects.AspectModel;
import io.satisflow.scoring.aspects.AspectModelFormat;
import io.satisflow.scoring.labelled.AspectCsv;
import io.satisflow.scoring.labelled.LabelledDataException;
import io.satisflow.scoring.linear.ModelLanguage;
import io.satisflow.scoring.training.AspectTexts;
import io.satisflow.scoring.training.AspectTrainer;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code train-aspects}: what texts are about, learnt from the user's own labels. */
@Command(
        name = "train-aspects",
        mixinStandardHelpOptions = true,
        header = "Makes an aspect model of your own from labelled texts.",
        description = {
            "Makes an aspect model from labelled texts: CSV files with the columns text and aspect, a row for each aspect",
            "of a text; the aspect none says that it is about nothing known. It adds to the words of config/aspects.yaml",
            "and learns only aspects that are named there. Of each file 84 in 100 texts are for training, 8 to find the",
            "thresholds, 8 are left to judge it by. Texts of --background have no labels; they show the model what else",
            "customers write, so that it does not take the manner of one domain for an aspect."
        },
        footer = {
            "",
            "Examples:",
            "  ./satisflow train-aspects --data tickets.csv --background reviews.csv --language en --out models",
            "  ./satisflow train-aspects --data tweets.csv:reason --aspect-name 'Late Flight=punctuality' ...",
            "  ./satisflow score --aspect-model models/aspects-en.model texts.txt"
        })
public final class TrainAspectsCommand implements Callable<Integer> {
    private static final Pattern WITH_COLUMN = Pattern.compile("(.+\\.csv):([^:/]+)");

    @Spec
    private CommandSpec spec;

    @Mixin
    private LabelledDataOption.WithAspects data;

    @Option(
            names = "--background",
            split = ",",
            paramLabel = "F.csv",
            description = "texts of other domains, in the column text; those that are labelled in --data count there")
    private List<Path> background = List.of();

    @Mixin
    private AspectNameOption names;

    @Mixin
    private LanguageOption.OfModel language;

    @Option(
            names = "--out",
            required = true,
            paramLabel = "DIR",
            description = "where aspects-LANGUAGE.model is written")
    private Path directory;

    @Mixin
    private SeedOption seed;

    @Mixin
    private AspectOptions aspects = new AspectOptions();

    @Override
    public Integer call() throws IOException {
        ModelLanguage known = language.language();
        PrintWriter notes = spec.commandLine().getErr();
        try {
            AspectModel model = new AspectTrainer(known, aspects.vocabulary(), seed.value(), notes::println)
                    .train(labelled(), backgroundTexts());
            Path file = directory.resolve("aspects-%s.model".formatted(known.code()));
            Files.createDirectories(directory);
            try (OutputStream out = Files.newOutputStream(file)) {
                AspectModelFormat.write(model, out);
            }
            spec.commandLine().getOut().println(AspectJson.of(model, file).toPrettyString());
            return 0;
        } catch (LabelledDataException e) {
            throw new UsageException("--data " + e.getMessage());
        }
    }

    private List<AspectTexts> labelled() throws IOException {
        List<AspectTexts> sets = new ArrayList<>();
        for (String named : data.files()) {
            Matcher withColumn = WITH_COLUMN.matcher(named);
            boolean hasColumn = withColumn.matches();
            Path file = Installation.existing(Path.of(hasColumn ? withColumn.group(1) : named), "--data");
            AspectCsv csv = new AspectCsv(hasColumn ? withColumn.group(2) : AspectCsv.ASPECT, names.names());
            sets.add(new AspectTexts(
                    String.valueOf(file.getFileName()), csv.read(file).texts()));
        }
        return sets;
    }

    private List<String> backgroundTexts() throws IOException {
        List<String> texts = new ArrayList<>();
        for (Path file : background) {
            texts.addAll(AspectCsv.textsOf(Installation.existing(file, "--background")));
        }
        return texts;
    }
}
