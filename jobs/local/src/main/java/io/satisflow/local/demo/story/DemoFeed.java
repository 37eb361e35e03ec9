package io.satisflow.local.demo.story;

import io.satisflow.local.demo.story.shop.Chance;
import io.satisflow.local.demo.story.shop.Customer;
import io.satisflow.local.demo.story.shop.Incident;
import io.satisflow.local.demo.story.shop.Region;
import io.satisflow.local.demo.story.shop.Rhythm;
import io.satisflow.local.demo.story.voice.AppReviews;
import io.satisflow.local.demo.story.voice.FeedRecord;
import io.satisflow.local.demo.story.voice.Slips;
import io.satisflow.local.demo.story.voice.SocialPosts;
import io.satisflow.local.demo.story.voice.Speech;
import io.satisflow.local.demo.story.voice.Surveys;
import io.satisflow.local.demo.story.voice.Tickets;
import io.satisflow.local.demo.story.voice.Voice;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.PriorityQueue;

/**
 * What the shop's channels send, in order of time and without end. Each minute of each channel and region draws for itself,
 * so that the same seed gives the same customers, however the others fare.
 */
public final class DemoFeed implements Iterator<FeedRecord> {
    private static final Duration MINUTE = Duration.ofMinutes(1);

    private final long seed;
    private final Incident incident;
    private final List<Voice> voices;
    private final PriorityQueue<Queued> queue = new PriorityQueue<>(Queued.ORDER);
    private Instant minute;
    private long drawn;

    private record Queued(FeedRecord record, long number) {
        private static final Comparator<Queued> ORDER =
                Comparator.comparing((Queued queued) -> queued.record().at()).thenComparingLong(Queued::number);
    }

    public DemoFeed(long seed, Instant start, Incident incident) {
        this.seed = seed;
        this.incident = incident;
        this.minute = start;
        Speech speech = new Speech();
        voices = List.of(
                new AppReviews(speech), new SocialPosts(speech), new Surveys(speech), new Tickets(speech, incident));
    }

    @Override
    public boolean hasNext() {
        return true;
    }

    /** The time of the next record. */
    public Instant nextAt() {
        return head().record().at();
    }

    @Override
    public FeedRecord next() {
        Queued next = head();
        queue.remove();
        return next.record();
    }

    /** Whatever a later minute draws lies in it or behind it. */
    private Queued head() {
        Queued head = queue.peek();
        while (head == null || !head.record().at().isBefore(minute)) {
            drawMinute();
            head = queue.peek();
        }
        return head;
    }

    private void drawMinute() {
        for (int voice = 0; voice < voices.size(); voice++) {
            for (int region = 0; region < Region.ALL.size(); region++) {
                Chance chance = new Chance(seed, minute.getEpochSecond(), voice, region);
                draw(voices.get(voice), Region.ALL.get(region), chance);
            }
        }
        minute = minute.plus(MINUTE);
    }

    private void draw(Voice voice, Region region, Chance chance) {
        double perDay = voice.perDay() * region.share() * incident.surge(region, minute);
        int speakers = chance.count(Rhythm.perMinute(perDay, minute));
        for (int i = 0; i < speakers; i++) {
            Instant at = minute.plusMillis(chance.upTo((int) MINUTE.toMillis()));
            Customer customer = Customer.who(region, at, incident, chance);
            String id = String.valueOf(100_000 + drawn);
            for (FeedRecord record : voice.speak(at, id, customer, chance)) {
                queue.add(new Queued(Slips.perhaps(record, chance), drawn++));
            }
        }
    }
}
