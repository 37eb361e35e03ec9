package io.satisflow.scoring.features;

import java.util.Arrays;

/**
 * The buckets that the features of one text fall into, each once: that a word stands in a text says more than how
 * often. Used again from text to text, so that scoring leaves no garbage; hence for one thread only.
 *
 * <p>Which buckets are in is kept in a hash table that grows with the texts, and so stays in the processor's cache for
 * short ones. Its entries carry the number of their text, which makes clearing it a matter of counting on.
 */
public final class BucketSet {
    private static final int SLOTS_PER_BUCKET = 4;
    private static final int FIRST_CAPACITY = 512;

    private final int mask;
    private int[] buckets = new int[FIRST_CAPACITY];
    private long[] slots = new long[SLOTS_PER_BUCKET * FIRST_CAPACITY];
    private int size;
    private int text = 1;

    /** @param bits how many bits of a hash are kept: there are 2^bits buckets */
    public BucketSet(int bits) {
        mask = (1 << bits) - 1;
    }

    /** Begins the next text. */
    public void clear() {
        size = 0;
        text++;
        if (text == 0) {
            Arrays.fill(slots, 0);
            text = 1;
        }
    }

    /** @param hash of a feature, over all its bits or not: they are mixed here */
    public void add(int hash) {
        if (size == buckets.length) {
            grow();
        }
        int bucket = mixed(hash) & mask;
        if (enter(bucket)) {
            buckets[size++] = bucket;
        }
    }

    public int size() {
        return size;
    }

    /** @param index from 0, in the order in which the buckets were first hit */
    public int get(int index) {
        return buckets[index];
    }

    public int[] toArray() {
        return Arrays.copyOf(buckets, size);
    }

    /** Whether the bucket is new to this text. */
    private boolean enter(int bucket) {
        long entry = ((long) text << Integer.SIZE) | bucket;
        int slot = bucket & (slots.length - 1);
        while ((int) (slots[slot] >>> Integer.SIZE) == text) {
            if (slots[slot] == entry) {
                return false;
            }
            slot = (slot + 1) & (slots.length - 1);
        }
        slots[slot] = entry;
        return true;
    }

    private void grow() {
        slots = new long[2 * slots.length];
        for (int i = 0; i < size; i++) {
            enter(buckets[i]);
        }
        buckets = Arrays.copyOf(buckets, 2 * size);
    }

    /** The finalizer of MurmurHash3: neighbouring hashes end far apart. */
    private static int mixed(int hash) {
        int mixed = (hash ^ (hash >>> 16)) * 0x85ebca6b;
        mixed = (mixed ^ (mixed >>> 13)) * 0xc2b2ae35;
        return mixed ^ (mixed >>> 16);
    }
}
