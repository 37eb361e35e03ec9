package io.satisflow.local.cli.text;

import io.satisflow.local.cli.option.Installation;
import io.satisflow.local.cli.option.UsageException;
import io.satisflow.scoring.ScorerUnavailableException;
import io.satisflow.scoring.Scorers;
import io.satisflow.scoring.linear.ModelFormatException;
import io.satisflow.sentiment.SentimentScorer;
import io.satisflow.sentiment.WorkLimit;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.Option;

/** Which scorer a command lets read the texts. */
final class ScorerOptions {
    @Option(
            names = "--scorer",
            defaultValue = Scorers.LINEAR,
            paramLabel = "linear|rntn|fusion",
            description = {
                "linear (default): n-grams, some microseconds a text.",
                "fusion: n-grams and a sentence embedding, some milliseconds; fusion:0.9 embeds only texts that linear"
                        + " is less than 0.9 sure of.",
                "rntn: Stanford CoreNLP's network over parse trees, English, some hundredths of a second; rntn:sr with"
                        + " the shift-reduce parser, rntn:pcfg with the other.",
                "What fusion and rntn need is downloaded when they are first asked for."
            })
    private String name;

    @Option(
            names = "--model",
            paramLabel = "F",
            description = "a model of your own, made by `train` for the same scorer, in place of the shipped one of its"
                    + " language")
    private List<Path> models = List.of();

    /** Whether the user has asked for anything but the shipped linear models. */
    boolean areNamed() {
        return !name.equals(Scorers.LINEAR) || !models.isEmpty();
    }

    /** @throws UsageException when there is no such scorer, or a file is missing or no model of it */
    SentimentScorer scorer() throws IOException {
        for (Path file : models) {
            Installation.existing(file, "--model");
        }
        try {
            return Scorers.create(name, models, WorkLimit.DEFAULT);
        } catch (ScorerUnavailableException e) {
            throw new UsageException("--scorer: " + e.getMessage());
        } catch (ModelFormatException e) {
            throw new UsageException("--model " + e.getMessage());
        }
    }
}
