package io.satisflow.local.bench.windows;

import io.satisflow.local.bench.Meter;
import io.satisflow.local.bench.Meter.Phase;
import java.util.Objects;
import org.apache.flink.streaming.api.operators.AbstractStreamOperator;
import org.apache.flink.streaming.api.operators.OneInputStreamOperator;
import org.apache.flink.streaming.api.watermark.Watermark;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;

/**
 * Reads the meter when time has come to the end of the load. What a flush at the end of input brings is not counted, since
 * a live job has none.
 */
final class CountProbe extends AbstractStreamOperator<WindowCount>
        implements OneInputStreamOperator<WindowCount, WindowCount> {
    private static final long SPREAD = 0xBF58476D1CE4E5B9L;

    private final String run;
    private final long end;
    private transient Meter meter;
    private transient long counts;
    private transient long digest;

    /** @param end the watermark with which all has been worked off, epoch milliseconds */
    @SuppressWarnings("NullAway.Init")
    CountProbe(String run, long end) {
        this.run = run;
        this.end = end;
    }

    @Override
    public void open() throws Exception {
        super.open();
        meter = Meter.of(run);
        meter.read(Phase.STARTED, 0, 0);
    }

    @Override
    public void processElement(StreamRecord<WindowCount> element) {
        WindowCount count = element.getValue();
        if (count.to() <= end) {
            counts++;
            long hash = Objects.hash(count.segment(), count.to(), count.n(), count.satisfied());
            digest += (hash ^ hash >>> 15) * SPREAD;
        }
    }

    @Override
    public void processWatermark(Watermark mark) throws Exception {
        super.processWatermark(mark);
        if (mark.getTimestamp() >= end && !meter.hasRead(Phase.WORKED_OFF)) {
            meter.read(Phase.WORKED_OFF, counts, digest);
        }
    }
}
