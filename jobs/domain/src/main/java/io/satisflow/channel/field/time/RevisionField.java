package io.satisflow.channel.field.time;

import static io.satisflow.channel.record.RefusalReason.BAD_TIME;

import io.satisflow.channel.field.SourceRecord;
import io.satisflow.channel.record.RecordRefusal;
import java.io.Serializable;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Optional;
import java.util.regex.Pattern;

/** Which edit of a record this is: a time as the mapping declares it, or any whole number, which counts as it is. */
public record RevisionField(TimeField time) implements Serializable {
    private static final Pattern WHOLE = Pattern.compile("-?\\d{1,18}(?:\\.0+)?");

    /** @throws RecordRefusal when there is a value, but it is neither */
    public Optional<Long> read(SourceRecord source) {
        return source.value(time.field())
                .map(text -> time.readAny(text)
                        .map(Instant::toEpochMilli)
                        .or(() -> whole(text))
                        .orElseThrow(() -> source.refusal(
                                BAD_TIME,
                                "%s holds %s, which is neither a whole number nor in the format %s; %s"
                                        .formatted(
                                                time.field().place(),
                                                RecordRefusal.quote(text),
                                                time.formats(),
                                                TimeShape.remedy(text)))));
    }

    private static Optional<Long> whole(String text) {
        return WHOLE.matcher(text).matches() ? Optional.of(new BigDecimal(text).longValue()) : Optional.empty();
    }
}
