package io.satisflow.flink.delivery;

import io.satisflow.wire.Notification;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;

/** A way to tell a receiver. It tries once and says what became of it; all patience is the ledger's. */
interface Hook {

    /** @return an answer, never a failure */
    CompletableFuture<Answer> send(Notification notification, Instant now);
}
