package io.satisflow.flink.satisfaction;

import io.satisflow.segment.Segment;
import io.satisflow.wire.SatisfactionPane;
import io.satisflow.wire.SatisfactionRow;

/** What rows and panes are keyed by, with the segment as {@link Segment#key()} has it, such as {@code channel=app}. */
public final class SatisfactionKey {
    private SatisfactionKey() {}

    /** The present: {@code channel=app/1h}. */
    public static String ofNow(SatisfactionRow row) {
        return new Segment(row.getSegment()).key() + "/" + row.getWindow();
    }

    /** A step: {@code channel=app/1h/2026-03-02T09:30:00Z}, with the end of the window. */
    public static String ofStep(SatisfactionRow row) {
        return ofNow(row) + "/" + row.getTo();
    }

    /** A pane: {@code channel=app/2026-03-02T09:29:00Z}, with its start. */
    public static String ofPane(SatisfactionPane pane) {
        return new Segment(pane.getSegment()).key() + "/" + pane.getFrom();
    }
}
