package io.satisflow.satisfaction.window;

import java.util.BitSet;
import java.util.OptionalLong;

/**
 * Which panes of a segment hold anything: a bit for each pane from the first on. By it empty stretches are passed over
 * without looking into them.
 */
public final class PaneIndex {
    private final long step;
    private long first;
    private BitSet bits;

    private PaneIndex(long step, long first, BitSet bits) {
        this.step = step;
        this.first = first;
        this.bits = bits;
    }

    /**
     * As it was.
     *
     * @param step the length of a pane
     * @param words what {@link #words()} gave; none for an index of nothing
     */
    public static PaneIndex of(long step, long first, long[] words) {
        return new PaneIndex(step, first, BitSet.valueOf(words));
    }

    /** The pane of the first bit. */
    public long first() {
        return first;
    }

    public long[] words() {
        return bits.toLongArray();
    }

    public boolean isEmpty() {
        return bits.isEmpty();
    }

    boolean contains(long pane) {
        return pane >= first && bits.get(bitOf(pane));
    }

    void add(long pane) {
        if (bits.isEmpty()) {
            first = pane;
        } else if (pane < first) {
            beginAt(pane);
        }
        bits.set(bitOf(pane));
    }

    void remove(long pane) {
        if (!contains(pane)) {
            return;
        }
        bits.clear(bitOf(pane));
        if (pane == first && !bits.isEmpty()) {
            beginAt(first + bits.nextSetBit(0) * step);
        }
    }

    /** The first pane that holds anything, at this time or later. */
    OptionalLong next(long from) {
        int bit = bits.nextSetBit(bitOf(Math.max(from, first)));
        return bit < 0 ? OptionalLong.empty() : OptionalLong.of(first + bit * step);
    }

    /** The last pane that holds anything; only when there is one. */
    long last() {
        return first + (bits.length() - 1) * step;
    }

    private void beginAt(long pane) {
        int by = Math.toIntExact((first - pane) / step);
        BitSet moved = new BitSet();
        bits.stream().forEach(bit -> moved.set(bit + by));
        bits = moved;
        first = pane;
    }

    /** Rounded up, so that a time within a pane stands for the next one. */
    private int bitOf(long time) {
        return Math.toIntExact(-Math.floorDiv(first - time, step));
    }
}
