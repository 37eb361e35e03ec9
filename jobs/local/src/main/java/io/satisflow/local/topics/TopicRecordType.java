package io.satisflow.local.topics;

import io.satisflow.flink.io.Topic;
import io.satisflow.wire.Alert;
import io.satisflow.wire.AlertControl;
import io.satisflow.wire.CustomerErasure;
import io.satisflow.wire.DeadLetter;
import io.satisflow.wire.DriftSignal;
import io.satisflow.wire.Feedback;
import io.satisflow.wire.Notification;
import io.satisflow.wire.PolicyVersion;
import io.satisflow.wire.SatisfactionPane;
import io.satisflow.wire.SatisfactionRow;
import io.satisflow.wire.ScoredFeedback;
import io.satisflow.wire.SlaEvent;
import io.satisflow.wire.TicketEvent;
import java.util.Arrays;
import java.util.Optional;
import org.apache.avro.specific.SpecificRecordBase;

/** Which record a topic holds. */
public final class TopicRecordType {
    private TopicRecordType() {}

    /** Empty for a topic whose records are not known here. */
    public static Optional<Class<? extends SpecificRecordBase>> of(Topic topic) {
        return switch (topic.shortName()) {
            case "feedback" -> Optional.of(Feedback.class);
            case "ticket-events" -> Optional.of(TicketEvent.class);
            case "sla-policies" -> Optional.of(PolicyVersion.class);
            case "alert-controls" -> Optional.of(AlertControl.class);
            case "customer-erasures" -> Optional.of(CustomerErasure.class);
            case "scored-feedback" -> Optional.of(ScoredFeedback.class);
            case "sla-events" -> Optional.of(SlaEvent.class);
            case "satisfaction-now", "satisfaction-steps" -> Optional.of(SatisfactionRow.class);
            case "satisfaction-panes" -> Optional.of(SatisfactionPane.class);
            case "drift-signals" -> Optional.of(DriftSignal.class);
            case "alerts" -> Optional.of(Alert.class);
            case "notifications" -> Optional.of(Notification.class);
            case "dead-letters" -> Optional.of(DeadLetter.class);
            default -> Optional.empty();
        };
    }

    /** The topic of that name, such as {@code sla-events}. */
    public static Optional<Topic> topic(String shortName) {
        return Arrays.stream(Topic.values())
                .filter(topic -> topic.shortName().equals(shortName))
                .findFirst();
    }
}
