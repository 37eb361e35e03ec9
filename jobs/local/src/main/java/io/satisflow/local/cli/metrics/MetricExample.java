package io.satisflow.local.cli.metrics;

import io.satisflow.feedback.Rating;
import io.satisflow.satisfaction.answer.Recovery;
import io.satisflow.satisfaction.answer.Response;
import io.satisflow.satisfaction.answer.TextSentiment;
import io.satisflow.satisfaction.answer.TicketText;
import io.satisflow.satisfaction.metric.ClockMetric;
import io.satisflow.satisfaction.metric.ComplaintRate;
import io.satisflow.satisfaction.metric.CustomerRecovery;
import io.satisflow.satisfaction.metric.DistinctCustomers;
import io.satisflow.satisfaction.metric.Metric;
import io.satisflow.satisfaction.metric.Question;
import io.satisflow.satisfaction.metric.Score;
import io.satisflow.satisfaction.outcome.Finding;
import io.satisflow.satisfaction.tally.Tallies;
import io.satisflow.sentiment.SentimentLabel;
import io.satisflow.sla.Milestone;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Five small answers, and what a metric makes of them, by the code that also runs in the jobs. */
record MetricExample(String given, Map<String, Score> scores) {
    /** Where on a scale the five answers stand. */
    private static final List<Double> PLACES = List.of(1.0, 0.75, 0.75, 0.25, 0.0);

    private static final List<Double> TEXTS = List.of(0.9, 0.6, 0.1, -0.4, -0.8);
    private static final List<Long> MINUTES = List.of(5L, 12L, 30L, 45L, 240L);
    private static final List<String> CUSTOMERS = List.of("a", "b", "c", "a", "d");
    private static final String EXPOSED = "1200";
    private static final double CLEAR = 0.3;

    static MetricExample of(Metric metric, MetricWords words) {
        Tallies tallies = Tallies.NOTHING;
        for (int i = 0; i < PLACES.size(); i++) {
            tallies = tallies.plus(outcome(metric, i));
            tallies = tallies.plus(
                    metric instanceof ClockMetric clock
                            ? reply(clock, i)
                            : response(metric, i).plus(recovery(metric, i)));
        }
        return new MetricExample(given(metric, words), new TreeMap<>(metric.scores(tallies, Instant.EPOCH)));
    }

    /** It holds for three of five; of the last two it is not final. */
    private static Tallies outcome(Metric metric, int i) {
        Tallies exposed = i == 0 && metric instanceof ComplaintRate complaints
                ? metric.tallies(new Response(
                        List.of(),
                        null,
                        Map.of(),
                        null,
                        Map.of("kind", Response.EXPOSURE, complaints.exposure(), EXPOSED)))
                : Tallies.NOTHING;
        return metric.outcome().isEmpty()
                ? Tallies.NOTHING
                : metric.tallies(new Finding.Ruling(i % 2 == 0, i < 3)).plus(exposed);
    }

    /** The first text of each ticket is what the last of the five says, and so on. */
    private static Tallies recovery(Metric metric, int i) {
        return metric.tallies(Recovery.beginningWith(text("first", firstOf(i))).with(text("last", TEXTS.get(i))));
    }

    private static double firstOf(int i) {
        return TEXTS.get(TEXTS.size() - 1 - i);
    }

    private static TicketText text(String feedback, double score) {
        return new TicketText(feedback, 1, feedback.equals("last") ? 1 : 0, new TextSentiment(label(score), score));
    }

    private static Tallies response(Metric metric, int i) {
        List<Rating> ratings = metric.asked().stream()
                .distinct()
                .map(question -> new Rating(question.name(), answer(question, i), question.min(), question.max()))
                .toList();
        TextSentiment text = new TextSentiment(label(TEXTS.get(i)), TEXTS.get(i));
        Map<String, TextSentiment> aspects = metric.tallyNames().stream()
                .map(name -> name.substring(name.indexOf('.') + 1))
                .distinct()
                .collect(Collectors.toMap(name -> name, name -> text));
        return metric.tallies(new Response(ratings, text, aspects, CUSTOMERS.get(i), Map.of()));
    }

    /** Whole, as people answer. */
    private static double answer(Question question, int i) {
        return Math.round(question.min() + PLACES.get(i) * (question.max() - question.min()));
    }

    private static SentimentLabel label(double score) {
        if (Math.abs(score) < CLEAR) {
            return SentimentLabel.NEUTRAL;
        }
        return score > 0 ? SentimentLabel.POSITIVE : SentimentLabel.NEGATIVE;
    }

    /** The last of the five is late. */
    private static Tallies reply(ClockMetric metric, int i) {
        boolean late = i == MINUTES.size() - 1;
        Duration taken = Duration.ofMinutes(MINUTES.get(i));
        Tallies done = metric.tallies(milestone(metric, i, Milestone.Kind.DONE, !late, taken));
        return late ? done.plus(metric.tallies(milestone(metric, i, Milestone.Kind.BROKEN, false, taken))) : done;
    }

    private static Milestone milestone(ClockMetric metric, int i, Milestone.Kind kind, boolean inTime, Duration taken) {
        return new Milestone(
                "T" + i, metric.clock(), 1, kind, Instant.EPOCH, Instant.EPOCH, true, inTime, taken, taken, Map.of());
    }

    private static String given(Metric metric, MetricWords words) {
        if (metric instanceof ClockMetric) {
            return words.say("example_times")
                    .formatted(MINUTES.stream().map(minutes -> minutes + " min").collect(Collectors.joining(", ")));
        }
        if (metric instanceof CustomerRecovery) {
            return words.say("example_recoveries")
                    .formatted(IntStream.range(0, TEXTS.size())
                            .mapToObj(i -> firstOf(i) + " > " + TEXTS.get(i))
                            .collect(Collectors.joining(", ")));
        }
        if (metric instanceof ComplaintRate) {
            return words.say("example_complaints");
        }
        if (metric.outcome().isPresent()) {
            return words.say("example_outcomes");
        }
        if (metric instanceof DistinctCustomers) {
            return words.say("example_customers");
        }
        if (metric.asked().isEmpty()) {
            return words.say("example_texts")
                    .formatted(TEXTS.stream().map(String::valueOf).collect(Collectors.joining(", ")));
        }
        Question first = metric.asked().get(0);
        return words.say("example_answers")
                .formatted(IntStream.range(0, PLACES.size())
                        .mapToObj(i -> MetricSettingsText.number(answer(first, i)))
                        .collect(Collectors.joining(", ")));
    }
}
