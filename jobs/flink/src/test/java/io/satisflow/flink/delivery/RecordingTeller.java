package io.satisflow.flink.delivery;

import io.satisflow.flink.courier.Teller;
import io.satisflow.hook.Answer;
import io.satisflow.hook.content.Message;
import io.satisflow.hook.content.MessageAlert;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;

/** A receiver that answers as the test says, and remembers what it took. */
final class RecordingTeller implements Teller {
    /** A message as it was taken. */
    record Taken(Message message, Instant at) {
        List<String> alerts() {
            return message.alerts().stream().map(MessageAlert::key).toList();
        }
    }

    private final List<Taken> asked = new ArrayList<>();
    private final List<Taken> taken = new ArrayList<>();
    private Function<Message, CompletableFuture<Answer>> answers =
            message -> CompletableFuture.completedFuture(Answer.delivered());

    void answering(Answer answer) {
        answers = message -> CompletableFuture.completedFuture(answer);
    }

    void answering(Function<Message, CompletableFuture<Answer>> other) {
        answers = other;
    }

    @Override
    public CompletableFuture<Answer> tell(Message message, Instant now) {
        Taken told = new Taken(message, now);
        asked.add(told);
        CompletableFuture<Answer> answer = answers.apply(message);
        if (answer.isDone() && answer.join() instanceof Answer.Delivered) {
            taken.add(told);
        }
        return answer;
    }

    List<Taken> taken() {
        return taken;
    }

    List<Taken> asked() {
        return asked;
    }

    List<String> ids() {
        return taken.stream().map(told -> told.message().id()).toList();
    }

    @Override
    public void close() {
        // Nothing is open.
    }
}
