package io.satisflow.scoring.aspects;

import static org.assertj.core.api.Assertions.assertThat;

import io.satisflow.scoring.ShippedScorers;
import io.satisflow.scoring.evaluation.AspectEvaluation;
import io.satisflow.scoring.labelled.AspectCsv;
import io.satisflow.scoring.labelled.TextWithAspects;
import io.satisflow.sentiment.AspectFinder;
import io.satisflow.sentiment.SentimentLabel;
import io.satisflow.sentiment.SentimentScorer;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/** An aspect that is looked for where nothing is set is meant in half of the texts in which it is found, or more. */
@EnabledIfSystemProperty(named = "satisflow.data", matches = ".+")
class RealAspectsTest {
    /** Of an aspect with fewer, one text more or less would decide. */
    private static final int FEWEST = 30;

    private static final double LEAST = 0.5;

    private static final Map<String, String> AIRLINES = Map.of(
            "Late Flight", "punctuality",
            "Cancelled Flight", "punctuality",
            "Customer Service Issue", "service",
            "Flight Attendant Complaints", "attitude",
            "Lost Luggage", "luggage",
            "Damaged Luggage", "luggage",
            "Flight Booking Problems", "booking",
            "Bad Flight", "quality",
            "longlines", "response_speed",
            "Can't Tell", AspectCsv.NONE);

    /** Beginnings of the columns of a wide table, in which -2 stands for what is not mentioned. */
    private static final Map<String, String> CHINESE_RESTAURANTS = new TreeMap<>(Map.of(
            "location_", "location",
            "service_wait_", "response_speed",
            "service_serving", "response_speed",
            "service_waiters", "attitude",
            "price_", "price",
            "environment_", "environment",
            "dish_", "food"));

    private static final String NOT_MENTIONED = "-2";

    private final SentimentScorer scorer = new ShippedScorers().create();
    private final AspectFinder finder = new ShippedAspects(new ShippedScorers()).create();

    @Test
    void aspects_of_restaurant_sentences_are_precise() throws IOException {
        Map<String, String> names = Map.of("ambience", "environment", "anecdotes/miscellaneous", AspectCsv.NONE);

        requirePrecision(
                new AspectCsv(AspectCsv.ASPECT, names)
                        .read(file("en_restaurant_aspects.csv"))
                        .texts(),
                "en");
    }

    @Test
    void aspects_of_complaints_to_airlines_are_precise() throws IOException {
        requirePrecision(
                new AspectCsv("negativereason", AIRLINES)
                        .read(file("en_airline.csv"))
                        .texts(),
                "en");
    }

    @Test
    void aspects_of_chinese_restaurant_reviews_are_precise() throws IOException {
        try (Reader reader = Files.newBufferedReader(file("zh_restaurant_aspects.csv"));
                CSVParser rows = CSVFormat.DEFAULT.builder().setHeader().get().parse(reader)) {
            requirePrecision(rows.stream().map(RealAspectsTest::labelled).toList(), "zh");
        }
    }

    private static TextWithAspects labelled(CSVRecord row) {
        Map<String, Optional<SentimentLabel>> aspects = new TreeMap<>();
        row.toMap()
                .forEach((column, value) -> CHINESE_RESTAURANTS.forEach((beginning, aspect) -> {
                    if (column.startsWith(beginning) && !value.startsWith(NOT_MENTIONED)) {
                        aspects.put(aspect, Optional.empty());
                    }
                }));
        return new TextWithAspects(row.get("reviewbody"), aspects);
    }

    private void requirePrecision(List<TextWithAspects> texts, String language) {
        AspectEvaluation evaluation = new AspectEvaluation();
        for (TextWithAspects text : texts) {
            evaluation.add(text, finder.find(text.text(), language, scorer.score(text.text(), language)));
        }
        evaluation.aspects().forEach((aspect, matches) -> {
            System.out.printf(
                    "%s %s: %d rows, precision %.3f, recall %.3f%n",
                    language, aspect, matches.rows(), matches.precision(), matches.recall());
            boolean isFound = matches.recall() > 0;
            if (matches.rows() >= FEWEST && isFound) {
                assertThat(matches.precision()).as(aspect).isGreaterThan(LEAST);
            }
        });
        assertThat(evaluation.aspects()).hasSizeGreaterThan(3);
    }

    private static Path file(String name) {
        return Path.of(System.getProperty("satisflow.data"), "sentiment", name);
    }
}
