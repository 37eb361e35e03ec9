package io.satisflow.scoring.features;

import java.util.Arrays;

/**
 * The buckets that the features of one text fall into, each once: that a word stands in a text says more than how
 * often. Used again from text to text, so that scoring leaves no garbage; hence for one thread only.
 */
public final class BucketSet {
    private final int mask;
    private final int[] textOfBucket;
    private int[] buckets = new int[1024];
    private int size;
    private int text = 1;

    /** @param bits how many bits of a hash are kept: there are 2^bits buckets */
    public BucketSet(int bits) {
        mask = (1 << bits) - 1;
        textOfBucket = new int[1 << bits];
    }

    /** Begins the next text. */
    public void clear() {
        size = 0;
        text++;
        if (text == 0) {
            Arrays.fill(textOfBucket, 0);
            text = 1;
        }
    }

    /** @param hash of a feature, over all its bits or not: they are mixed here */
    public void add(int hash) {
        int bucket = mixed(hash) & mask;
        if (textOfBucket[bucket] != text) {
            textOfBucket[bucket] = text;
            append(bucket);
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

    private void append(int bucket) {
        if (size == buckets.length) {
            buckets = Arrays.copyOf(buckets, 2 * size);
        }
        buckets[size++] = bucket;
    }

    /** The finalizer of MurmurHash3: neighbouring hashes end far apart. */
    private static int mixed(int hash) {
        int mixed = (hash ^ (hash >>> 16)) * 0x85ebca6b;
        mixed = (mixed ^ (mixed >>> 13)) * 0xc2b2ae35;
        return mixed ^ (mixed >>> 16);
    }
}
