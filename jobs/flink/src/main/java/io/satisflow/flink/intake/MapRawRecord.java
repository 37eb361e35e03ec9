package io.satisflow.flink.intake;

import io.satisflow.channel.ChannelMapping;
import io.satisflow.channel.record.MappedRecord;
import io.satisflow.channel.record.MappedRecord.Refused;
import io.satisflow.channel.record.RefusalReason;
import io.satisflow.customer.CustomerKeys;
import io.satisflow.enrichment.EnrichmentFiles;
import io.satisflow.flink.io.RawRecord;
import io.satisflow.ledger.DeadLetter;
import io.satisflow.ledger.RecordedFeedback;
import io.satisflow.ledger.RecordedTicketEvent;
import io.satisflow.ledger.SourcePosition;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import org.apache.flink.util.function.SerializableFunction;
import org.jspecify.annotations.Nullable;

/** Maps each raw record by the mapping of its channel. */
final class MapRawRecord implements SerializableFunction<RawRecord, RawArrival> {
    private final TreeMap<String, ChannelMapping> mappingsByTopic;
    private final CurrentEnrichment tables;
    private final String keyFingerprint;
    private transient @Nullable CustomerKeys customerKeys;

    /** @param keyFingerprint of the customer keys that the job was submitted with */
    MapRawRecord(Map<String, ChannelMapping> mappingsByTopic, EnrichmentFiles tables, String keyFingerprint) {
        this.mappingsByTopic = new TreeMap<>(mappingsByTopic);
        this.tables = new CurrentEnrichment(tables);
        this.keyFingerprint = keyFingerprint;
    }

    @Override
    public RawArrival apply(RawRecord record) {
        String partition = record.topic() + "-" + record.partition();
        if (record.mark() != null) {
            tables.lookAgain(record.mark().time());
            return RawArrival.marked(partition, record.mark());
        }
        return mapped(record, partition);
    }

    private RawArrival mapped(RawRecord record, String partition) {
        ChannelMapping mapping = mappingsByTopic.get(record.topic());
        if (mapping == null) {
            throw new IllegalStateException(
                    "No channel is configured for topic %s, which was read before; add it to channels again"
                            .formatted(record.topic()));
        }
        SourcePosition source = new SourcePosition(record.topic(), record.partition(), record.offset(), record.row());
        MappedRecord mapped = record.fault() == null
                ? mapping.map(record.value(), record.appendedAt(), customerKeys(), tables.get())
                : new Refused(RefusalReason.UNREADABLE_ROW, record.fault());
        if (mapped instanceof Refused refused) {
            return RawArrival.refused(partition, deadLetter(mapping.channel(), source, refused));
        }
        if (mapped instanceof MappedRecord.Ignored ignored) {
            return RawArrival.ignored(partition, ignored.reason().wireName());
        }
        return accepted(partition, (MappedRecord.Accepted) mapped, record.appendedAt(), mapping.channel(), source);
    }

    /** The secret stays in the environment of each process: it never travels with the job. */
    private CustomerKeys customerKeys() {
        CustomerKeys ready = customerKeys;
        if (ready == null) {
            ready = CustomerKeys.of(System::getenv);
            if (!ready.fingerprint().equals(keyFingerprint)) {
                throw new IllegalStateException(
                        "%s here is not the one that the job was submitted with; set the same in the environment of all task managers"
                                .formatted(CustomerKeys.VARIABLE));
            }
            customerKeys = ready;
        }
        return ready;
    }

    /** They are known when they occurred until {@link StampKnownAt} knows better. */
    private static RawArrival accepted(
            String partition,
            MappedRecord.Accepted accepted,
            Instant appendedAt,
            String channel,
            SourcePosition source) {
        return RawArrival.accepted(
                partition,
                accepted.occurredAt().toEpochMilli(),
                appendedAt.toEpochMilli(),
                accepted.said().stream()
                        .map(said -> new RecordedFeedback(said, said.occurredAt(), source))
                        .toList(),
                accepted.ticketEvents().stream()
                        .map(event -> new RecordedTicketEvent(channel, event, source).withKnownAt(event.occurredAt()))
                        .toList(),
                accepted.flaws().stream()
                        .map(flaw -> deadLetter(channel, source, flaw))
                        .toList());
    }

    private static DeadLetter deadLetter(String channel, SourcePosition source, Refused refused) {
        return new DeadLetter(channel, source, refused.reason().wireName(), refused.message(), null);
    }
}
