package io.satisflow.flink.satisfaction.tally;

import io.satisflow.flink.quiet.AwaitedTimes;
import io.satisflow.satisfaction.tally.Tallies;
import java.util.Comparator;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.flink.streaming.api.operators.AbstractStreamOperator;
import org.apache.flink.streaming.api.operators.OneInputStreamOperator;
import org.apache.flink.streaming.api.watermark.Watermark;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.jspecify.annotations.Nullable;

/**
 * Puts changes of one segment together that count as one for whoever comes after: those that become known in one stretch of time
 * and occurred in one. So a segment that everybody belongs to sends no more through the exchange than any other, and wherever it
 * is kept little is added up. They wait here, on the heap, for the next watermark or checkpoint at most, or until they are many.
 */
public final class CombinedChanges extends AbstractStreamOperator<SegmentChange>
        implements OneInputStreamOperator<SegmentChange, SegmentChange> {
    private static final int MOST_GATHERED = 5_000;

    private static final Comparator<Place> IN_ORDER =
            Comparator.comparing(Place::segment).thenComparingLong(Place::known).thenComparingLong(Place::occurred);

    private final long cell;
    private transient SortedMap<Place, Gathered> gathered;

    /** @param cell the length of such a stretch, in milliseconds */
    @SuppressWarnings("NullAway.Init")
    public CombinedChanges(long cell) {
        this.cell = cell;
    }

    /** Stretches by their numbers. */
    private record Place(String segment, long known, long occurred) {}

    /** Read only when there is something to add. */
    private static final class Gathered {
        private final byte[] first;
        private @Nullable Tallies sum;

        Gathered(byte[] first) {
            this.first = first;
        }

        void add(byte[] more) {
            sum = (sum == null ? TalliesFormat.read(first) : sum).plus(TalliesFormat.read(more));
        }

        byte[] tallies() {
            return sum == null ? first : TalliesFormat.write(sum);
        }
    }

    @Override
    public void open() throws Exception {
        super.open();
        gathered = new TreeMap<>(IN_ORDER);
    }

    @Override
    public void processElement(StreamRecord<SegmentChange> element) {
        SegmentChange change = element.getValue();
        Place place = new Place(
                change.segment(), -Math.floorDiv(-change.knownAt(), cell), Math.floorDiv(change.occurredAt(), cell));
        Gathered others = gathered.get(place);
        if (others != null) {
            others.add(change.tallies());
            return;
        }
        gathered.put(place, new Gathered(change.tallies()));
        AwaitedTimes.add(change.knownAt());
        if (gathered.size() >= MOST_GATHERED) {
            tell();
        }
    }

    @Override
    public void processWatermark(Watermark mark) throws Exception {
        tell();
        super.processWatermark(mark);
    }

    /** A checkpoint holds none of them. */
    @Override
    public void prepareSnapshotPreBarrier(long checkpoint) {
        tell();
    }

    @Override
    public void finish() throws Exception {
        tell();
        super.finish();
    }

    /** Also what adds up to nothing: whether things met here is chance, and must not be seen. */
    private void tell() {
        gathered.forEach((place, changes) -> output.collect(new StreamRecord<>(
                new SegmentChange(place.segment(), place.known() * cell, place.occurred() * cell, changes.tallies()),
                place.known() * cell)));
        gathered.clear();
    }
}
