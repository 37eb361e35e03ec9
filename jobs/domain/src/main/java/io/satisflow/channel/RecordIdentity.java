package io.satisflow.channel;

import static io.satisflow.channel.record.RefusalReason.MISSING_ID;
import static io.satisflow.channel.record.RefusalReason.MISSING_TIME;
import static io.satisflow.channel.record.RefusalReason.TIME_IN_FUTURE;

import com.fasterxml.jackson.databind.JsonNode;
import io.satisflow.channel.field.Field;
import io.satisflow.channel.field.SourceRecord;
import io.satisflow.channel.field.time.TimeField;
import io.satisflow.channel.record.RecordRefusal;
import java.io.Serializable;
import java.time.Duration;
import java.time.Instant;

/** Where a record has its id and its time, without which it is none. */
record RecordIdentity(Field id, TimeField occurredAt) implements Serializable {
    /** Clocks of sources and brokers differ; by more than this a time is wrong. */
    private static final Duration MOST_AHEAD = Duration.ofMinutes(5);

    /** Whether both stand where they are looked for. */
    boolean isIn(JsonNode json) {
        return id.read(json).isPresent() && occurredAt.field().read(json).isPresent();
    }

    /** Whether it has an id and no time. */
    boolean lacksTimeAlone(SourceRecord source) {
        return source.value(id).isPresent() && source.value(occurredAt.field()).isEmpty();
    }

    /**
     * The record with its id and its time.
     *
     * @throws RecordRefusal when it lacks one of them, or occurred after it was stored
     */
    SourceRecord identified(SourceRecord source, Instant appendedAt) {
        SourceRecord known = source.exactId(id)
                .map(source::identified)
                .orElseThrow(() -> source.refusal(
                        MISSING_ID,
                        "%s holds no id; correct the source, or id in the mapping%s"
                                .formatted(id.place(), source.fieldsThere())));
        Instant time = occurredAt
                .read(known)
                .orElseThrow(() -> known.refusal(
                        MISSING_TIME,
                        "%s holds no time; correct the source, or occurred_at in the mapping"
                                .formatted(occurredAt.field().place())));
        refuseFuture(known, time, appendedAt);
        return known.dated(time);
    }

    static void refuseFuture(SourceRecord source, Instant time, Instant appendedAt) {
        if (time.isAfter(appendedAt.plus(MOST_AHEAD))) {
            throw source.refusal(
                    TIME_IN_FUTURE,
                    "occurred at %s, more than %d min after it was stored; correct the source's clock, or the format in the mapping"
                            .formatted(time, MOST_AHEAD.toMinutes()));
        }
    }
}
