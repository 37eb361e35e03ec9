package io.satisflow.flink.delivery;

import io.satisflow.alerts.notice.Notification;
import io.satisflow.flink.courier.Teller;
import io.satisflow.hook.Answer;
import io.satisflow.hook.HookReceiver;
import io.satisflow.hook.content.Message;
import io.satisflow.hook.queue.Batch;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

/** Tells receivers, and notes in the journal what is about to be told before, and what was told after. */
final class JournaledTellers implements AutoCloseable {
    private final Map<String, Teller> tellers = new HashMap<>();
    private final DeliveryJournal journal;
    private final EarlierRun earlier;

    JournaledTellers(List<HookReceiver> receivers, Teller.Factory factory, DeliveryJournal.Factory journals) {
        receivers.forEach(receiver -> tellers.put(receiver.name(), factory.to(receiver)));
        journal = journals.open();
        earlier = new EarlierRun(journal.read());
    }

    EarlierRun earlier() {
        return earlier;
    }

    /** @return an answer, never a failure; it is noted by then, if it can be */
    CompletableFuture<Answer> tell(
            String receiver, Message message, Batch.Kind kind, List<Notification> notifications, long now) {
        Teller teller = tellers.get(receiver);
        if (teller == null) {
            return CompletableFuture.completedFuture(Answer.retry("it is not set up"));
        }
        if (notifications.stream().anyMatch(StandingAlerts::isResend)) {
            return teller.tell(message, Instant.ofEpochMilli(now));
        }
        JournalEntry entry = new JournalEntry(receiver, false, kind, ids(notifications), null);
        return journal.note(entry)
                .thenCompose(noted -> teller.tell(message, Instant.ofEpochMilli(now)))
                .thenCompose(answer -> answer instanceof Answer.Delivered delivered
                        ? journal.note(entry.asTold(delivered.reference())).thenApply(noted -> answer)
                        : CompletableFuture.completedFuture(answer));
    }

    static List<String> ids(List<Notification> notifications) {
        return notifications.stream().map(Notification::id).toList();
    }

    @Override
    public void close() {
        tellers.values().forEach(Teller::close);
        journal.close();
    }
}
