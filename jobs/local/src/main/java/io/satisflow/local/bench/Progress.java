package io.satisflow.local.bench;

import java.io.PrintWriter;
import java.time.Duration;

/** Tells now and then how far a long work is; a short one says nothing. */
public final class Progress {
    private static final long EVERY = Duration.ofSeconds(5).toNanos();

    private final PrintWriter notes;
    private final String things;
    private final int all;
    private int done;
    private long told = System.nanoTime();

    /** @param things what the steps are made of, such as texts */
    public Progress(PrintWriter notes, String things, int all) {
        this.notes = notes;
        this.things = things;
        this.all = all;
    }

    public void step() {
        done++;
        long now = System.nanoTime();
        if (now - told >= EVERY) {
            told = now;
            notes.println("%,d of %,d %s".formatted(done, all, things));
            notes.flush();
        }
    }
}
