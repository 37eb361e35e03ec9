package io.satisflow.flink.engine;

import io.satisflow.alerts.control.AlertControl;
import io.satisflow.alerts.control.ControlKind;
import io.satisflow.feedback.Feedback;
import io.satisflow.feedback.Rating;
import io.satisflow.flink.intake.RawArrival;
import io.satisflow.ledger.RecordedFeedback;
import io.satisflow.ledger.RecordedTicketEvent;
import io.satisflow.ledger.ScoredFeedback;
import io.satisflow.ledger.SourcePosition;
import io.satisflow.sentiment.Polarity;
import io.satisflow.sentiment.Sentiment;
import io.satisflow.sla.policy.AppliedPolicies;
import io.satisflow.ticket.TicketEvent;
import io.satisflow.ticket.TicketEventType;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A few hours in which customers of one channel become unhappy, tickets are opened, answered and forgotten, policies become
 * stricter, and somebody silences an alert.
 */
final class RecordedDay {
    static final Instant START = Instant.parse("2026-03-02T09:00:00Z");
    /** In the middle of everything: drifts last, tickets wait, alerts fire, windows are full. */
    static final Instant CUT = START.plus(Duration.ofMinutes(245));

    static final Instant END = START.plus(Duration.ofMinutes(420));

    private static final int MINUTES = 400;
    private static final int UNHAPPY_FROM = 180;

    private RecordedDay() {}

    static List<ScoredFeedback> feedback() {
        List<ScoredFeedback> records = new ArrayList<>();
        for (int minute = 1; minute < MINUTES; minute++) {
            boolean unhappy = minute >= UNHAPPY_FROM && minute % 2 == 0;
            double stars = unhappy ? 1 : 4 + minute % 3 / 2;
            records.add(record(minute, minute % 2 == 0 ? "app" : "web", stars, unhappy ? -0.8 : 0.6));
        }
        return records;
    }

    static List<RecordedTicketEvent> ticketEvents() {
        List<RecordedTicketEvent> events = new ArrayList<>();
        for (int minute = 0; minute < MINUTES - 60; minute += 20) {
            String ticket = "T" + minute;
            events.add(event(
                    ticket,
                    TicketEventType.CREATED,
                    START.plus(Duration.ofMinutes(minute)),
                    Map.of("team", "billing")));
        }
        for (int minute = 0; minute < MINUTES - 60; minute += 40) {
            String ticket = "T" + minute;
            events.add(
                    event(ticket, TicketEventType.AGENT_REPLY, START.plus(Duration.ofMinutes(minute + 50)), Map.of()));
        }
        events.sort((one, other) -> one.knownAt().compareTo(other.knownAt()));
        return events;
    }

    private static ScoredFeedback record(int minute, String channel, double stars, double score) {
        Instant at = START.plus(Duration.ofMinutes(minute));
        Feedback feedback = new Feedback(
                "f" + minute,
                channel,
                1,
                at,
                null,
                null,
                null,
                List.of(new Rating("stars", stars, 1, 5)),
                List.of(),
                "text " + minute,
                "en",
                Map.of());
        Polarity polarity = new Polarity((1 - score) / 2, 0, (1 + score) / 2);
        return new ScoredFeedback(
                new RecordedFeedback(feedback, at.plusSeconds(5), new SourcePosition("raw", 0, minute)),
                Sentiment.of(polarity, "test", false),
                null,
                List.of());
    }

    private static RecordedTicketEvent event(
            String ticket, TicketEventType type, Instant at, Map<String, String> details) {
        return new RecordedTicketEvent(
                "helpdesk",
                new TicketEvent(ticket, ticket + "/" + type.wireName(), type, at, at.plusSeconds(1), details),
                new SourcePosition("raw-tickets", 0, at.toEpochMilli()));
    }

    /** They hold from some time after the cut on, and are known long before. */
    static AppliedPolicies stricter() {
        Instant from = CUT.plus(Duration.ofMinutes(20));
        String policies = """
                policies:
                  - name: stricter
                    targets:
                      first_reply: {target: 25m, time: wall, warn: [10m]}
                """;
        return new AppliedPolicies(
                "stricter", from, policies, Map.of(), Map.of(), START, new SourcePosition("policies", 0, 0));
    }

    /** Said before the cut, it holds after it. */
    static List<AlertControl> controls() {
        Instant said = CUT.minus(Duration.ofMinutes(10));
        return List.of(new AlertControl(
                "quiet",
                said,
                said,
                ControlKind.SILENCE,
                null,
                Map.of("rule", "sla warning"),
                CUT.plus(Duration.ofMinutes(5)),
                CUT.plus(Duration.ofMinutes(60)),
                "ann",
                "moving house"));
    }

    /** Every other one is late: when it may be used is what its partition remembers. */
    static List<RawArrival> arrivals() {
        List<RawArrival> arrivals = new ArrayList<>();
        for (int minute = 5; minute < MINUTES; minute += 40) {
            boolean late = minute / 40 % 2 == 1;
            Instant occurredAt = START.plus(Duration.ofMinutes(late ? 1 : minute));
            ScoredFeedback record = record(minute, "app", 3, 0);
            RecordedFeedback feedback = new RecordedFeedback(
                    record.feedback(), occurredAt, record.recorded().source());
            arrivals.add(new RawArrival(
                    "raw-0", occurredAt.toEpochMilli(), null, List.of(feedback), List.of(), List.of(), null, null));
        }
        return arrivals;
    }

    /** When it was read. */
    static Instant arrivedAt(RecordedFeedback feedback) {
        return START.plus(Duration.ofMinutes(feedback.source().offset()));
    }
}
