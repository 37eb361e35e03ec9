package io.satisflow.local.replay.books;

import io.satisflow.wire.DeadLetter;
import io.satisflow.wire.SourcePosition;
import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;

/** Which places of the raw topic have been seen: a bit for each. */
public final class RowPositions {
    private final Map<String, BitSet> byPartition = new HashMap<>();

    public void add(SourcePosition source) {
        of(source.getTopic(), source.getPartition()).set(Math.toIntExact(source.getOffset()));
    }

    public boolean contains(DeadLetter letter) {
        return of(letter.getTopic(), letter.getPartition()).get(Math.toIntExact(letter.getOffset()));
    }

    public long size() {
        return byPartition.values().stream().mapToLong(BitSet::cardinality).sum();
    }

    private BitSet of(String topic, int partition) {
        return byPartition.computeIfAbsent(topic + "-" + partition, name -> new BitSet());
    }
}
