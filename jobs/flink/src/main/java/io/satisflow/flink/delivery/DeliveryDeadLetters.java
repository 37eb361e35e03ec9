package io.satisflow.flink.delivery;

import io.satisflow.hook.content.SafeText;
import io.satisflow.ledger.DeadLetter;
import io.satisflow.ledger.SourcePosition;
import org.apache.flink.api.common.functions.FlatMapFunction;
import org.apache.flink.util.Collector;

/** A dead letter for each notification that nobody was told of on its own: given up, or overdue. */
final class DeliveryDeadLetters implements FlatMapFunction<Delivery, DeadLetter> {
    private static final long serialVersionUID = 1L;
    private static final int TITLE = 200;
    private static final String TOPIC = "notifications";
    /** A notification is written to its topic in the same moment, so its place there is not known here. */
    private static final int UNKNOWN = -1;

    @Override
    public void flatMap(Delivery delivery, Collector<DeadLetter> out) {
        if (delivery.isTold()) {
            return;
        }
        out.collect(new DeadLetter(
                null,
                new SourcePosition(TOPIC, UNKNOWN, UNKNOWN),
                delivery.outcome().wireName(),
                "Notification %s to receiver \"%s\" (%s), %d attempts: %s"
                        .formatted(
                                delivery.notification(),
                                delivery.receiver(),
                                SafeText.line(delivery.title(), TITLE),
                                delivery.attempts(),
                                delivery.reason()),
                delivery.at()));
    }
}
