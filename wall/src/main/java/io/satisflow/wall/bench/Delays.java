package io.satisflow.wall.bench;

/** How long things took, to the tenth of a millisecond up to a minute. */
public final class Delays {
    private static final long UNIT_NANOS = 100_000;
    private static final int UNITS = 600_000;

    private final int[] counts = new int[UNITS + 1];
    private long total;
    private long longest;

    public void add(long nanos) {
        counts[(int) Math.min(UNITS, Math.max(0, nanos) / UNIT_NANOS)]++;
        total++;
        longest = Math.max(longest, nanos);
    }

    public long total() {
        return total;
    }

    /** @param share such as 0.99 */
    public double millis(double share) {
        long wanted = (long) Math.ceil(total * share);
        long seen = 0;
        for (int unit = 0; unit <= UNITS; unit++) {
            seen += counts[unit];
            if (seen >= wanted && seen > 0) {
                return (unit + 1) * UNIT_NANOS / 1e6;
            }
        }
        return 0;
    }

    public double longestMillis() {
        return longest / 1e6;
    }
}
