package io.satisflow.flink.drift;

import static org.assertj.core.api.Assertions.assertThat;

import io.satisflow.drift.verbatim.AspectTexts;
import io.satisflow.feedback.Feedback;
import io.satisflow.ledger.RecordedFeedback;
import io.satisflow.ledger.ScoredFeedback;
import io.satisflow.ledger.SourcePosition;
import io.satisflow.segment.Segment;
import io.satisflow.sentiment.Aspect;
import io.satisflow.sentiment.Polarity;
import io.satisflow.sentiment.Sentiment;
import io.satisflow.sentiment.SentimentLabel;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.TreeMap;
import org.apache.flink.streaming.api.watermark.Watermark;
import org.apache.flink.streaming.util.OneInputStreamOperatorTestHarness;
import org.junit.jupiter.api.Test;

class TextsBySegmentTest {
    private static final Duration STRETCH = Duration.ofMinutes(5);
    private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");
    private static final List<Segment> BOTH = List.of(Segment.ALL, Segment.of(Map.of("channel", "app")));

    @Test
    void texts_of_a_stretch_are_told_together_when_it_is_over_and_nothing_is_left() throws Exception {
        try (var texts = harness()) {
            for (ScoredFeedback each : feedback(40, new Random(1))) {
                texts.processElement(each, each.knownAt().toEpochMilli());
            }
            texts.processWatermark(watermark(STRETCH.minusMillis(1)));
            assertThat(texts.extractOutputValues()).isEmpty();

            texts.processWatermark(watermark(STRETCH));
            assertThat(texts.extractOutputValues())
                    .as("two segments, by two aspects and by all")
                    .hasSize(6)
                    .extracting(
                            arrival -> Objects.requireNonNull(arrival.texts()).end())
                    .containsOnly(NOON.plus(STRETCH));

            texts.processWatermark(watermark(STRETCH.multipliedBy(100)));
            int told = texts.extractOutputValues().size();
            texts.prepareSnapshotPreBarrier(1);
            assertThat(texts.extractOutputValues()).hasSize(told);
        }
    }

    @Test
    void neither_order_nor_checkpoints_change_what_a_segment_is_told_in_all() throws Exception {
        Map<String, AspectTexts> expected = null;
        for (int seed = 0; seed < 50; seed++) {
            Random random = new Random(seed);
            List<ScoredFeedback> feedback = feedback(200, new Random(7));
            Collections.shuffle(feedback, random);
            Map<String, AspectTexts> told = new TreeMap<>();
            try (var texts = harness()) {
                for (ScoredFeedback each : feedback) {
                    texts.processElement(each, each.knownAt().toEpochMilli());
                    if (random.nextInt(20) == 0) {
                        texts.prepareSnapshotPreBarrier(1);
                    }
                }
                texts.processWatermark(Watermark.MAX_WATERMARK);
                for (DriftArrival arrival : texts.extractOutputValues()) {
                    AspectTexts each = Objects.requireNonNull(arrival.texts());
                    told.merge(arrival.segmentKey() + " " + each.end() + " " + each.aspect(), each, AspectTexts::with);
                }
            }
            expected = expected == null ? told : expected;
            assertThat(told).as("seed %d", seed).isEqualTo(expected);
        }
        assertThat(expected).isNotNull().hasSizeGreaterThan(20);
    }

    private static Watermark watermark(Duration sinceNoon) {
        return new Watermark(NOON.plus(sinceNoon).toEpochMilli());
    }

    /** Of half an hour, some of them edited. */
    private static List<ScoredFeedback> feedback(int n, Random random) {
        List<ScoredFeedback> feedback = new ArrayList<>();
        for (int i = 0; i < n; i++) {
            feedback.add(said(
                    "id" + i % (n * 9 / 10),
                    NOON.plusSeconds(1 + (n > 100 ? random.nextInt(1800) : random.nextInt(299))),
                    random.nextDouble() * 2 - 1,
                    List.of("delivery", "price").subList(0, 1 + random.nextInt(2))));
        }
        return feedback;
    }

    private static ScoredFeedback said(String id, Instant at, double score, List<String> aspects) {
        Feedback feedback = new Feedback(
                id, "app", 0, at, null, null, null, null, List.of(), List.of(), "text at " + at, "en", Map.of());
        return new ScoredFeedback(
                new RecordedFeedback(feedback, at, new SourcePosition("raw", 0, at.toEpochMilli())),
                new Sentiment(SentimentLabel.NEUTRAL, score, Polarity.UNKNOWN, "test", false),
                null,
                aspects.stream()
                        .map(name -> new Aspect(name, SentimentLabel.NEUTRAL, score))
                        .toList());
    }

    private static OneInputStreamOperatorTestHarness<ScoredFeedback, DriftArrival> harness() throws Exception {
        var harness = new OneInputStreamOperatorTestHarness<>(new TextsBySegment(scored -> BOTH, STRETCH));
        harness.open();
        return harness;
    }
}
