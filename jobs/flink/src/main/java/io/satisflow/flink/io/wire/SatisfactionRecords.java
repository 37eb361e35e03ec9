package io.satisflow.flink.io.wire;

import io.satisflow.satisfaction.window.PaneSums;
import io.satisflow.satisfaction.window.ReportedScore;
import io.satisflow.satisfaction.window.ScoreRow;
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
        return new Metric(
                score.value(),
                score.n(),
                score.low(),
                score.high(),
                score.previous(),
                score.changeLow(),
                score.changeHigh(),
                score.target());
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
