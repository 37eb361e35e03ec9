package io.satisflow.local.live;

import io.satisflow.flink.intake.ReadersAtHand;

/** Whom intake's clock waits for: until the jobs have ended, and not only until nobody reads any more. */
final class WaitedFor implements AutoCloseable {
    private AutoCloseable registration = () -> {};

    void begin(ReadersAtHand.Reader reader) {
        registration = ReadersAtHand.waitFor(reader);
    }

    @Override
    public void close() throws Exception {
        registration.close();
    }
}
