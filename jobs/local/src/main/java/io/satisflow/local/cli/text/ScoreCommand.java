package io.satisflow.local.cli.text;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.satisflow.local.cli.option.LanguageChoice;
import io.satisflow.local.cli.option.LanguageOption;
import io.satisflow.scoring.sentences.SentenceScores;
import io.satisflow.scoring.sentences.Sentences;
import io.satisflow.sentiment.AspectFinder;
import io.satisflow.sentiment.Sentiment;
import io.satisflow.sentiment.SentimentScorer;
import io.satisflow.sentiment.WorkLimit;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code score}: is a customer content? */
@Command(
        name = "score",
        mixinStandardHelpOptions = true,
        header = "Says of each text whether its writer is content.",
        description = {
            "Says of each text whether its writer is content: one text a line in, one JSON object a line out, in",
            "order, with language, label (negative, neutral, positive or not_scored), score (-1 to 1: probability of",
            "positive minus that of negative), probabilities, scorer, sentences (text, label and score of each, 100 at",
            "most), and aspects: what it is about, the best attested first, each with the label and score of its",
            "passages. A text in a language that the scorer does not know, and an empty line, are not_scored. Of a text",
            "beyond 10,000 characters the beginning is read: cut is true."
        },
        footer = {
            "",
            "Examples:",
            "  echo 'Two hours on hold, then cut off.' | ./satisflow score",
            "  ./satisflow score --language zh reviews.txt",
            "  ./satisflow score --scorer fusion --no-sentences reviews.txt"
        })
public final class ScoreCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Mixin
    private LanguageOption.OfTexts language;

    @Mixin
    private ScorerOptions scorers = new ScorerOptions();

    @Option(
            names = "--sentences",
            negatable = true,
            defaultValue = "true",
            fallbackValue = "true",
            description = "with what each sentence says (default); --no-sentences leaves them empty, and is faster:"
                    + " cutting takes longer than scoring")
    private boolean withSentences;

    @Mixin
    private AspectOptions aspects = new AspectOptions();

    @Mixin
    private TextInput input;

    @Override
    public Integer call() throws IOException {
        LanguageChoice choice = language.choice();
        SentimentScorer scorer = scorers.scorer();
        SentenceScores sentences = new SentenceScores(scorer, new Sentences(WorkLimit.DEFAULT));
        AspectFinder finder = aspects.finder(scorer);
        input.answerEach(spec.commandLine().getOut(), text -> {
            String told = choice.of(text);
            Sentiment sentiment = scorer.score(text, told);
            ObjectNode answer = SentimentJson.of(sentiment, told);
            answer.set("sentences", SentimentJson.of(withSentences ? sentences.of(text, told, sentiment) : List.of()));
            answer.set("aspects", AspectJson.of(finder.find(text, told, sentiment)));
            return answer.toString();
        });
        return 0;
    }
}
