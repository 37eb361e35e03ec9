package io.satisflow.local.live;

import io.satisflow.flink.courier.Messenger;
import io.satisflow.hook.Answer;
import io.satisflow.hook.content.Message;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** What one receiver is to be told past the jobs, one message after the other, again until it takes it. */
final class Mailbox implements AutoCloseable {
    private static final Duration PAUSE = Duration.ofSeconds(20);

    private final String receiver;
    private final Messenger messenger;
    private final Consumer<String> notices;
    private final Deque<Message> waiting = new ArrayDeque<>();
    private @Nullable CompletableFuture<Answer> sending;
    private Instant again = Instant.MIN;
    private boolean complete;
    private boolean complained;

    Mailbox(String receiver, Messenger messenger, Consumer<String> notices) {
        this.receiver = receiver;
        this.messenger = messenger;
        this.notices = notices;
    }

    String receiver() {
        return receiver;
    }

    void put(Message message) {
        waiting.add(message);
    }

    /** Nothing comes after it. */
    void putLast(Message message) {
        if (!complete) {
            put(message);
            complete = true;
        }
    }

    boolean isDone() {
        return complete && waiting.isEmpty();
    }

    void look(Instant now) {
        if (sending != null && sending.isDone()) {
            take(sending, now);
            sending = null;
        }
        if (sending == null && !waiting.isEmpty() && !now.isBefore(again)) {
            sending = messenger.tell(waiting.element(), now);
        }
    }

    private void take(CompletableFuture<Answer> answered, Instant now) {
        Answer answer = answered.exceptionally(failure -> Answer.retry(String.valueOf(failure.getMessage())))
                .join();
        if (answer instanceof Answer.Retry retry) {
            again = now.plus(retry.after() == null ? PAUSE : retry.after());
            complain("does not take it now, and is asked again: " + retry.reason());
        } else {
            waiting.remove();
            if (answer instanceof Answer.Drop drop) {
                complain("refuses it: " + drop.reason());
            }
        }
    }

    private void complain(String what) {
        if (!complained) {
            complained = true;
            notices.accept("Receiver \"%s\" should be told that time stands still, but %s".formatted(receiver, what));
        }
    }

    @Override
    public void close() {
        messenger.close();
    }
}
