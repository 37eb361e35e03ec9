package io.satisflow.flink.courier;

import io.satisflow.hook.HookRequest;
import io.satisflow.hook.HookResponse;
import java.io.IOException;
import java.time.Instant;

/** Carries one request to its receiver and brings the response, on the thread it is called on. */
interface Courier extends AutoCloseable {

    HookResponse carry(HookRequest request, Instant now) throws IOException;

    /** Breaks off what {@link #carry} is at, from another thread. */
    void interrupt();

    @Override
    void close();
}
