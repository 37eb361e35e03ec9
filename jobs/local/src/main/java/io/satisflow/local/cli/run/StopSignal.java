package io.satisflow.local.cli.run;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Ctrl-C, or a polite kill: asks the command to stop and keeps the process until it has ended itself. */
public final class StopSignal implements AutoCloseable {
    private static final Duration LONGEST_STOP = Duration.ofSeconds(30);

    private final CountDownLatch asked = new CountDownLatch(1);
    private final Thread hook = new Thread(this::ask, "stop signal");

    private StopSignal() {}

    /** Listens until it is closed. */
    public static StopSignal listen() {
        StopSignal signal = new StopSignal();
        Runtime.getRuntime().addShutdownHook(signal.hook);
        return signal;
    }

    public boolean isAsked() {
        return asked.getCount() == 0;
    }

    /** The main method halts the process with its own exit code; this only bounds how long that may take. */
    private void ask() {
        asked.countDown();
        try {
            TimeUnit.SECONDS.sleep(LONGEST_STOP.toSeconds());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        if (!isAsked()) {
            Runtime.getRuntime().removeShutdownHook(hook);
        }
    }
}
