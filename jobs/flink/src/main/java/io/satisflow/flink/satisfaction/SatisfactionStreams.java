package io.satisflow.flink.satisfaction;

import io.satisflow.ledger.DeadLetter;
import io.satisflow.satisfaction.score.ScoreRow;
import io.satisflow.satisfaction.window.PaneSums;
import org.apache.flink.streaming.api.datastream.DataStream;

/**
 * What is known of satisfaction.
 *
 * @param now the present row of every segment and window, for a compacted topic
 * @param steps every step that changed, corrections of earlier ones included
 * @param panes what may be added up
 * @param tooLate feedback that no window reaches back to
 */
public record SatisfactionStreams(
        DataStream<ScoreRow> now,
        DataStream<ScoreRow> steps,
        DataStream<PaneSums> panes,
        DataStream<DeadLetter> tooLate) {}
