package io.satisflow.flink.io;

import io.satisflow.flink.quiet.CommitWishes;
import java.io.Serializable;
import java.util.stream.IntStream;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.metrics.Gauge;
import org.apache.flink.streaming.api.operators.AbstractStreamOperator;
import org.apache.flink.streaming.api.operators.OneInputStreamOperator;
import org.apache.flink.streaming.api.watermark.Watermark;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.util.OutputTag;

/**
 * Writes the watermark as a {@link Mark} into every partition that this subtask owns (rule T3). Marks say how far
 * results may be read, never what they are, so their pace may follow the wall clock; the last one comes again after a
 * while, since a reader restored from a checkpoint has forgotten the marks it had read.
 *
 * <p>Behind records that are not committed yet a mark goes with them, in their transaction. When all records are
 * committed it goes {@link #BESIDE the transaction}: nobody waits for a commit to learn that time has passed, and
 * silence commits nothing. Such a mark holds whatever happens: no checkpoint that the job can go back to lies before a
 * record that it speaks of.
 */
final class MarkWriter extends AbstractStreamOperator<Outgoing> implements OneInputStreamOperator<Outgoing, Outgoing> {
    static final OutputTag<Outgoing> BESIDE = new OutputTag<>("marks-beside", TypeInformation.of(Outgoing.class));

    private static final long NONE = -1;

    /**
     * How often at most a topic is told the time, in milliseconds.
     *
     * @param withRecords while records come, whose marks share their transaction
     * @param alone while nothing comes
     * @param again while time stands still
     */
    record Pace(long withRecords, long alone, long again) implements Serializable {
        /** A job waits for it, and in the end somebody who is to be warned. */
        private static final Pace AT_ONCE = new Pace(100, 20, 5_000);
        /** Readers outside learn from it how far they know everything: no hurry while there is nothing to know. */
        private static final Pace AT_LEISURE = new Pace(100, 5_000, 10_000);

        static Pace of(Topic topic) {
            return topic.isReadByJobs() ? AT_ONCE : AT_LEISURE;
        }
    }

    private final String writer;
    private final String topic;
    private final int partitions;
    private final Pace pace;

    private transient volatile long time;
    private transient boolean end;
    private transient boolean changed;
    private transient boolean awaitsTurn;
    private transient long writtenAt;
    /** Records have come since the last barrier. */
    private transient boolean uncommitted;
    /** The last checkpoint whose records are not known to be committed. */
    private transient long committing;

    /** @param partitions how many partitions the topic has */
    MarkWriter(String writer, String topic, int partitions, Pace pace) {
        this.writer = writer;
        this.topic = topic;
        this.partitions = partitions;
        this.pace = pace;
    }

    @Override
    public void open() throws Exception {
        super.open();
        time = Long.MIN_VALUE;
        committing = NONE;
        getMetricGroup().addGroup("topic", topic).gauge("eventTimeBehindSeconds", (Gauge<Long>) this::secondsBehind);
        getProcessingTimeService().scheduleWithFixedDelay(this::repeat, pace.again(), pace.again());
    }

    @Override
    public void processElement(StreamRecord<Outgoing> element) {
        output.collect(element);
        if (!uncommitted) {
            uncommitted = true;
            CommitWishes.wish(writer);
        }
    }

    @Override
    public void processWatermark(Watermark watermark) throws Exception {
        super.processWatermark(watermark);
        if (watermark.getTimestamp() == Watermark.MAX_WATERMARK.getTimestamp()) {
            end = true;
            write(false);
            CommitWishes.wishAtOnce(writer);
        } else {
            time = watermark.getTimestamp();
            changed = true;
            writeInTurn();
        }
    }

    /** The time as it is when a commit comes stands behind the records that the commit makes readable. */
    @Override
    public void prepareSnapshotPreBarrier(long checkpoint) {
        if (uncommitted) {
            if (changed) {
                write(false);
            }
            committing = checkpoint;
            uncommitted = false;
        }
    }

    @Override
    public void notifyCheckpointComplete(long checkpoint) throws Exception {
        super.notifyCheckpointComplete(checkpoint);
        if (checkpoint >= committing) {
            committing = NONE;
            writeInTurn();
        }
    }

    /** How far behind the wall clock the topic may be read; -1 before it may be read at all. */
    private long secondsBehind() {
        long reached = time;
        return reached == Long.MIN_VALUE ? -1 : Math.max(0, System.currentTimeMillis() - reached) / 1000;
    }

    /** At once when the last mark was long enough ago, else when its time has come. */
    private void writeInTurn() {
        if (!changed || awaitsTurn) {
            return;
        }
        long turn = writtenAt + (uncommitted ? pace.withRecords() : pace.alone());
        long now = getProcessingTimeService().getCurrentProcessingTime();
        if (turn <= now) {
            writeWhereItMayStand();
        } else {
            awaitsTurn = true;
            getProcessingTimeService().registerTimer(turn, at -> {
                awaitsTurn = false;
                if (changed) {
                    writeWhereItMayStand();
                }
            });
        }
    }

    /** Between a barrier and its commit there is no such place: the commit, or the next record, comes soon. */
    private void writeWhereItMayStand() {
        if (uncommitted) {
            write(false);
        } else if (committing == NONE) {
            write(true);
        }
    }

    private void repeat(long now) {
        if (time != Long.MIN_VALUE && now - writtenAt >= pace.again()) {
            writeWhereItMayStand();
        }
    }

    private void write(boolean beside) {
        int subtask = getRuntimeContext().getTaskInfo().getIndexOfThisSubtask();
        int subtasks = getRuntimeContext().getTaskInfo().getNumberOfParallelSubtasks();
        IntStream.range(0, partitions)
                .filter(partition -> partition % subtasks == subtask)
                .mapToObj(partition ->
                        new StreamRecord<>(Outgoing.ofMark(topic, partition, new Mark(writer, time, end, partitions))))
                .forEach(mark -> {
                    if (beside) {
                        output.collect(BESIDE, mark);
                    } else {
                        output.collect(mark);
                    }
                });
        changed = false;
        writtenAt = getProcessingTimeService().getCurrentProcessingTime();
    }
}
