package io.satisflow.flink.io.wire;

import io.satisflow.satisfaction.score.ReportedScore;
import io.satisflow.satisfaction.score.ScoreMeaning;
import io.satisflow.satisfaction.score.ScoreRow;
import io.satisflow.satisfaction.window.PaneSums;
import io.satisflow.wire.Metric;
import io.satisflow.wire.SatisfactionPane;
import io.satisflow.wire.SatisfactionRow;
import java.util.HashMap;
import java.util.Map;

/** What windows say, on the wire. */
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
        ScoreMeaning standing = score.standing();
        return Metric.newBuilder()
                .setValue(score.value())
                .setN(score.n())
                .setLow(score.low())
                .setHigh(score.high())
                .setPrevious(score.previous())
                .setChangeLow(score.changeLow())
                .setChangeHigh(score.changeHigh())
                .setTarget(score.target())
                .setMovement(
                        score.movement() == ReportedScore.Movement.UNKNOWN
                                ? null
                                : score.movement().wireName())
                .setShown(standing.shown().wireName())
                .setProvisional(standing.provisional())
                .setYearBefore(standing.yearBefore().value())
                .setYearChangeLow(standing.yearBefore().changeLow())
                .setYearChangeHigh(standing.yearBefore().changeHigh())
                .setPlan(standing.plan() == null ? null : standing.plan().wireName())
                .setNeeded(standing.needed())
                .build();
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
}
