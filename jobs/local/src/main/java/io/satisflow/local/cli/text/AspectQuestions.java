package io.satisflow.local.cli.text;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.satisflow.local.cli.option.Installation;
import io.satisflow.local.cli.option.LanguageChoice;
import io.satisflow.local.cli.option.UsageException;
import io.satisflow.scoring.evaluation.AspectEvaluation;
import io.satisflow.scoring.labelled.AspectCsv;
import io.satisflow.scoring.labelled.LabelledDataException;
import io.satisflow.scoring.labelled.TextWithAspects;
import io.satisflow.sentiment.AspectFinder;
import io.satisflow.sentiment.SentimentScorer;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The options of {@code evaluate} that ask what texts are about, and the answer. */
final class AspectQuestions {
    @Option(
            names = "--aspects",
            description =
                    "judge aspects: a row for each aspect of a text, in the columns text, aspect and perhaps label;"
                            + " the aspect none says that a text is about nothing known")
    private boolean asked;

    @Option(
            names = "--aspect-column",
            defaultValue = AspectCsv.ASPECT,
            paramLabel = "NAME",
            description = "the column of the aspects (default: " + AspectCsv.ASPECT + ")")
    private String column;

    @Mixin
    private AspectNameOption names;

    @Mixin
    private AspectOptions options = new AspectOptions();

    boolean areAsked() {
        return asked;
    }

    ObjectNode report(List<Path> data, LanguageChoice choice, SentimentScorer scorer, PrintWriter notes)
            throws IOException {
        AspectFinder finder = options.finder(scorer);
        List<TextWithAspects> texts = new ArrayList<>();
        for (Path file : data) {
            texts.addAll(read(file, notes));
        }
        List<String> languages =
                TextLanguages.of(texts.stream().map(TextWithAspects::text).toList(), choice);
        AspectEvaluation evaluation = new AspectEvaluation();
        for (int i = 0; i < texts.size(); i++) {
            String text = texts.get(i).text();
            String language = languages.get(i);
            evaluation.add(texts.get(i), finder.find(text, language, scorer.score(text, language)));
        }
        return AspectJson.of(evaluation);
    }

    private List<TextWithAspects> read(Path file, PrintWriter notes) throws IOException {
        try {
            AspectCsv.Contents contents =
                    new AspectCsv(column, names.names()).read(Installation.existing(file, "--data"));
            notes.println("%s: %d texts, %d rows left out"
                    .formatted(file, contents.texts().size(), contents.leftOut()));
            return contents.texts();
        } catch (LabelledDataException e) {
            throw new UsageException("--data " + e.getMessage());
        }
    }
}
