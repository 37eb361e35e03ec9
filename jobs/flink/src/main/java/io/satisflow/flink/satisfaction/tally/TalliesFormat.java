package io.satisflow.flink.satisfaction.tally;

import io.satisflow.satisfaction.tally.Histogram;
import io.satisflow.satisfaction.tally.Tallies;
import io.satisflow.satisfaction.tally.Tally;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.flink.core.memory.DataInputDeserializer;
import org.apache.flink.core.memory.DataOutputSerializer;

/**
 * Tallies in as few bytes as they need, since they are what state and network mostly consist of: a version, then for each
 * metric its name, five numbers of one to nine bytes, and the bins of its histogram: how many, then for each how far it is
 * from the one before and what it holds. No bytes at all are no tallies.
 */
public final class TalliesFormat {
    private static final int VERSION = 2;
    /** Had no histograms. */
    private static final int VERSION_WITHOUT_BINS = 1;

    /** Bytes that most tallies fit in. */
    private static final int ROOM = 128;

    private TalliesFormat() {}

    public static byte[] write(Tallies tallies) {
        if (tallies.isNothing()) {
            return new byte[0];
        }
        DataOutputSerializer out = new DataOutputSerializer(ROOM);
        try {
            out.writeByte(VERSION);
            for (Map.Entry<String, Tally> entry : tallies.byMetric().entrySet()) {
                out.writeUTF(entry.getKey());
                Tally tally = entry.getValue();
                writeNumber(out, tally.n());
                writeNumber(out, tally.sum());
                writeNumber(out, tally.squares());
                writeNumber(out, tally.favourable());
                writeNumber(out, tally.unfavourable());
                write(out, tally.histogram());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.getCopyOfBuffer();
    }

    /** @throws IllegalStateException when a later version of Satisflow has written them */
    public static Tallies read(byte[] bytes) {
        if (bytes.length == 0) {
            return Tallies.NOTHING;
        }
        SortedMap<String, Tally> tallies = new TreeMap<>();
        DataInputDeserializer in = new DataInputDeserializer(bytes);
        try {
            int version = in.readByte();
            if (version != VERSION && version != VERSION_WITHOUT_BINS) {
                throw new IllegalStateException(
                        "the state holds tallies of version %d; restore it with the release that wrote it or a later one"
                                .formatted(version));
            }
            while (in.available() > 0) {
                String metric = in.readUTF();
                tallies.put(metric, readTally(in, version));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new Tallies(tallies);
    }

    private static Tally readTally(DataInputDeserializer in, int version) throws IOException {
        return new Tally(
                readNumber(in),
                readNumber(in),
                readNumber(in),
                readNumber(in),
                readNumber(in),
                version == VERSION_WITHOUT_BINS ? Histogram.EMPTY : readHistogram(in));
    }

    private static void write(DataOutputSerializer out, Histogram histogram) throws IOException {
        writeNumber(out, histogram.counts().size());
        int before = 0;
        for (Map.Entry<Integer, Long> bin : histogram.counts().entrySet()) {
            writeNumber(out, bin.getKey() - before);
            writeNumber(out, bin.getValue());
            before = bin.getKey();
        }
    }

    private static Histogram readHistogram(DataInputDeserializer in) throws IOException {
        long bins = readNumber(in);
        if (bins == 0) {
            return Histogram.EMPTY;
        }
        SortedMap<Integer, Long> counts = new TreeMap<>();
        int bin = 0;
        for (long i = 0; i < bins; i++) {
            bin += (int) readNumber(in);
            counts.put(bin, readNumber(in));
        }
        return new Histogram(counts);
    }

    /** Seven bits a byte, the lowest first; the sign in the lowest bit of all. */
    private static void writeNumber(DataOutputSerializer out, long number) throws IOException {
        long rest = (number << 1) ^ (number >> 63);
        while ((rest & ~0x7FL) != 0) {
            out.writeByte((int) (rest & 0x7F | 0x80));
            rest >>>= 7;
        }
        out.writeByte((int) rest);
    }

    private static long readNumber(DataInputDeserializer in) throws IOException {
        long number = 0;
        int shift = 0;
        int next;
        do {
            next = in.readByte();
            number |= (long) (next & 0x7F) << shift;
            shift += 7;
        } while ((next & 0x80) != 0);
        return (number >>> 1) ^ -(number & 1);
    }
}
