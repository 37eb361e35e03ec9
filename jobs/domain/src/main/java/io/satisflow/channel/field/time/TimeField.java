package io.satisflow.channel.field.time;

import static io.satisflow.channel.record.RefusalReason.BAD_TIME;

import io.satisflow.channel.field.Field;
import io.satisflow.channel.field.SourceRecord;
import io.satisflow.channel.field.time.TimeFormat.Reading;
import io.satisflow.channel.record.RecordRefusal;
import io.satisflow.channel.record.TimeGaps;
import java.io.Serializable;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A time in a payload.
 *
 * @param formats tried in order; none where it is told how long after another time it was
 * @param elapsed how long after which other time it was; null where it is told itself
 */
public record TimeField(
        Field field, List<TimeFormat> formats, @Nullable ElapsedTime elapsed) implements Serializable {
    /** Nobody gave feedback to a machine before; but a time that was left empty reads as 1970, 1904 or 1900, or as 1980-01-01. */
    private static final Instant EARLIEST = Instant.parse("1980-01-02T00:00:00Z");

    /** @throws RecordRefusal when there is a value, but it is not a plausible time in any of the formats */
    public Optional<Instant> read(SourceRecord source) {
        Optional<String> text = source.value(field);
        return elapsed == null
                ? text.map(each -> parse(source, each).instant())
                : text.flatMap(each -> elapsed.after(source, field, each));
    }

    /** What the record leaves open of it. */
    public TimeGaps gaps(SourceRecord source) {
        if (elapsed != null) {
            return new TimeGaps(false, elapsed.start().gaps(source).inGuessedZone());
        }
        return source.value(field)
                .flatMap(this::reading)
                .map(reading -> new TimeGaps(reading.byDay(), reading.inGuessedZone()))
                .orElse(TimeGaps.NONE);
    }

    TimeField(Field field, List<TimeFormat> formats) {
        this(field, formats, null);
    }

    /** As it is, whatever it says: for what is only compared. */
    Optional<Instant> readAny(String text) {
        return reading(text).map(Reading::instant);
    }

    private Optional<Reading> reading(String text) {
        return formats.stream().flatMap(format -> format.read(text).stream()).findFirst();
    }

    private Reading parse(SourceRecord source, String text) {
        Reading reading = reading(text)
                .orElseThrow(() -> source.refusal(
                        BAD_TIME,
                        "%s holds %s, which is not in the format %s; %s"
                                .formatted(field.place(), RecordRefusal.quote(text), formats, TimeShape.remedy(text))));
        if (reading.instant().isBefore(EARLIEST)) {
            throw source.refusal(
                    BAD_TIME,
                    "%s says %s, %s; correct the source, or the format in the mapping"
                            .formatted(
                                    field.place(),
                                    RecordRefusal.quote(text),
                                    reading.instant().isBefore(Instant.EPOCH)
                                            ? "before 1970"
                                            : "before 1980-01-02, as a time that was left empty does"));
        }
        return reading;
    }
}
