package io.satisflow.flink.drift;

import io.satisflow.drift.verbatim.AspectTexts;
import io.satisflow.drift.verbatim.CustomerText;
import io.satisflow.feedback.Feedback;
import io.satisflow.ledger.ScoredFeedback;
import io.satisflow.segment.Segment;
import io.satisflow.sentiment.Aspect;
import io.satisflow.sentiment.Sentiment;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.flink.streaming.api.operators.AbstractStreamOperator;
import org.apache.flink.streaming.api.operators.OneInputStreamOperator;
import org.apache.flink.streaming.api.watermark.Watermark;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.util.function.SerializableFunction;

/**
 * Tells the segments what customers wrote, put together by stretch and aspect first: a text belongs to several segments and
 * speaks of several things, and of most nothing is kept but that they were counted. Stretches are as long as steps, so that at
 * the end of a step all of its texts are there and none of the next.
 *
 * <p>What is told depends neither on the order of texts nor on when they are told, so they wait here, on the heap, until their
 * stretch is over, a checkpoint comes or they become many.
 */
final class TextsBySegment extends AbstractStreamOperator<DriftArrival>
        implements OneInputStreamOperator<ScoredFeedback, DriftArrival> {
    /** A text that speaks of more than these says little of each. */
    private static final int ASPECTS = 3;
    /** Each with ten texts at most. */
    private static final int MOST_GATHERED = 5_000;

    private static final Comparator<Place> OLDEST_FIRST =
            Comparator.comparing(Place::end).thenComparing(Place::segment).thenComparing(Place::aspect);

    private final SerializableFunction<ScoredFeedback, List<Segment>> segments;
    private final long stretch;
    private transient SortedMap<Place, AspectTexts> gathered;

    /** @param stretch what texts are put together for */
    TextsBySegment(SerializableFunction<ScoredFeedback, List<Segment>> segments, Duration stretch) {
        this.segments = segments;
        this.stretch = stretch.toMillis();
    }

    /** @param segment its key */
    private record Place(Instant end, String segment, String aspect) {
        static Place before(long time) {
            return new Place(Instant.ofEpochMilli(time), "", "");
        }
    }

    @Override
    public void open() throws Exception {
        super.open();
        gathered = new TreeMap<>(OLDEST_FIRST);
    }

    @Override
    public void processElement(StreamRecord<ScoredFeedback> element) {
        ScoredFeedback scored = element.getValue();
        Feedback feedback = scored.feedback();
        Sentiment sentiment = scored.sentiment();
        if (feedback.text() == null || sentiment == null || !sentiment.isScored()) {
            return;
        }
        List<String> aspects = scored.aspects().stream()
                .map(Aspect::name)
                .distinct()
                .limit(ASPECTS)
                .toList();
        List<Segment> own = segments.apply(scored);
        Map<Segment, List<String>> parts = parts(own);
        for (Segment segment : own) {
            gather(
                    segment.key(),
                    new CustomerText(
                            feedback.channel() + "/" + feedback.id(),
                            scored.knownAt(),
                            sentiment.score(),
                            feedback.text(),
                            parts.getOrDefault(segment, List.of()),
                            aspects));
        }
        if (gathered.size() >= MOST_GATHERED) {
            tell(gathered);
        }
    }

    /** Of each segment that is the whole of others, by what name these are its parts. */
    private static Map<Segment, List<String>> parts(List<Segment> segments) {
        Map<Segment, List<String>> parts = new HashMap<>();
        segments.forEach(segment -> segment.parents()
                .forEach(part -> parts.computeIfAbsent(part.whole(), whole -> new ArrayList<>())
                        .add(part.name())));
        return parts;
    }

    private void gather(String segment, CustomerText text) {
        Instant end =
                Instant.ofEpochMilli(Math.floorDiv(text.knownAt().toEpochMilli() + stretch - 1, stretch) * stretch);
        Stream.concat(text.aspects().stream(), Stream.of(AspectTexts.ANY))
                .forEach(aspect -> gathered.compute(
                        new Place(end, segment, aspect),
                        (place, texts) -> (texts == null ? AspectTexts.upTo(end, aspect) : texts).with(text)));
    }

    @Override
    public void processWatermark(Watermark watermark) throws Exception {
        boolean isEnd = watermark.getTimestamp() == Watermark.MAX_WATERMARK.getTimestamp();
        tell(isEnd ? gathered : gathered.headMap(Place.before(watermark.getTimestamp() + 1)));
        super.processWatermark(watermark);
    }

    /** A checkpoint holds none of them. */
    @Override
    public void prepareSnapshotPreBarrier(long checkpoint) {
        tell(gathered);
    }

    /** @param over what is told, and gathered no longer */
    private void tell(SortedMap<Place, AspectTexts> over) {
        over.forEach((place, texts) -> output.collect(new StreamRecord<>(
                DriftArrival.of(Segment.parse(place.segment()), texts),
                place.end().toEpochMilli())));
        over.clear();
    }
}
