package io.satisflow.local.bench;

/**
 * How many texts are read in a second of processor time.
 *
 * @param texts how many are read in one pass
 */
public record Throughput(int texts, Runnable pass) {
    /** Long enough to let the compiler do its work, and for the clock of the processor to tell. */
    private static final int TEXTS_MEASURED = 200_000;

    /** A pass that took this long has told enough. */
    private static final double ENOUGH_SECONDS = 3;

    /** @param firstPass the processor time of a pass that has been made, in seconds */
    public double perSecond(double firstPass) {
        if (firstPass >= ENOUGH_SECONDS) {
            return texts / firstPass;
        }
        measured();
        return measured();
    }

    private double measured() {
        CpuClock clock = new CpuClock();
        int read = 0;
        while (read < TEXTS_MEASURED && clock.seconds() < ENOUGH_SECONDS) {
            pass.run();
            read += texts;
        }
        return read / clock.seconds();
    }
}
