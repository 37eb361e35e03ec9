package io.satisflow.wall.state;

import io.satisflow.wire.Alert;
import io.satisflow.wire.AlertControl;
import io.satisflow.wire.Aspect;
import io.satisflow.wire.DriftSignal;
import io.satisflow.wire.Driver;
import io.satisflow.wire.Feedback;
import io.satisflow.wire.Metric;
import io.satisflow.wire.Rating;
import io.satisflow.wire.SatisfactionRow;
import io.satisflow.wire.ScoredFeedback;
import io.satisflow.wire.Sentiment;
import io.satisflow.wire.SlaEvent;
import io.satisflow.wire.SourcePosition;
import io.satisflow.wire.TicketEvent;
import io.satisflow.wire.TimelineMark;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** Records as the jobs write them, of one Monday morning. */
public final class Records {
    public static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");

    private Records() {}

    public static SatisfactionRow row(Map<String, String> segment, Instant to, double csat, long n) {
        return SatisfactionRow.newBuilder()
                .setSegment(segment)
                .setWindow("24h")
                .setFrom(to.minus(Duration.ofHours(24)))
                .setTo(to)
                .setAsOf(to)
                .setMetrics(Map.of(
                        "csat",
                        new Metric(
                                csat, n, csat - 4, csat + 4, csat - 1, -4.5, 6.5, 80.0, null, "shown", 0L, null, null,
                                null, null, null)))
                .build();
    }

    public static Alert alert(String id, String state) {
        return Alert.newBuilder()
                .setId(id)
                .setRule("score drift")
                .setKey("(all)/csat/down")
                .setState(state)
                .setSince(NOON)
                .setEndedAt(state.equals("resolved") ? NOON.plusSeconds(600) : null)
                .setSeverity("critical")
                .setLabels(Map.of("kind", "score", "metric", "csat"))
                .setAnnotations(
                        Map.of("metric", "csat", "segment", "(all)", "direction", "down", "from", "81", "to", "66"))
                .setReason("drift down")
                .setAsOf(NOON)
                .build();
    }

    public static DriftSignal signal() {
        return DriftSignal.newBuilder()
                .setId("s1")
                .setSegment(Map.of())
                .setMetric("csat")
                .setState("drifted")
                .setAt(NOON)
                .setDirection("down")
                .setFrom(81)
                .setTo(66)
                .setLow(60)
                .setHigh(72)
                .setSince(NOON.minusSeconds(1200))
                .setN(60)
                .setDetector("ewma")
                .setDrivers(List.of(new Driver("channel=app", -15.0, "channel", 0.0, -15.0)))
                .setVerbatims(List.of("Nothing arrives any more."))
                .build();
    }

    public static ScoredFeedback feedback(String id, String text, long offset) {
        return ScoredFeedback.newBuilder()
                .setFeedback(Feedback.newBuilder()
                        .setId(id)
                        .setChannel("app")
                        .setRevision(0)
                        .setOccurredAt(NOON)
                        .setKnownAt(NOON)
                        .setCustomer("c-7")
                        .setText(text)
                        .setLanguage("en")
                        .setRatings(List.of(new Rating("csat", 2.0, 1.0, 5.0)))
                        .setAttributes(Map.of("product", "lamp"))
                        .setSource(source(offset))
                        .build())
                .setSentiment(new Sentiment("negative", -0.8, 0.85, 0.1, 0.05, "linear", false, null))
                .setAspects(List.of(new Aspect("delivery", "negative", -0.8)))
                .build();
    }

    public static TicketEvent opened(String ticket, long offset) {
        return TicketEvent.newBuilder()
                .setTicket(ticket)
                .setId(ticket + ":created")
                .setChannel("app")
                .setType("created")
                .setAt(NOON)
                .setKnownAt(NOON)
                .setDetails(Map.of("team", "deliveries", "attributes.subject", "Where is my lamp?", "status", "open"))
                .setSource(source(offset))
                .build();
    }

    public static SlaEvent word(String ticket, String event) {
        return SlaEvent.newBuilder()
                .setTicket(ticket)
                .setClock("first_reply")
                .setInstance(1)
                .setEvent(event)
                .setAt(NOON)
                .setAsOf(NOON)
                .setDue(NOON.plusSeconds(3600))
                .setTargetS(3600)
                .setTime("wall")
                .setConsumedS(0)
                .setWallS(0)
                .setPolicy("all")
                .build();
    }

    public static AlertControl acknowledgement(String alert) {
        return AlertControl.newBuilder()
                .setId("c1")
                .setAt(NOON)
                .setEffectiveAt(NOON)
                .setKind("ACK")
                .setAlertId(alert)
                .setAuthor("lead")
                .setComment("mine")
                .build();
    }

    public static AlertControl silence() {
        return AlertControl.newBuilder()
                .setId("c2")
                .setAt(NOON)
                .setEffectiveAt(NOON)
                .setKind("SILENCE")
                .setMatchers(Map.of("metric", "csat"))
                .setStartsAt(NOON)
                .setEndsAt(NOON.plusSeconds(3600))
                .setAuthor("lead")
                .setComment("known")
                .build();
    }

    public static TimelineMark mark() {
        return TimelineMark.newBuilder()
                .setId("m1")
                .setAt(NOON)
                .setKind("release")
                .setText("release 4.2")
                .setAuthor("lead")
                .build();
    }

    /** Something on every board. */
    public static void fill(WallState state) {
        state.change(() -> {
            state.time.heard("0", NOON.plusSeconds(60).toEpochMilli(), Instant.now());
            for (int hour = 24; hour >= 0; hour--) {
                state.step(row(Map.of(), NOON.minus(Duration.ofHours(hour)), 80 - hour * 0.25, 100));
            }
            state.present(row(Map.of(), NOON, 80, 400));
            state.present(row(Map.of("channel", "app"), NOON, 66, 40));
            state.present(row(Map.of("channel", "survey"), NOON, 91, 12));
            state.heard(opened("T-1", 1));
            state.heard(word("T-1", "activate"));
            state.heard(feedback("f1", "Where is my lamp?", 1));
            state.heard(feedback("f2", "Late again.", 2));
            state.heard(alert("a1", "firing"));
            state.heard(alert("a2", "resolved"));
            state.heard(signal());
            state.heard(acknowledgement("a1"));
            state.heard(silence());
            state.heard(mark());
        });
    }

    private static SourcePosition source(long offset) {
        return new SourcePosition("raw.app", 0, offset, null);
    }
}
