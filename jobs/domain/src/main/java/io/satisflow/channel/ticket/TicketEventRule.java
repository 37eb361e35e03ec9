package io.satisflow.channel.ticket;

import com.fasterxml.jackson.core.JsonPointer;
import io.satisflow.channel.condition.RecordCondition;
import io.satisflow.channel.field.Field;
import io.satisflow.channel.field.NamedFields;
import io.satisflow.channel.field.SourceRecord;
import io.satisflow.channel.field.time.TimeField;
import io.satisflow.ticket.TicketEvent;
import io.satisflow.ticket.TicketEventType;
import io.satisflow.ticket.TicketWords;
import java.io.Serializable;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/**
 * One thing that a record may tell of its ticket. Fields are read from the record or, with {@code each}, from every item of
 * a list in it, or of the lists in that list's items.
 *
 * @param each where the list stands, and in its items the next; none when the record itself is meant
 * @param id of the item; null for an id made of the record's
 * @param event the type's name on the wire, after the mapping of the source's words, or {@link TicketWords#SNAPSHOT}
 * @param occurredAt null for the time of the record; a place without a time tells of no event
 * @param details on top of those of the record
 * @param state whether it tells how the ticket stood, too
 * @param taken names of details that are taken away when nothing is said of them
 */
record TicketEventRule(
        List<JsonPointer> each,
        @Nullable Field id,
        RecordCondition when,
        Field event,
        @Nullable TimeField occurredAt,
        NamedFields details,
        boolean state,
        List<String> taken)
        implements Serializable {

    /** The record, or the items of its list, as far as the rule holds for them. */
    Stream<SourceRecord> parts(SourceRecord record) {
        Stream<SourceRecord> all = Stream.of(record);
        for (JsonPointer list : each) {
            all = all.flatMap(part -> StreamSupport.stream(part.json().at(list).spliterator(), false)
                    .map(part::part));
        }
        return all.filter(when::holdsFor);
    }

    /** Whether it tells of the past of a ticket, of which the record's own state says nothing. */
    boolean isHistory() {
        return !each.isEmpty() || occurredAt != null;
    }

    boolean isSnapshot() {
        return TicketWords.SNAPSHOT.equals(event.fallback()) && event.pointers().isEmpty();
    }

    /** Whether a record may tell of such an event by it; words of a source that has a list of them are that list. */
    boolean mayTell(TicketEventType type) {
        String name = type.wireName();
        boolean isOpen = !event.pointers().isEmpty() && event.values().isEmpty();
        return isOpen || event.values().containsValue(name) || name.equals(event.fallback());
    }

    /** Says of what is taken away that it is: {@link TicketEvent#details} hold an empty word for it. */
    static void takeAway(List<String> names, Map<String, String> details) {
        names.forEach(name -> details.putIfAbsent(name, ""));
    }
}
