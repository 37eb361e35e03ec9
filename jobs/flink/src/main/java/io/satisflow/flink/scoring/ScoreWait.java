package io.satisflow.flink.scoring;

import java.time.Duration;
import org.apache.flink.streaming.api.operators.AbstractStreamOperator;
import org.apache.flink.streaming.api.operators.TwoInputStreamOperator;
import org.apache.flink.streaming.api.watermark.Watermark;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;

/**
 * Passes on both of its inputs, feedback and what has been scored of it, and decides what time it is: the time of what is
 * scored, but never further than the wait behind the time of feedback, and never ahead of it.
 *
 * <p>After a start, and as long as scored records keep coming, it waits for them however far behind they are: a backlog is
 * history, whose steps should be told once and in full, as in a replay. That ends when they have come as near as the wait, or
 * when none come. This alone looks at the wall clock; like the pace of marks, it says when rows are told, and not what they
 * are in the end.
 */
final class ScoreWait<T> extends AbstractStreamOperator<T> implements TwoInputStreamOperator<T, T, T> {
    private static final long NEVER = Long.MIN_VALUE;
    private static final long END = Watermark.MAX_WATERMARK.getTimestamp();

    private final long waitMillis;

    /** Without the end of a replay, which is no time. */
    private transient long feedbackTime;

    private transient boolean feedbackEnded;
    private transient long scoredTime;
    private transient long told;
    private transient boolean inStep;
    private transient boolean wasBehind;
    private transient boolean scoredCame;

    ScoreWait(Duration wait) {
        this.waitMillis = wait.toMillis();
    }

    @Override
    public void open() throws Exception {
        super.open();
        feedbackTime = NEVER;
        scoredTime = NEVER;
        told = NEVER;
        getMetricGroup().addGroup("sentiment").gauge("awaitedMillis", this::awaitedMillis);
        getProcessingTimeService().scheduleWithFixedDelay(this::lookForSilence, waitMillis, waitMillis);
    }

    @Override
    public void processElement1(StreamRecord<T> feedback) {
        output.collect(feedback);
    }

    @Override
    public void processElement2(StreamRecord<T> scored) {
        scoredCame = true;
        output.collect(scored);
    }

    @Override
    public void processWatermark1(Watermark mark) throws Exception {
        if (mark.getTimestamp() == END) {
            feedbackEnded = true;
        } else {
            feedbackTime = mark.getTimestamp();
        }
        passTime();
    }

    @Override
    public void processWatermark2(Watermark mark) throws Exception {
        scoredCame = true;
        scoredTime = mark.getTimestamp();
        passTime();
    }

    private void passTime() throws Exception {
        inStep |= feedbackTime != NEVER && !isBehind();
        long earliest = inStep ? Math.max(scoredTime, longestWait()) : scoredTime;
        long time = feedbackEnded ? earliest : Math.min(feedbackTime, earliest);
        if (time > told) {
            told = time;
            processWatermark(new Watermark(time));
        }
    }

    /** What is scored has fallen further behind than it is waited for. */
    private boolean isBehind() {
        return scoredTime < longestWait();
    }

    private long longestWait() {
        return feedbackTime == NEVER ? NEVER : feedbackTime - waitMillis;
    }

    private void lookForSilence(long now) throws Exception {
        boolean behind = isBehind();
        if (behind && wasBehind && !scoredCame) {
            inStep = true;
            passTime();
        }
        wasBehind = behind;
        scoredCame = false;
    }

    /** How far the time of what is scored is behind the time of feedback, in milliseconds. */
    private long awaitedMillis() {
        boolean known = feedbackTime != NEVER && scoredTime != NEVER;
        return known ? Math.max(0, feedbackTime - scoredTime) : 0;
    }
}
