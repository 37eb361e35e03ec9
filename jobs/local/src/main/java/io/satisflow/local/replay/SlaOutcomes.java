package io.satisflow.local.replay;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.satisflow.wire.SlaEvent;
import java.util.Map;
import java.util.TreeMap;

/** How the clocks of a replay ended, by policy and clock. */
final class SlaOutcomes {
    private final Map<ClockInstance, Outcome> outcomes = new TreeMap<>();

    private record ClockInstance(String ticket, String clock, int instance) implements Comparable<ClockInstance> {
        @Override
        public int compareTo(ClockInstance other) {
            int byTicket = ticket.compareTo(other.ticket);
            int byClock = byTicket != 0 ? byTicket : clock.compareTo(other.clock);
            return byClock != 0 ? byClock : Integer.compare(instance, other.instance);
        }
    }

    private record Promise(String policy, String clock) implements Comparable<Promise> {
        @Override
        public int compareTo(Promise other) {
            int byPolicy = policy.compareTo(other.policy);
            return byPolicy != 0 ? byPolicy : clock.compareTo(other.clock);
        }
    }

    private static final class Outcome {
        private String policy = "";
        private int activated;
        private int warned;
        private int breached;
        private int fulfilled;
        private int cancelled;
    }

    /** Events of a ticket come in their order. */
    void add(SlaEvent event) {
        Outcome outcome = outcomes.computeIfAbsent(
                new ClockInstance(event.getTicket(), event.getClock(), event.getInstance()), key -> new Outcome());
        outcome.policy = event.getPolicy();
        if (event.getRetracts() == null) {
            count(outcome, event.getEvent(), 1);
        } else {
            count(outcome, event.getRetracts(), -1);
        }
    }

    private static void count(Outcome outcome, String event, int by) {
        switch (event) {
            case "activate" -> outcome.activated += by;
            case "warn" -> outcome.warned += by;
            case "breach" -> outcome.breached += by;
            case "fulfil" -> outcome.fulfilled += by;
            case "cancel" -> outcome.cancelled += by;
            default -> {
                // Pauses and new targets do not decide how a clock ends.
            }
        }
    }

    /** Met and missed are final; running is what the end of the replay cut off. */
    ArrayNode toJson(ArrayNode rows) {
        Map<Promise, int[]> sums = new TreeMap<>();
        outcomes.forEach((key, outcome) -> {
            if (outcome.activated > 0) {
                int[] sum = sums.computeIfAbsent(new Promise(outcome.policy, key.clock()), promise -> new int[5]);
                sum[ending(outcome)]++;
                sum[4] += outcome.warned > 0 ? 1 : 0;
            }
        });
        sums.forEach((promise, sum) -> row(rows.addObject(), promise, sum));
        return rows;
    }

    private static int ending(Outcome outcome) {
        if (outcome.breached > 0) {
            return 1;
        }
        if (outcome.fulfilled > 0) {
            return 0;
        }
        return outcome.cancelled > 0 ? 3 : 2;
    }

    private static void row(ObjectNode row, Promise promise, int[] sum) {
        row.put("policy", promise.policy())
                .put("clock", promise.clock())
                .put("met", sum[0])
                .put("missed", sum[1])
                .put("running", sum[2])
                .put("cancelled", sum[3])
                .put("warned", sum[4]);
    }
}
