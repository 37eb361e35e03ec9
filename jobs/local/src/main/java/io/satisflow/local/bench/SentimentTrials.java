package io.satisflow.local.bench;

import io.satisflow.scoring.evaluation.Evaluation;
import io.satisflow.sentiment.Sentiment;
import io.satisflow.sentiment.SentimentLabel;
import io.satisflow.sentiment.SentimentScorer;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Lets contestants read the same texts, one after another, in one process. */
public record SentimentTrials(List<ScoredText> questions, PrintWriter notes) {

    /** What the contestant throws when it cannot take part, this throws. */
    public Trial of(Contestant contestant) {
        notes.println(contestant.name() + " ...");
        notes.flush();
        Memory before = Memory.now();
        long asked = System.nanoTime();
        SentimentScorer scorer = contestant.maker().get();
        score(scorer, questions.get(0));
        Duration start = Duration.ofNanos(System.nanoTime() - asked);
        List<SentimentLabel> given = new ArrayList<>();
        Evaluation evaluation = new Evaluation();
        CpuClock clock = new CpuClock();
        readAll(scorer, given, evaluation);
        double firstPass = clock.seconds();
        Memory memory = Memory.now().since(before);
        Throughput throughput =
                new Throughput(questions.size(), () -> questions.forEach(question -> score(scorer, question)));
        return new Trial(contestant.name(), given, evaluation, throughput.perSecond(firstPass), start, memory);
    }

    private void readAll(SentimentScorer scorer, List<SentimentLabel> given, Evaluation evaluation) {
        Progress progress = new Progress(notes, "texts", questions.size());
        for (ScoredText question : questions) {
            Sentiment sentiment = score(scorer, question);
            given.add(sentiment.label());
            evaluation.add(question.labelled().label(), sentiment);
            progress.step();
        }
    }

    private static Sentiment score(SentimentScorer scorer, ScoredText question) {
        return scorer.score(question.text(), question.language());
    }
}
