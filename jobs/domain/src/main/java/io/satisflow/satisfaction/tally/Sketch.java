package io.satisflow.satisfaction.tally;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;

/**
 * Counts distinct things in little room. A thing's hash falls on one of 2048 registers and, there, on the place of its first set
 * bit, as in HyperLogLog (Flajolet and others, 2007); but a register keeps how many fell on each place, and not the highest place
 * alone. So sketches can be merged, and what was added can be taken away again and leaves nothing. The estimate is that of Ertl
 * (New cardinality estimation algorithms for HyperLogLog sketches, 2017), which is without bias for few and for many.
 */
public final class Sketch {
    private static final int BITS = 11;
    private static final int REGISTERS = 1 << BITS;
    /** Places in a register: the first set bit of the rest of a hash, or none at all. */
    private static final int PLACES = Long.SIZE - BITS + 1;

    private static final int ROOM = 64;

    /** How far an estimate lies from the truth in 95 of 100 cases, as a share of it. */
    public static final double REACH = 1.96 * 1.04 / Math.sqrt(REGISTERS);

    private Sketch() {}

    /** One thing. */
    public static Histogram of(String thing) {
        long hash = hash(thing);
        int register = (int) (hash >>> (Long.SIZE - BITS));
        int place = Math.min(PLACES, Long.numberOfLeadingZeros(hash << BITS) + 1);
        return Histogram.ofBin(register * ROOM + place);
    }

    /** How many different things are in it. */
    public static double distinct(Histogram sketch) {
        int[] highest = new int[REGISTERS];
        for (Map.Entry<Integer, Long> bin : sketch.counts().entrySet()) {
            int register = bin.getKey() / ROOM;
            highest[register] = Math.max(highest[register], bin.getKey() % ROOM);
        }
        int[] registersAt = new int[PLACES + 1];
        Arrays.stream(highest).forEach(place -> registersAt[place]++);
        double z = REGISTERS * tau(1 - (double) registersAt[PLACES] / REGISTERS);
        for (int place = PLACES - 1; place >= 1; place--) {
            z = (z + registersAt[place]) / 2;
        }
        z += REGISTERS * sigma((double) registersAt[0] / REGISTERS);
        return REGISTERS / (2 * StrictMath.log(2)) * REGISTERS / z;
    }

    private static double sigma(double share) {
        if (share == 1) {
            return Double.POSITIVE_INFINITY;
        }
        double x = share;
        double y = 1;
        double z = x;
        double before;
        do {
            x *= x;
            before = z;
            z += x * y;
            y += y;
        } while (z != before);
        return z;
    }

    private static double tau(double share) {
        if (share == 0 || share == 1) {
            return 0;
        }
        double x = share;
        double y = 1;
        double z = 1 - x;
        double before;
        do {
            x = Math.sqrt(x);
            before = z;
            y /= 2;
            z -= (1 - x) * (1 - x) * y;
        } while (z != before);
        return z / 3;
    }

    /** FNV-1a, its bits well mixed by the last steps of MurmurHash3: the same on every machine and in every release. */
    private static long hash(String thing) {
        long hash = 0xcbf29ce484222325L;
        for (byte each : thing.getBytes(StandardCharsets.UTF_8)) {
            hash = (hash ^ (each & 0xff)) * 0x100000001b3L;
        }
        hash = (hash ^ (hash >>> 33)) * 0xff51afd7ed558ccdL;
        hash = (hash ^ (hash >>> 33)) * 0xc4ceb9fe1a85ec53L;
        return hash ^ (hash >>> 33);
    }
}
