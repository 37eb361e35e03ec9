package io.satisflow.local.sort;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;

/**
 * What is put in order, with what the order goes by.
 *
 * @param time epoch milliseconds
 * @param order in which it was added
 */
public record SortedEntry(long time, String key, long order, byte[] data) {
    /** By time; what is of one time stays in the order in which it was added. */
    public static final Comparator<SortedEntry> BY_TIME =
            Comparator.comparingLong(SortedEntry::time).thenComparingLong(SortedEntry::order);

    /** By time, then key; within both, in the order in which it was added. */
    public static final Comparator<SortedEntry> BY_TIME_AND_KEY = Comparator.comparingLong(SortedEntry::time)
            .thenComparing(SortedEntry::key)
            .thenComparingLong(SortedEntry::order);

    /** By key, then time; within both, in the order in which it was added. */
    public static final Comparator<SortedEntry> BY_KEY_AND_TIME = Comparator.comparing(SortedEntry::key)
            .thenComparingLong(SortedEntry::time)
            .thenComparingLong(SortedEntry::order);

    public static final Comparator<SortedEntry> AS_ADDED = Comparator.comparingLong(SortedEntry::order);

    private static final int OVERHEAD = 80;

    /** About how much memory it takes. */
    long bytes() {
        return OVERHEAD + 2L * key.length() + data.length;
    }

    void write(DataOutputStream out) throws IOException {
        byte[] keyBytes = key.getBytes(StandardCharsets.UTF_8);
        out.writeLong(time);
        out.writeLong(order);
        out.writeInt(keyBytes.length);
        out.write(keyBytes);
        out.writeInt(data.length);
        out.write(data);
    }

    static SortedEntry read(DataInputStream in) throws IOException {
        long time = in.readLong();
        long order = in.readLong();
        String key = new String(in.readNBytes(in.readInt()), StandardCharsets.UTF_8);
        return new SortedEntry(time, key, order, in.readNBytes(in.readInt()));
    }
}
