package io.satisflow.flink.io.wire;

import io.satisflow.ledger.SourcePosition;
import io.satisflow.sla.policy.AppliedPolicies;
import io.satisflow.sla.policy.PolicyTexts;
import io.satisflow.wire.PolicyVersion;
import java.time.Instant;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** Policies that people apply, on the wire. */
public final class PolicyRecords {
    private PolicyRecords() {}

    public static PolicyVersion toWire(String id, Instant effectiveAt, PolicyTexts texts) {
        return PolicyVersion.newBuilder()
                .setId(id)
                .setEffectiveAt(effectiveAt)
                .setPolicies(texts.policies())
                .setCalendars(texts.calendars().calendars())
                .setHolidays(texts.calendars().holidays())
                .build();
    }

    public static AppliedPolicies toDomain(PolicyVersion version, ConsumerRecord<byte[], byte[]> from) {
        return new AppliedPolicies(
                version.getId(),
                version.getEffectiveAt(),
                version.getPolicies(),
                version.getCalendars(),
                version.getHolidays(),
                Instant.ofEpochMilli(from.timestamp()),
                new SourcePosition(from.topic(), from.partition(), from.offset()));
    }
}
