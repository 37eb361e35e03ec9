package io.satisflow.local.cli;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Ctrl-C, or a polite kill: asks the command to stop and keeps the process until it has. */
final class StopSignal {
    private static final Duration LONGEST_STOP = Duration.ofSeconds(30);

    private final CountDownLatch asked = new CountDownLatch(1);

    private StopSignal() {}

    /** Listens from now on. */
    static StopSignal listen() {
        StopSignal signal = new StopSignal();
        Runtime.getRuntime().addShutdownHook(new Thread(signal::ask, "stop signal"));
        return signal;
    }

    boolean isAsked() {
        return asked.getCount() == 0;
    }

    /** The command ends the process itself when it has stopped; if it does not come to that, it is ended here. */
    private void ask() {
        asked.countDown();
        try {
            new CountDownLatch(1).await(LONGEST_STOP.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
