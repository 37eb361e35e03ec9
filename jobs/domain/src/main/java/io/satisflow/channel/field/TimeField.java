package io.satisflow.channel.field;

import static io.satisflow.channel.record.RefusalReason.BAD_TIME;

import io.satisflow.channel.record.RecordRefusal;
import java.io.Serializable;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A time in a payload.
 *
 * @param formats tried in order
 */
public record TimeField(Field field, List<TimeFormat> formats) implements Serializable {

    /** @throws RecordRefusal when there is a value, but it is not a time since 1970 in any of the formats */
    public Optional<Instant> read(SourceRecord source) {
        return source.value(field).map(text -> parse(source, text));
    }

    private Instant parse(SourceRecord source, String text) {
        Instant instant = formats.stream()
                .flatMap(format -> format.parse(text).stream())
                .findFirst()
                .orElseThrow(() -> source.refusal(
                        BAD_TIME,
                        "%s holds %s, which is not in the format %s; correct the source, or the format in the mapping"
                                .formatted(field.place(), RecordRefusal.quote(text), formats)));
        if (instant.isBefore(Instant.EPOCH)) {
            throw source.refusal(
                    BAD_TIME,
                    "%s says %s, before 1970; correct the source, or the format in the mapping"
                            .formatted(field.place(), RecordRefusal.quote(text)));
        }
        return instant;
    }
}
