package io.satisflow.local.demo.story;

import java.time.Instant;
import java.util.List;

/** A channel as its customers use it. */
interface Voice {
    String channel();

    /** How often somebody begins to speak here on an ordinary day. */
    double perDay();

    /** All that comes of it, which may take days; the first of it at the given instant. */
    List<FeedRecord> speak(Instant at, String id, Customer customer, Chance chance);
}
