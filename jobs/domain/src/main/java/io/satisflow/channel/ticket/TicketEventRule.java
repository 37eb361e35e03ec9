package io.satisflow.channel.ticket;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import io.satisflow.channel.condition.RecordCondition;
import io.satisflow.channel.field.Field;
import io.satisflow.channel.field.NamedFields;
import io.satisflow.channel.field.SourceRecord;
import io.satisflow.channel.field.TimeField;
import java.io.Serializable;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/**
 * One thing that a record may tell of its ticket. Fields are read from the record or, with {@code each}, from every item of
 * a list in it.
 *
 * @param each where the list stands; null when the record itself is meant
 * @param id of the item; null for an id made of the record's
 * @param event the type's name on the wire, after the mapping of the source's words
 * @param occurredAt null for the time of the record; a place without a time tells of no event
 * @param details on top of those of the record
 */
record TicketEventRule(
        @Nullable JsonPointer each,
        @Nullable Field id,
        RecordCondition when,
        Field event,
        @Nullable TimeField occurredAt,
        NamedFields details)
        implements Serializable {

    /** The record, or the items of its list, as far as the rule holds for them. */
    Stream<SourceRecord> parts(SourceRecord record) {
        return all(record).filter(when::holdsFor);
    }

    private Stream<SourceRecord> all(SourceRecord record) {
        if (each == null) {
            return Stream.of(record);
        }
        JsonNode list = record.json().at(each);
        return StreamSupport.stream(list.spliterator(), false).map(record::part);
    }
}
