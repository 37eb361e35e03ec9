package io.satisflow.local.cli.text;

import io.satisflow.local.cli.option.Installation;
import io.satisflow.local.cli.option.UsageException;
import io.satisflow.scoring.aspects.AspectModel;
import io.satisflow.scoring.aspects.AspectModelFormat;
import io.satisflow.scoring.aspects.AspectsByPassage;
import io.satisflow.scoring.aspects.ShippedAspectModels;
import io.satisflow.scoring.linear.ModelFormatException;
import io.satisflow.sentiment.AspectFinder;
import io.satisflow.sentiment.AspectVocabulary;
import io.satisflow.sentiment.AspectsFile;
import io.satisflow.sentiment.SentimentScorer;
import io.satisflow.sentiment.WorkLimit;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Which aspects a command looks for. */
final class AspectOptions {
    @Option(
            names = "--aspect-words",
            paramLabel = "F.yaml",
            description = "the aspects to look for (default: config/aspects.yaml, which says how to write it)")
    private @Nullable Path words;

    @Option(
            names = "--aspect-model",
            paramLabel = "F.model",
            description = "an aspect model of your own, made by `train-aspects`, in place of the shipped one of its"
                    + " language")
    private List<Path> ownModels = List.of();

    /**
     * @param scorer of the passages about each aspect
     * @throws UsageException when there is no such file
     * @throws io.satisflow.config.ConfigException with everything that is wrong in it
     */
    AspectFinder finder(SentimentScorer scorer) {
        return new AspectsByPassage(vocabulary(), models(), scorer, WorkLimit.DEFAULT);
    }

    private List<AspectModel> models() {
        List<AspectModel> models = new ArrayList<>(ShippedAspectModels.all());
        for (Path file : ownModels) {
            try (InputStream in = Files.newInputStream(Installation.existing(file, "--aspect-model"))) {
                models.add(AspectModelFormat.read(in, file.toString()));
            } catch (ModelFormatException e) {
                throw new UsageException("--aspect-model " + e.getMessage());
            } catch (IOException e) {
                throw new UncheckedIOException("--aspect-model %s cannot be read".formatted(file), e);
            }
        }
        return models;
    }

    AspectVocabulary vocabulary() {
        if (words != null) {
            return AspectsFile.read(Installation.existing(words, "--aspect-words"));
        }
        return Installation.aspects().map(AspectsFile::read).orElseGet(AspectsFile::shipped);
    }
}
