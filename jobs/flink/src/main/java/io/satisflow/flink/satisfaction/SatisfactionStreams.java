package io.satisflow.flink.satisfaction;

import io.satisflow.wire.DeadLetter;
import io.satisflow.wire.SatisfactionPane;
import io.satisflow.wire.SatisfactionRow;
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
        DataStream<SatisfactionRow> now,
        DataStream<SatisfactionRow> steps,
        DataStream<SatisfactionPane> panes,
        DataStream<DeadLetter> tooLate) {}
