package io.satisflow.flink.io;

import java.util.stream.IntStream;
import org.apache.flink.metrics.Gauge;
import org.apache.flink.streaming.api.operators.AbstractStreamOperator;
import org.apache.flink.streaming.api.operators.OneInputStreamOperator;
import org.apache.flink.streaming.api.watermark.Watermark;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;

/**
 * Writes the watermark as a {@link Mark} into every partition that this subtask owns (rule T3). Marks say how far
 * results may be read, never what they are, so their pace may follow the wall clock: at most one each
 * {@link #PACE_MILLIS}, and the last one again each {@link #REPEAT_MILLIS}, since a reader restored from a checkpoint
 * has forgotten the marks it had read.
 */
final class MarkWriter extends AbstractStreamOperator<Outgoing> implements OneInputStreamOperator<Outgoing, Outgoing> {
    static final long PACE_MILLIS = 100;
    static final long REPEAT_MILLIS = 5_000;

    private final String writer;
    private final String topic;
    private final int partitions;

    private transient volatile long time;
    private transient boolean end;
    private transient boolean changed;
    private transient long writtenAt;

    /** @param partitions how many partitions the topic has */
    MarkWriter(String writer, String topic, int partitions) {
        this.writer = writer;
        this.topic = topic;
        this.partitions = partitions;
    }

    @Override
    public void open() throws Exception {
        super.open();
        time = Long.MIN_VALUE;
        getMetricGroup().addGroup("topic", topic).gauge("eventTimeBehindSeconds", (Gauge<Long>) this::secondsBehind);
        getProcessingTimeService().scheduleWithFixedDelay(this::onPace, PACE_MILLIS, PACE_MILLIS);
    }

    @Override
    public void processElement(StreamRecord<Outgoing> element) {
        output.collect(element);
    }

    @Override
    public void processWatermark(Watermark watermark) throws Exception {
        super.processWatermark(watermark);
        if (watermark.getTimestamp() == Watermark.MAX_WATERMARK.getTimestamp()) {
            end = true;
            writeMarks();
        } else {
            time = watermark.getTimestamp();
            changed = true;
        }
    }

    /** How far behind the wall clock the topic may be read; -1 before it may be read at all. */
    private long secondsBehind() {
        long reached = time;
        return reached == Long.MIN_VALUE ? -1 : Math.max(0, System.currentTimeMillis() - reached) / 1000;
    }

    private void onPace(long now) {
        boolean repeat = now - writtenAt >= REPEAT_MILLIS;
        if (time != Long.MIN_VALUE && (changed || repeat)) {
            writeMarks();
        }
    }

    private void writeMarks() {
        int subtask = getRuntimeContext().getTaskInfo().getIndexOfThisSubtask();
        int subtasks = getRuntimeContext().getTaskInfo().getNumberOfParallelSubtasks();
        IntStream.range(0, partitions)
                .filter(partition -> partition % subtasks == subtask)
                .mapToObj(partition -> Outgoing.ofMark(topic, partition, new Mark(writer, time, end, partitions)))
                .forEach(mark -> output.collect(new StreamRecord<>(mark)));
        changed = false;
        writtenAt = getProcessingTimeService().getCurrentProcessingTime();
    }
}
