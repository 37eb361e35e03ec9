package io.satisflow.flink.io;

import io.satisflow.wire.PolicyVersion;
import io.satisflow.wire.SourcePosition;
import java.io.Serializable;
import java.time.Instant;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** Lets a record know where it stands, should it have to be refused. */
@FunctionalInterface
interface Placing<T> extends Serializable {
    T place(T record, ConsumerRecord<byte[], byte[]> from);

    static <T> Placing<T> unplaced() {
        return (record, from) -> record;
    }

    static Placing<PolicyVersion> ofPolicies() {
        return (version, from) -> {
            version.setStoredAt(Instant.ofEpochMilli(from.timestamp()));
            version.setSource(new SourcePosition(from.topic(), from.partition(), from.offset(), null));
            return version;
        };
    }
}
