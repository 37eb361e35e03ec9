package io.satisflow.flink.satisfaction;

import io.satisflow.wire.Feedback;
import io.satisflow.wire.Rating;
import io.satisflow.wire.ScoredFeedback;
import io.satisflow.wire.Sentiment;
import io.satisflow.wire.SourcePosition;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;

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
        ScoredFeedback record = of(channel, id, revision, said, known);
        if (random.nextInt(4) > 0) {
            record.getFeedback().setAttributes(Map.of("product", "p" + random.nextInt(5)));
        }
        if (random.nextInt(3) == 0) {
            record.getFeedback().setRatings(List.of(new Rating("csat", (double) 1 + random.nextInt(5), 1.0, 5.0)));
        }
        if (random.nextBoolean()) {
            record.setSentiment(sentiment(random.nextInt(2001) / 1000.0 - 1));
        }
        return record;
    }

    static Sentiment sentiment(double score) {
        String label = score > 0.3 ? "positive" : score < -0.3 ? "negative" : "neutral";
        return new Sentiment(label, score, 0.0, 0.0, 0.0, "test", false, null);
    }

    private ScoredFeedback at(ScoredFeedback original, Instant known) {
        ScoredFeedback again = ScoredFeedback.newBuilder(original).build();
        again.getFeedback().setKnownAt(known);
        again.getFeedback().setSource(new SourcePosition("raw", 1, random.nextLong(1_000_000), null));
        return again;
    }

    static ScoredFeedback of(String channel, String id, long revision, Instant said, Instant known) {
        Feedback feedback = Feedback.newBuilder()
                .setId(id)
                .setChannel(channel)
                .setRevision(revision)
                .setOccurredAt(said)
                .setKnownAt(known)
                .setSource(new SourcePosition("raw", 0, 31L * id.hashCode() + revision, null))
                .build();
        return ScoredFeedback.newBuilder().setFeedback(feedback).build();
    }

    /** Nothing that follows becomes known at or before this time. */
    static ScoredFeedback mark(Instant time) {
        return of(MARK, "", 0, time, time);
    }

    static boolean isMark(ScoredFeedback record) {
        return record.getFeedback().getChannel().equals(MARK);
    }

    /** In stretches between marks, in each of which nothing has its place: time runs ahead of the watermark. */
    static List<ScoredFeedback> delivered(List<ScoredFeedback> records, Duration stretch, int seed) {
        List<ScoredFeedback> sorted = new ArrayList<>(records);
        sorted.sort(Comparator.comparing(record -> record.getFeedback().getKnownAt()));
        List<ScoredFeedback> delivered = new ArrayList<>();
        List<ScoredFeedback> between = new ArrayList<>();
        Instant until = START.plus(stretch);
        for (ScoredFeedback record : sorted) {
            while (record.getFeedback().getKnownAt().isAfter(until)) {
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
