package io.satisflow.flink.satisfaction;

import io.satisflow.feedback.Feedback;
import io.satisflow.feedback.Rating;
import io.satisflow.ledger.RecordedFeedback;
import io.satisflow.ledger.ScoredFeedback;
import io.satisflow.ledger.SourcePosition;
import io.satisflow.sentiment.Polarity;
import io.satisflow.sentiment.Sentiment;
import io.satisflow.sentiment.SentimentLabel;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/** Feedback for tests: redelivered, edited, late, out of order. */
final class FeedbackFeed {
    static final Instant START = Instant.parse("2026-03-02T09:00:00Z");
    static final Instant LAST = START.plus(Duration.ofMinutes(40));
    /** When everything has left every window. */
    static final Instant END = START.plus(Duration.ofMinutes(90));

    private static final String MARK = "mark";

    private final Random random;
    private final Duration lateness;
    private final List<ScoredFeedback> records = new ArrayList<>();

    private FeedbackFeed(Random random, Duration lateness) {
        this.random = random;
        this.lateness = lateness;
    }

    /** @param lateness nothing becomes known later than this */
    static List<ScoredFeedback> random(int seed, Duration lateness) {
        FeedbackFeed feed = new FeedbackFeed(new Random(seed), lateness);
        for (int each = 0; each < 80; each++) {
            feed.tell("f" + each);
        }
        return feed.records;
    }

    private void tell(String id) {
        Instant said = START.plusMillis(random.nextLong(random.nextBoolean() ? 300_000 : 2_400_000));
        ScoredFeedback first = record(id, 1, said, known(said));
        records.add(first);
        if (random.nextInt(5) == 0) {
            records.add(at(first, known(said)));
        }
        for (int revision = 2; random.nextInt(4) == 0; revision++) {
            Instant edited = known(said);
            // Some sources date an edit by its own time, others by that of the original.
            records.add(record(id, revision, random.nextBoolean() ? edited : said, edited));
        }
    }

    private Instant known(Instant said) {
        return random.nextInt(3) > 0
                ? said.plusMillis(random.nextInt(3000))
                : said.plusMillis(random.nextLong(lateness.toMillis()));
    }

    private ScoredFeedback record(String id, long revision, Instant said, Instant known) {
        String channel = List.of("app", "survey", "phone").get(Math.floorMod(id.hashCode(), 3));
        Map<String, String> attributes = random.nextInt(4) > 0 ? Map.of("product", "p" + random.nextInt(5)) : Map.of();
        List<Rating> ratings =
                random.nextInt(3) == 0 ? List.of(new Rating("csat", 1 + random.nextInt(5), 1, 5)) : List.of();
        Sentiment sentiment = random.nextBoolean() ? sentiment(random.nextInt(2001) / 1000.0 - 1) : null;
        return of(feedback(channel, id, revision, said, ratings, attributes, null), known, sentiment);
    }

    static Sentiment sentiment(double score) {
        SentimentLabel label =
                score > 0.3 ? SentimentLabel.POSITIVE : score < -0.3 ? SentimentLabel.NEGATIVE : SentimentLabel.NEUTRAL;
        return new Sentiment(label, score, Polarity.UNKNOWN, "test", false);
    }

    private ScoredFeedback at(ScoredFeedback original, Instant known) {
        return new ScoredFeedback(
                new RecordedFeedback(
                        original.feedback(), known, new SourcePosition("raw", 1, random.nextLong(1_000_000))),
                original.sentiment(),
                null,
                List.of());
    }

    static ScoredFeedback of(String channel, String id, long revision, Instant said, Instant known) {
        return of(feedback(channel, id, revision, said, List.of(), Map.of(), null), known, null);
    }

    private static ScoredFeedback of(Feedback feedback, Instant known, @Nullable Sentiment sentiment) {
        SourcePosition source = new SourcePosition("raw", 0, 31L * feedback.id().hashCode() + feedback.revision());
        return new ScoredFeedback(new RecordedFeedback(feedback, known, source), sentiment, null, List.of());
    }

    /** The same with a text. */
    static ScoredFeedback saying(ScoredFeedback original, String text) {
        Feedback said = original.feedback();
        Feedback feedback = feedback(
                said.channel(), said.id(), said.revision(), said.occurredAt(), said.ratings(), said.attributes(), text);
        return new ScoredFeedback(
                new RecordedFeedback(
                        feedback, original.knownAt(), original.recorded().source()),
                original.sentiment(),
                null,
                List.of());
    }

    private static Feedback feedback(
            String channel,
            String id,
            long revision,
            Instant said,
            List<Rating> ratings,
            Map<String, String> attributes,
            @Nullable String text) {
        return new Feedback(id, channel, revision, said, null, null, null, ratings, List.of(), text, null, attributes);
    }

    /** Nothing that follows becomes known at or before this time. */
    static ScoredFeedback mark(Instant time) {
        return of(MARK, "", 0, time, time);
    }

    static boolean isMark(ScoredFeedback record) {
        return record.feedback().channel().equals(MARK);
    }

    /** In stretches between marks, in each of which nothing has its place: time runs ahead of the watermark. */
    static List<ScoredFeedback> delivered(List<ScoredFeedback> records, Duration stretch, int seed) {
        List<ScoredFeedback> sorted = new ArrayList<>(records);
        sorted.sort(Comparator.comparing(record -> record.knownAt()));
        List<ScoredFeedback> delivered = new ArrayList<>();
        List<ScoredFeedback> between = new ArrayList<>();
        Instant until = START.plus(stretch);
        for (ScoredFeedback record : sorted) {
            while (record.knownAt().isAfter(until)) {
                flush(between, until, seed, delivered);
                until = until.plus(stretch);
            }
            between.add(record);
        }
        flush(between, until, seed, delivered);
        delivered.add(mark(END));
        return delivered;
    }

    private static void flush(List<ScoredFeedback> between, Instant until, int seed, List<ScoredFeedback> delivered) {
        Collections.shuffle(between, new Random(seed));
        delivered.addAll(between);
        delivered.add(mark(until));
        between.clear();
    }
}
