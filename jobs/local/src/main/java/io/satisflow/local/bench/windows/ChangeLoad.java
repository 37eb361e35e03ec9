package io.satisflow.local.bench.windows;

import io.satisflow.flink.satisfaction.tally.SegmentChange;
import io.satisflow.flink.satisfaction.tally.TalliesFormat;
import io.satisflow.satisfaction.tally.Tallies;
import io.satisflow.satisfaction.tally.Tally;
import java.io.Serializable;
import java.time.Instant;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;

/**
 * What segments gain, by its number: one answer of one to five stars at an even pace, of a random segment. Every change
 * follows from its number alone.
 *
 * @param changes how many
 * @param segments among which they are spread evenly
 * @param aMinute of each segment, on average, in event time
 * @param everyMeasure whether each answer comes with what a made-up help desk is measured by besides
 */
record ChangeLoad(long changes, int segments, int aMinute, boolean everyMeasure) implements Serializable {
    /** How many changes stand between two watermarks: what a tenth of a second holds at 10,000 a second. */
    static final int CHANGES_PER_WATERMARK = 1000;

    static final String VOLUME = "volume";
    /** As the settings of the bench name it: a metric that they do not name would be left out by the engine alone. */
    static final String STARS = "csat";

    private static final long BEGINNING = Instant.parse("2026-01-05T00:00:00Z").toEpochMilli();
    private static final long MINUTE = 60_000;
    private static final long SEED = 20260105;
    private static final int SCALE = 5;
    private static final int TOP_BOXES = 4;

    SegmentChange change(long number) {
        SplittableRandom random = new SplittableRandom(SEED + number);
        int segment = random.nextInt(segments);
        int stars = 1 + random.nextInt(SCALE);
        long time = time(number);
        Tallies more = everyMeasure ? EveryMeasure.of(number) : Tallies.NOTHING;
        return new SegmentChange(
                key(segment), time, time, TalliesFormat.write(tallies(stars).plus(more)));
    }

    /** Epoch milliseconds at which it happened, and at once became known. */
    long time(long number) {
        return BEGINNING + number * MINUTE / ((long) segments * aMinute);
    }

    boolean endsWatermark(long number) {
        return number % CHANGES_PER_WATERMARK == CHANGES_PER_WATERMARK - 1 || number + 1 == changes;
    }

    /** Never into a millisecond of which more is to come. */
    long watermarkAfter(long number) {
        return time(number) - 1;
    }

    long lastWatermark() {
        return watermarkAfter(changes - 1);
    }

    private static String key(int segment) {
        return "product=P" + segment;
    }

    private static Tallies tallies(int stars) {
        return new Tallies(new TreeMap<>(
                Map.of(VOLUME, Tally.one(), STARS, Tally.ofValue(stars).favourable(stars >= TOP_BOXES))));
    }
}
