package io.satisflow.local.chaos.live;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** The books of whoever feeds a run: what was sent, and what has to come of it. May be asked from any thread. */
final class Ledger {
    /** How long the desk of the campaign promises to answer in. */
    static final Duration PROMISE = Duration.ofSeconds(15);

    private final Set<String> feedback = new HashSet<>();
    private final Set<String> ticketEvents = new HashSet<>();
    private final Map<String, Instant> due = new HashMap<>();
    private final Set<String> kept = new HashSet<>();
    private final Set<String> broken = new HashSet<>();

    synchronized void answered(String id) {
        feedback.add(id);
    }

    /** A customer writes, which is feedback as well. */
    synchronized void created(String id, String ticket, Instant at) {
        feedback.add(id);
        ticketEvents.add(id + ":created");
        due.put(ticket, at.plus(PROMISE));
    }

    synchronized void replied(String id, String ticket, Instant at) {
        ticketEvents.add(id + ":agent_reply");
        (at.isBefore(due.get(ticket)) ? kept : broken).add(ticket);
    }

    synchronized void closed(String id, String ticket, Instant at) {
        ticketEvents.add(id + ":status");
        if (!kept.contains(ticket) && !at.isBefore(due.get(ticket))) {
            broken.add(ticket);
        }
    }

    /** Ids of all that customers said. */
    synchronized Set<String> feedback() {
        return Set.copyOf(feedback);
    }

    /** Ids of what happened to tickets, as intake derives them from the record's id and what it tells of. */
    synchronized Set<String> ticketEvents() {
        return Set.copyOf(ticketEvents);
    }

    /** Tickets whose promise was broken: each has to be told of, once. */
    synchronized Set<String> broken() {
        return Set.copyOf(broken);
    }

    synchronized int lines() {
        return feedback.size() + ticketEvents.size() - due.size();
    }
}
