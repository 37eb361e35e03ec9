package io.satisflow.flink.io;

import io.satisflow.flink.io.wire.AlertControlRecords;
import io.satisflow.flink.io.wire.CustomerErasureRecords;
import io.satisflow.flink.io.wire.FeedbackRecords;
import io.satisflow.flink.io.wire.PolicyRecords;
import io.satisflow.flink.io.wire.ScoredFeedbackRecords;
import io.satisflow.flink.io.wire.TicketEventRecords;
import io.satisflow.flink.types.DomainTypes;
import io.satisflow.ledger.RecordedFeedback;
import io.satisflow.ledger.RecordedTicketEvent;
import io.satisflow.sla.policy.AppliedPolicies;
import io.satisflow.wire.AlertControl;
import io.satisflow.wire.CustomerErasure;
import io.satisflow.wire.Feedback;
import io.satisflow.wire.PolicyVersion;
import io.satisflow.wire.ScoredFeedback;
import io.satisflow.wire.TicketEvent;
import java.io.Serializable;
import java.time.Instant;
import org.apache.avro.specific.SpecificRecordBase;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.util.function.SerializableFunction;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * A topic as jobs read it: how its records look there, and what they are in a job.
 *
 * @param knownAt from when a record may be used
 * @param <T> on the topic
 * @param <R> in the job
 */
public record Inbound<T extends SpecificRecordBase, R extends Record>(
        Topic topic, Class<T> wire, Class<R> type, Reading<T, R> reading, SerializableFunction<R, Instant> knownAt)
        implements Serializable {
    public static final Inbound<Feedback, RecordedFeedback> FEEDBACK = of(
            Topic.FEEDBACK,
            Feedback.class,
            RecordedFeedback.class,
            FeedbackRecords::toDomain,
            RecordedFeedback::knownAt);

    public static final Inbound<TicketEvent, RecordedTicketEvent> TICKET_EVENTS = of(
            Topic.TICKET_EVENTS,
            TicketEvent.class,
            RecordedTicketEvent.class,
            TicketEventRecords::toDomain,
            RecordedTicketEvent::knownAt);

    public static final Inbound<ScoredFeedback, io.satisflow.ledger.ScoredFeedback> SCORED_FEEDBACK = of(
            Topic.SCORED_FEEDBACK,
            ScoredFeedback.class,
            io.satisflow.ledger.ScoredFeedback.class,
            ScoredFeedbackRecords::toDomain,
            io.satisflow.ledger.ScoredFeedback::knownAt);

    /** The policies that people apply, each with its place. Nobody writes the time into their topic. */
    public static final Inbound<PolicyVersion, AppliedPolicies> SLA_POLICIES = new Inbound<>(
            Topic.SLA_POLICIES,
            PolicyVersion.class,
            AppliedPolicies.class,
            PolicyRecords::toDomain,
            AppliedPolicies::effectiveAt);

    /** What people say to alerts. Nobody writes the time into this topic. */
    public static final Inbound<AlertControl, io.satisflow.alerts.control.AlertControl> ALERT_CONTROLS = of(
            Topic.ALERT_CONTROLS,
            AlertControl.class,
            io.satisflow.alerts.control.AlertControl.class,
            AlertControlRecords::toDomain,
            io.satisflow.alerts.control.AlertControl::effectiveAt);

    /** Who is to be forgotten. Nobody writes the time into this topic. */
    public static final Inbound<CustomerErasure, io.satisflow.customer.CustomerErasure> CUSTOMER_ERASURES = of(
            Topic.CUSTOMER_ERASURES,
            CustomerErasure.class,
            io.satisflow.customer.CustomerErasure.class,
            CustomerErasureRecords::toDomain,
            io.satisflow.customer.CustomerErasure::at);

    /** Makes of a record what a job works with. It throws an {@link IllegalStateException} when it says what no job knows. */
    @FunctionalInterface
    public interface Reading<T, R> extends Serializable {
        R read(T record, ConsumerRecord<byte[], byte[]> from);
    }

    private static <T extends SpecificRecordBase, R extends Record> Inbound<T, R> of(
            Topic topic,
            Class<T> wire,
            Class<R> type,
            SerializableFunction<T, R> toDomain,
            SerializableFunction<R, Instant> knownAt) {
        return new Inbound<>(topic, wire, type, (record, from) -> toDomain.apply(record), knownAt);
    }

    TypeInformation<R> typeInformation() {
        return DomainTypes.of(type);
    }
}
