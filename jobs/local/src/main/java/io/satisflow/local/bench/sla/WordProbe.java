package io.satisflow.local.bench.sla;

import io.satisflow.local.bench.Lateness;
import io.satisflow.local.bench.Meter;
import io.satisflow.local.bench.Meter.Phase;
import io.satisflow.sla.clock.SlaEvent;
import io.satisflow.sla.clock.SlaEventType;
import java.util.Map;
import java.util.Objects;
import org.apache.flink.streaming.api.operators.AbstractStreamOperator;
import org.apache.flink.streaming.api.operators.OneInputStreamOperator;
import org.apache.flink.streaming.api.watermark.Watermark;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;

/** Hears what the clocks say, in their thread, and reads the meter when a phase is over. */
final class WordProbe extends AbstractStreamOperator<SlaEvent> implements OneInputStreamOperator<SlaEvent, SlaEvent> {
    private final String run;
    private final Map<Phase, Long> ends;
    private transient Meter meter;
    private transient Lateness lateness;
    private transient long words;
    private transient long digest;

    /** @param ends the watermark with which each phase is over */
    WordProbe(String run, Map<Phase, Long> ends) {
        this.run = run;
        this.ends = Map.copyOf(ends);
    }

    @Override
    public void open() throws Exception {
        super.open();
        meter = Meter.of(run);
        lateness = meter.lateness();
        meter.read(Phase.STARTED, 0, 0);
    }

    @Override
    public void processElement(StreamRecord<SlaEvent> element) {
        SlaEvent word = element.getValue();
        words++;
        digest += digestOf(word);
        if (word.type() == SlaEventType.BREACH && word.due() != null) {
            lateness.add(
                    word.asOf().toEpochMilli() - word.due().toEpochMilli() - 1,
                    meter.lagOf(word.asOf().toEpochMilli()));
        }
    }

    @Override
    public void processWatermark(Watermark mark) throws Exception {
        super.processWatermark(mark);
        ends.forEach((phase, end) -> {
            if (mark.getTimestamp() >= end && !meter.hasRead(phase)) {
                meter.read(phase, words, digest);
            }
        });
    }

    /** A sum, so that the order between tickets plays no part; as_of keeps the order within one. */
    private static long digestOf(SlaEvent word) {
        long hash = Objects.hash(
                word.ticket(),
                word.clock().wireName(),
                word.type().wireName(),
                word.instance(),
                word.reason(),
                word.due());
        hash = hash * 1_000_003 + word.at().toEpochMilli();
        hash = hash * 1_000_003 + word.asOf().toEpochMilli();
        return (hash ^ hash >>> 29) * 0xBF58476D1CE4E5B9L;
    }
}
