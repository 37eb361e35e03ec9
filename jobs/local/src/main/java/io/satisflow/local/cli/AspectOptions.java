package io.satisflow.local.cli;

import io.satisflow.scoring.aspects.AspectsByPassage;
import io.satisflow.sentiment.AspectFinder;
import io.satisflow.sentiment.AspectVocabulary;
import io.satisflow.sentiment.AspectsFile;
import io.satisflow.sentiment.SentimentScorer;
import io.satisflow.sentiment.WorkLimit;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Which aspects a command looks for. */
final class AspectOptions {
    @Option(
            names = "--aspect-words",
            paramLabel = "F.yaml",
            description = "the aspects to look for (default: config/aspects.yaml, which says how to write it)")
    private @Nullable Path words;

    /**
     * @param scorer of the passages about each aspect
     * @throws UsageException when there is no such file
     * @throws io.satisflow.config.ConfigException with everything that is wrong in it
     */
    AspectFinder finder(SentimentScorer scorer) {
        return new AspectsByPassage(vocabulary(), scorer, WorkLimit.DEFAULT);
    }

    private AspectVocabulary vocabulary() {
        if (words != null) {
            return AspectsFile.read(Installation.existing(words, "--aspect-words"));
        }
        return Installation.aspects().map(AspectsFile::read).orElseGet(AspectsFile::shipped);
    }
}
