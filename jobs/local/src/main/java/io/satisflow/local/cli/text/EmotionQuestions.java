package io.satisflow.local.cli.text;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.satisflow.local.cli.option.Installation;
import io.satisflow.local.cli.option.LanguageChoice;
import io.satisflow.local.cli.option.UsageException;
import io.satisflow.scoring.emotion.EmotionFinder;
import io.satisflow.scoring.evaluation.EmotionEvaluation;
import io.satisflow.scoring.labelled.AspectCsv;
import io.satisflow.scoring.labelled.EmotionCsv;
import io.satisflow.scoring.labelled.EmotionCsv.Labelled;
import io.satisflow.scoring.labelled.EmotionLabels;
import io.satisflow.scoring.labelled.LabelledDataException;
import io.satisflow.sentiment.Emotion;
import io.satisflow.sentiment.SentimentScorer;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options of {@code evaluate} that ask what texts show of their writers' feelings, and the answer. */
final class EmotionQuestions {
    @Option(
            names = "--emotions",
            description =
                    "judge emotions: the columns text and emotion (anger, disappointment, worry, gratitude, joy, none)")
    private boolean asked;

    @Option(
            names = "--emotion-labels",
            paramLabel = "F.tsv",
            description =
                    "with --emotions: the emotions stand in this file, by the SHA-256 of each text (its first 16 digits,"
                            + " the emotion, the part, with tabs between); of --data, the column text is read")
    private @Nullable Path labels;

    @Option(
            names = "--emotion-part",
            defaultValue = "held_out",
            paramLabel = "NAME",
            description = "the part of --emotion-labels that is asked (default: held_out)")
    private String part;

    boolean areAsked() {
        return asked || labels != null;
    }

    ObjectNode report(List<Path> data, LanguageChoice choice, SentimentScorer scorer) throws IOException {
        List<Labelled> texts = read(data);
        List<String> languages =
                TextLanguages.of(texts.stream().map(Labelled::text).toList(), choice);
        EmotionFinder finder = new EmotionFinder();
        EmotionEvaluation evaluation = new EmotionEvaluation();
        for (int i = 0; i < texts.size(); i++) {
            String text = texts.get(i).text();
            String language = languages.get(i);
            evaluation.add(
                    texts.get(i).emotion(),
                    finder.find(text, language, scorer.score(text, language)).orElse(Emotion.NONE));
        }
        return json(evaluation);
    }

    private List<Labelled> read(List<Path> data) throws IOException {
        try {
            List<Labelled> texts = new ArrayList<>();
            List<String> unlabelled = new ArrayList<>();
            for (Path file : data) {
                Installation.existing(file, "--data");
                if (labels == null) {
                    texts.addAll(EmotionCsv.read(file));
                } else {
                    unlabelled.addAll(AspectCsv.textsOf(file));
                }
            }
            return labels == null
                    ? texts
                    : EmotionLabels.read(Installation.existing(labels, "--emotion-labels"), part)
                            .among(unlabelled);
        } catch (LabelledDataException e) {
            throw new UsageException("--emotions: " + e.getMessage());
        }
    }

    private static ObjectNode json(EmotionEvaluation evaluation) {
        ObjectNode report = JsonNodeFactory.instance.objectNode();
        report.put("rows", evaluation.texts());
        report.put("accuracy", EvaluationJson.rounded(evaluation.accuracy()));
        report.put("macro_f1", EvaluationJson.rounded(evaluation.macroF1()));
        ObjectNode emotions = report.putObject("emotions");
        ObjectNode confusion = report.putObject("confusion");
        for (Emotion named : Emotion.values()) {
            if (evaluation.named(named) == 0) {
                continue;
            }
            emotions.putObject(named.wireName())
                    .put("rows", evaluation.named(named))
                    .put("precision", EvaluationJson.rounded(evaluation.precision(named)))
                    .put("recall", EvaluationJson.rounded(evaluation.recall(named)))
                    .put("f1", EvaluationJson.rounded(evaluation.f1(named)))
                    .put("judged", evaluation.judged().contains(named));
            ObjectNode row = confusion.putObject(named.wireName());
            for (Emotion told : Emotion.values()) {
                row.put(told.wireName(), evaluation.count(named, told));
            }
        }
        return report;
    }
}
