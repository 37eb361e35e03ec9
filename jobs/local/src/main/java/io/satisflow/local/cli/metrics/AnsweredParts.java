package io.satisflow.local.cli.metrics;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.satisflow.feedback.Dimension;
import io.satisflow.feedback.Rating;
import io.satisflow.satisfaction.answer.Response;
import io.satisflow.satisfaction.answer.TextSentiment;
import io.satisflow.satisfaction.index.WeightedIndex;
import io.satisflow.satisfaction.metric.Question;
import io.satisflow.sentiment.SentimentLabel;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * The responses of an exported topic that answer every part of an index and an overall question.
 *
 * @param parts a row a response, from 0 to 100
 * @param overall of each, from 0 to 100
 */
record AnsweredParts(List<double[]> parts, List<Double> overall) {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int BEST = 100;

    static AnsweredParts of(Path file, WeightedIndex index, Question question) throws IOException {
        AnsweredParts answered = new AnsweredParts(new ArrayList<>(), new ArrayList<>());
        if (!Files.exists(file)) {
            return answered;
        }
        // A later revision of a piece of feedback takes the place of the earlier one.
        Map<String, Response> latest = new HashMap<>();
        try (BufferedReader lines = Files.newBufferedReader(file)) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                JsonNode feedback = JSON.readTree(line);
                latest.put(
                        feedback.path("channel").asText() + "/"
                                + feedback.path("id").asText(),
                        response(feedback));
            }
        }
        latest.values().forEach(response -> answered.add(response, index, question));
        return answered;
    }

    private void add(Response response, WeightedIndex index, Question question) {
        Optional<double[]> scores = index.answers(response);
        Optional<Rating> rating =
                response.ratings().stream().filter(question::isAnsweredBy).findFirst();
        if (scores.isPresent() && rating.isPresent()) {
            parts.add(scores.get());
            overall.add((rating.get().value() - question.min()) / (question.max() - question.min()) * BEST);
        }
    }

    private static Response response(JsonNode feedback) {
        List<Rating> ratings = new ArrayList<>();
        feedback.path("ratings")
                .forEach(rating -> ratings.add(new Rating(
                        rating.path("question").asText(),
                        rating.path("value").asDouble(),
                        rating.path("min").asDouble(),
                        rating.path("max").asDouble())));
        List<Dimension> dimensions = new ArrayList<>();
        feedback.path("dimensions")
                .forEach(dimension -> dimensions.add(new Dimension(
                        dimension.path("name").asText(), dimension.path("score").asDouble(), null)));
        ratings.addAll(Response.ratings(dimensions));
        Map<String, TextSentiment> aspects = new HashMap<>();
        feedback.path("aspects")
                .forEach(aspect -> label(aspect)
                        .ifPresent(label -> aspects.put(
                                aspect.path("name").asText(),
                                new TextSentiment(label, aspect.path("score").asDouble()))));
        return new Response(ratings, null, aspects);
    }

    private static Optional<SentimentLabel> label(JsonNode aspect) {
        String written = aspect.path("label").asText("");
        for (SentimentLabel label : SentimentLabel.values()) {
            if (label != SentimentLabel.NOT_SCORED && label.name().equals(written.toUpperCase(Locale.ROOT))) {
                return Optional.of(label);
            }
        }
        return Optional.empty();
    }
}
