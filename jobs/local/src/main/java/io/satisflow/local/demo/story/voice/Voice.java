package io.satisflow.local.demo.story.voice;

import io.satisflow.local.demo.story.shop.Chance;
import io.satisflow.local.demo.story.shop.Customer;
import java.time.Instant;
import java.util.List;

/** A channel as its customers use it. */
public interface Voice {
    String channel();

    /** How often somebody begins to speak here on an ordinary day. */
    double perDay();

    /** All that comes of it, which may take days; the first of it at the given instant. */
    List<FeedRecord> speak(Instant at, String id, Customer customer, Chance chance);
}
