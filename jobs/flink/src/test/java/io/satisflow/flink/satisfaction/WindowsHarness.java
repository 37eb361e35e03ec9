package io.satisflow.flink.satisfaction;

import io.satisflow.flink.satisfaction.tally.SegmentChange;
import io.satisflow.flink.satisfaction.window.WindowsOfSegment;
import io.satisflow.satisfaction.SatisfactionSettings;
import io.satisflow.satisfaction.score.ScoreRow;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.streaming.util.KeyedOneInputStreamOperatorTestHarness;
import org.jspecify.annotations.Nullable;

/** The operator that keeps windows, begun anew or from where another one stopped. */
final class WindowsHarness extends KeyedOneInputStreamOperatorTestHarness<String, SegmentChange, ScoreRow> {
    private static final int ENOUGH = 1_000_000;

    WindowsHarness(SatisfactionSettings settings) throws Exception {
        this(settings, null, ENOUGH);
    }

    /** @param mostAtHand numbers that may be on the heap */
    WindowsHarness(SatisfactionSettings settings, @Nullable OperatorSubtaskState checkpoint, int mostAtHand)
            throws Exception {
        super(new WindowsOfSegment(settings, StoredSegments::new, mostAtHand), SegmentChange::segment, Types.STRING);
        setup();
        if (checkpoint != null) {
            initializeState(checkpoint);
        }
        open();
    }

    /** As after a restart, maybe with other settings. */
    WindowsHarness restored(SatisfactionSettings settings) throws Exception {
        return new WindowsHarness(settings, checkpoint(), ENOUGH);
    }

    private OperatorSubtaskState checkpoint() throws Exception {
        prepareSnapshotPreBarrier(1);
        return snapshot(1, 1);
    }
}
