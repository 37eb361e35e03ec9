package io.satisflow.flink.delivery;

import io.satisflow.hook.HookForm;
import io.satisflow.hook.HookReceiver;
import io.satisflow.hook.Hooks;
import io.satisflow.hook.queue.Batch;
import io.satisflow.hook.queue.BatchPlan;
import io.satisflow.hook.queue.TokenBucket;
import java.time.Instant;

/** How one receiver is to be told: at which pace, how many at once, and what is too late. */
final class ReceiverRules {
    private final HookReceiver receiver;
    private final HookForm form;
    private final TokenBucket bucket;
    private final BatchPlan plan;

    ReceiverRules(HookReceiver receiver) {
        this.receiver = receiver;
        this.form = Hooks.require(receiver.settings().hook()).form();
        this.bucket = new TokenBucket(receiver.rate());
        this.plan = new BatchPlan(form.digests(), form.digestLines(), receiver.staleAfter());
    }

    /** When the pace allows the next message, epoch milliseconds. */
    long nextAt(LedgerState ledger) {
        return bucket.next(ledger.rateUsedUntil());
    }

    long use(LedgerState ledger, long now) {
        return bucket.use(ledger.rateUsedUntil(), now);
    }

    Batch next(LedgerState ledger, BatchPlan.Waiting waiting, long now) throws Exception {
        int available = bucket.available(ledger.rateUsedUntil(), now);
        return plan.next(waiting, ledger.tried(), ledger.length(), available, Instant.ofEpochMilli(now));
    }

    /** Where each notification moves something of its own, a summary would move something else. */
    boolean isTold(Batch batch) {
        return batch.kind() != Batch.Kind.OVERDUE || form.digests();
    }

    String reason(Batch.Kind kind) {
        return switch (kind) {
            case SINGLE -> "";
            case DIGEST -> "told together with others";
            case OVERDUE ->
                "over, or older than stale_after (%s), before it could be posted".formatted(receiver.staleAfter());
        };
    }
}
