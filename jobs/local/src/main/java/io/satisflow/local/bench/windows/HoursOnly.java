package io.satisflow.local.bench.windows;

import io.satisflow.satisfaction.score.ReportedScore;
import io.satisflow.satisfaction.score.ScoreRow;
import org.apache.flink.api.common.functions.FlatMapFunction;
import org.apache.flink.util.Collector;

/** Of the engine's rows what the others tell too: how many answers an hour holds and how many satisfied, if it holds any. */
final class HoursOnly implements FlatMapFunction<ScoreRow, WindowCount> {
    private static final double PERCENT = 100;

    @Override
    public void flatMap(ScoreRow row, Collector<WindowCount> out) {
        ReportedScore stars = row.scores().get(ChangeLoad.STARS);
        if (row.window().equals("1h") && stars != null && stars.value() != null) {
            long satisfied = Math.round(stars.value() * stars.n() / PERCENT);
            out.collect(new WindowCount(row.segment().key(), row.to().toEpochMilli(), stars.n(), satisfied));
        }
    }
}
