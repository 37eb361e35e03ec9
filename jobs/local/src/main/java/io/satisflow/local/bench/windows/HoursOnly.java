package io.satisflow.local.bench.windows;

import io.satisflow.satisfaction.score.ReportedScore;
import io.satisflow.satisfaction.score.ScoreRow;
import org.apache.flink.api.common.functions.FlatMapFunction;
import org.apache.flink.util.Collector;

/** Of the engine's rows what the others tell too: how many answers an hour holds, as long as it holds any. */
final class HoursOnly implements FlatMapFunction<ScoreRow, WindowCount> {
    @Override
    public void flatMap(ScoreRow row, Collector<WindowCount> out) {
        ReportedScore volume = row.scores().get(ChangeLoad.VOLUME);
        if (row.window().equals("1h") && volume != null && volume.n() > 0) {
            out.collect(new WindowCount(row.segment().key(), row.to().toEpochMilli(), volume.n()));
        }
    }
}
