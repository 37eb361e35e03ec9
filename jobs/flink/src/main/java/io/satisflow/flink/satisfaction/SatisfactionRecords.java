package io.satisflow.flink.satisfaction;

import io.satisflow.satisfaction.window.PaneSums;
import io.satisflow.satisfaction.window.ReportedScore;
import io.satisflow.satisfaction.window.ScoreRow;
import io.satisflow.wire.DeadLetter;
import io.satisflow.wire.Metric;
import io.satisflow.wire.SatisfactionPane;
import io.satisflow.wire.SatisfactionRow;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/** Puts what windows say, and feedback that is too late for them, on the wire. */
public final class SatisfactionRecords {
    private SatisfactionRecords() {}

    public static SatisfactionRow toWire(ScoreRow row) {
        Map<String, Metric> metrics = new HashMap<>();
        row.scores().forEach((name, score) -> metrics.put(name, toWire(score)));
        return SatisfactionRow.newBuilder()
                .setSegment(row.segment().values())
                .setWindow(row.window())
                .setFrom(row.from())
                .setTo(row.to())
                .setAsOf(row.asOf())
                .setMetrics(metrics)
                .build();
    }

    private static Metric toWire(ReportedScore score) {
        return new Metric(score.value(), score.n(), score.low(), score.high(), score.previous(), score.target());
    }

    public static SatisfactionPane toWire(PaneSums pane) {
        return SatisfactionPane.newBuilder()
                .setSegment(pane.segment().values())
                .setFrom(pane.from())
                .setTo(pane.to())
                .setAsOf(pane.asOf())
                .setSums(pane.sums())
                .build();
    }

    static DeadLetter tooLate(ContributionState refused, Duration tooLateAfter) {
        return DeadLetter.newBuilder()
                .setChannel(refused.channel())
                .setTopic(refused.topic())
                .setPartition(refused.partition())
                .setOffset(refused.offset())
                .setRow(refused.row())
                .setReason("too_late")
                .setMessage(
                        "feedback %s of %s became known more than %s later, when no window reaches back to it; keep a longer one in windows"
                                .formatted(
                                        refused.feedback(), Instant.ofEpochMilli(refused.occurredAt()), tooLateAfter))
                .setAt(Instant.ofEpochMilli(refused.knownAt()))
                .build();
    }
}
