package io.satisflow.flink.io.arrival;

import io.satisflow.flink.io.registry.NoRegistryException;
import io.satisflow.flink.io.wire.UnknownWordException;
import io.satisflow.ledger.DeadLetter;
import io.satisflow.ledger.SourcePosition;
import java.time.Instant;
import java.util.Locale;
import org.apache.avro.message.MissingSchemaException;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** Something on a topic of ours that we did not write, or cannot read: why, and what to do about it. */
public enum ForeignRecord {
    /** Bytes that are no record. */
    FOREIGN_RECORD("no record of this topic; another program writes to it, let it write to a topic of its own"),
    /** A record by a schema that this build does not know. */
    UNKNOWN_SCHEMA(
            "written by a schema that this version does not know; upgrade the jobs that read before those that write"),
    /** A record that says its schema by an id, and nobody knows of what. */
    NO_REGISTRY("written for a schema registry, and none is configured; set kafka.properties.schema.registry.url"),
    /** A record by a known schema that says what this build does not know. */
    UNKNOWN_WORD("says something that this version does not know; upgrade the jobs that read before those that write"),
    /** A mark of the time that is not good. */
    FOREIGN_MARK("a mark of the time that is cut short, by an unexpected writer, or ahead of the broker's clock;"
            + " only the jobs write marks");

    private final String message;

    ForeignRecord(String message) {
        this.message = message;
    }

    /** @param failure of decoding, or of reading what was decoded */
    public static ForeignRecord of(IllegalStateException failure) {
        if (failure instanceof UnknownWordException) {
            return UNKNOWN_WORD;
        }
        if (failure.getCause() instanceof MissingSchemaException) {
            return UNKNOWN_SCHEMA;
        }
        return failure instanceof NoRegistryException ? NO_REGISTRY : FOREIGN_RECORD;
    }

    /** Its bytes are not in it: nobody knows what they hold. */
    public DeadLetter letter(ConsumerRecord<byte[], byte[]> record) {
        return new DeadLetter(
                null,
                new SourcePosition(record.topic(), record.partition(), record.offset()),
                name().toLowerCase(Locale.ROOT),
                message,
                Instant.ofEpochMilli(record.timestamp()));
    }
}
