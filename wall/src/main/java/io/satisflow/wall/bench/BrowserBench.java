package io.satisflow.wall.bench;

import io.satisflow.flink.io.KafkaConnection;
import io.satisflow.wall.Wall;
import io.satisflow.wall.WallOptions;
import io.satisflow.wall.browser.Chromium;
import io.satisflow.wall.view.Views;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;

/**
 * How long it takes from a record that is sent to Kafka until its number stands on the page of a real browser; beside it
 * until a program hears of it, while no browser looks. And how the first page comes.
 */
public final class BrowserBench {
    private static final int LOADS = 5;
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    /** So many values can be told apart on a scale to 100 by tenths, twice over and with the warming up. */
    public static final int MOST_UPDATES = 400;

    private static final Instant MONDAY = Instant.parse("2026-03-02T09:00:00Z");

    private final KafkaConnection kafka;
    private final Chromium browser;

    /** @param kafka brokers of one's own: topics are created there and written to */
    public BrowserBench(KafkaConnection kafka, Chromium browser) {
        this.kafka = kafka;
        this.browser = browser;
    }

    /**
     * @param updates of the one score, in each of the two parts
     * @param perSecond how many of them
     */
    public record Options(int updates, int perSecond) {}

    /**
     * @param millis from the navigation until the first number stands there
     * @param bytes of the page and what belongs to it, as they came over the wire
     */
    public record FirstPage(double millis, long bytes, int files) {}

    /**
     * @param stream until a program heard of the value, without a browser
     * @param page until the browser drew it
     * @param overtaken values that the browser never showed, since a newer one was there before its next frame
     * @param first the middle one of several loads, each with an empty cache
     */
    public record Result(Delays stream, Delays page, int overtaken, FirstPage first) {}

    public Result run(Options options) {
        try (ScoreFeed feed = new ScoreFeed(kafka);
                Wall wall = Wall.start(wallOptions());
                StreamWatch stream = new StreamWatch(wall.address())) {
            Updates updates = new Updates(feed, options.perSecond());
            String first = updates.send();
            awaitHeard(stream, first);
            Map<String, Long> sent = new HashMap<>();
            updates.warmUp(options.perSecond());
            for (int i = 0; i < options.updates(); i++) {
                long now = System.nanoTime();
                sent.put(updates.send(), now);
            }
            awaitHeard(stream, updates.last());
            Delays heard = new Delays();
            sent.forEach((value, at) -> {
                Long then = stream.heard().get(value);
                if (then != null) {
                    heard.add(then - at);
                }
            });
            FirstPage page = firstPage(wall.address());
            return withBrowser(options, wall.address(), updates, heard, page);
        }
    }

    private Result withBrowser(Options options, String address, Updates updates, Delays heard, FirstPage first) {
        try (PageWatch page = new PageWatch(browser, address)) {
            updates.warmUp(options.perSecond());
            Map<String, Double> sent = new HashMap<>();
            for (int i = 0; i < options.updates(); i++) {
                double now = epochMillis();
                sent.put(updates.send(), now);
            }
            page.await(updates.last());
            Map<String, Double> shown = page.shown();
            Delays drawn = new Delays();
            int overtaken = 0;
            for (Map.Entry<String, Double> update : sent.entrySet()) {
                Double then = shown.get(update.getKey());
                if (then == null) {
                    overtaken++;
                } else {
                    drawn.add((long) ((then - update.getValue()) * 1e6));
                }
            }
            return new Result(heard, drawn, overtaken, first);
        }
    }

    private FirstPage firstPage(String address) {
        List<FirstPage> loads = new ArrayList<>();
        for (int i = 0; i < LOADS; i++) {
            try (PageWatch page = new PageWatch(browser, address)) {
                loads.add(page.came());
            }
        }
        loads.sort(Comparator.comparingDouble(FirstPage::millis));
        return loads.get(LOADS / 2);
    }

    private WallOptions wallOptions() {
        return new WallOptions(
                kafka,
                WallOptions.LOOPBACK,
                0,
                ZoneOffset.UTC,
                "en",
                List.of(new Views.MetricSetting(ScoreFeed.METRIC, "higher", 80.0, List.of(ScoreFeed.WINDOW))),
                List.of(),
                WallOptions.VIEWERS);
    }

    private static void awaitHeard(StreamWatch stream, String value) {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (!stream.heard().containsKey(value)) {
            if (System.nanoTime() > deadline) {
                throw new IllegalStateException("The stream never told the value " + value);
            }
            LockSupport.parkNanos(1_000_000);
        }
    }

    private static double epochMillis() {
        Instant now = Instant.now();
        return now.getEpochSecond() * 1e3 + now.getNano() / 1e6;
    }

    /** A value each time that was not there before, and the engine's time with it. */
    private static final class Updates {
        private final ScoreFeed feed;
        private final long pauseNanos;
        private int count;

        Updates(ScoreFeed feed, int perSecond) {
            this.feed = feed;
            this.pauseNanos = 1_000_000_000L / perSecond;
        }

        /** Sends a value, then pauses; the pause changes a little, so that no beat of the wall falls in with it. */
        String send() {
            count++;
            Instant to = MONDAY.plusMillis(count * pauseNanos / 1_000_000);
            feed.write(to, Double.parseDouble(last()));
            feed.mark(to);
            LockSupport.parkNanos(pauseNanos - pauseNanos / 4 + count * 37L % 100 * pauseNanos / 200);
            return last();
        }

        void warmUp(int updates) {
            for (int i = 0; i < updates; i++) {
                send();
            }
        }

        /** Such as 10.1, by tenths; as many as there are of them on the scale. */
        String last() {
            return BigDecimal.valueOf(101 + count, 1).toString();
        }
    }
}
