package io.satisflow.flink.courier;

import io.satisflow.hook.Answer;
import io.satisflow.hook.HookReceiver;
import io.satisflow.hook.content.Message;
import java.io.Serializable;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;

/** Tells one receiver something. It tries once and says what became of it; all patience is the ledger's. */
public interface Teller extends AutoCloseable {

    /** @return an answer, never a failure */
    CompletableFuture<Answer> tell(Message message, Instant now);

    @Override
    void close();

    /** Sets tellers up where the job runs, so that secrets never travel with it. */
    interface Factory extends Serializable {

        /** @throws IllegalStateException that names the receiver when a secret is not in the environment */
        Teller to(HookReceiver receiver);
    }
}
