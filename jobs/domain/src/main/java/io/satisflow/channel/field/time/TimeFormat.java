package io.satisflow.channel.field.time;

import java.io.Serializable;
import java.text.ParsePosition;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.ResolverStyle;
import java.time.temporal.ChronoField;
import java.time.temporal.TemporalAccessor;
import java.time.temporal.TemporalQuery;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How a source writes its times: {@code iso}, a count from a start ({@link TimeCount}), or a pattern of java.time. A time
 * without its zone is no instant unless the mapping declares the zone; a date without a time then is the start of its day.
 */
public final class TimeFormat implements Serializable {
    public static final TimeFormat ISO = new TimeFormat("iso", null, new Clock(null, Locale.ENGLISH));
    /** Seconds, milliseconds, microseconds or nanoseconds since 1970, told apart by which of them gives a plausible year. */
    static final TimeFormat EPOCH = counting(TimeCount.epoch());

    private static final OffsetDateTime SAMPLE = OffsetDateTime.of(2017, 10, 9, 20, 8, 0, 0, ZoneOffset.UTC);

    private final String name;
    private final @Nullable TimeCount count;
    private final Clock clock;
    private transient @Nullable DateTimeFormatter formatter;

    private TimeFormat(String name, @Nullable TimeCount count, Clock clock) {
        this.name = name;
        this.count = count;
        this.clock = clock;
    }

    /**
     * What the mapping says of times that do not say it themselves.
     *
     * @param zone null when each time must bring its own
     * @param locale of the names of months and days
     */
    record Clock(@Nullable ZoneId zone, Locale locale) implements Serializable {}

    /** That of a draft which nobody has confirmed; whoever knows that it is so writes {@code Etc/UTC}. */
    private static final String GUESSED_ZONE = "UTC";

    /**
     * @param byDay whether the source told the day alone, so that its start was taken
     * @param inGuessedZone whether it told no zone, and may be in another than the mapping says
     */
    record Reading(Instant instant, boolean byDay, boolean inGuessedZone) {}

    /** Numbers that count from a start of the source's own: the offsets in a recording, or rows that come one a second. */
    static TimeFormat secondsSince(Instant start) {
        return counting(TimeCount.secondsSince(start));
    }

    private static TimeFormat counting(TimeCount count) {
        return new TimeFormat(count.name(), count, new Clock(null, Locale.ENGLISH));
    }

    static TimeFormat iso(Clock clock) {
        return new TimeFormat("iso", null, clock);
    }

    /** @throws IllegalArgumentException when it is neither a known name nor a pattern that tells an instant */
    static TimeFormat named(String name, Clock clock) {
        Optional<TimeCount> known = TimeCount.named(name, clock.zone());
        if (known.isPresent()) {
            return counting(known.get());
        }
        TimeFormat format = new TimeFormat(name, null, clock);
        if (!format.isIso() && !format.tellsAnInstant()) {
            throw new IllegalArgumentException(explain(name, clock));
        }
        return format;
    }

    private static String explain(String name, Clock clock) {
        boolean lacksZone = clock.zone() == null
                && new TimeFormat(name, null, new Clock(ZoneOffset.UTC, clock.locale())).tellsAnInstant();
        if (lacksZone) {
            return ("\"%s\" is not a time format by itself, since it tells no zone; add zone: to the mapping, such as"
                            + " zone: Europe/Berlin, Asia/Shanghai or UTC, or say it for one file with --zone")
                    .formatted(name);
        }
        return ("\"%s\" is not a time format; write iso, %s, or a java.time pattern with the date, such as "
                        + "\"yyyy-MM-dd HH:mm:ssXXX\", or without XXX beside zone:")
                .formatted(name, String.join(", ", TimeCount.NAMES));
    }

    /** The instant, or nothing when the text is not written in this format. */
    public Optional<Instant> parse(String text) {
        return read(text).map(Reading::instant);
    }

    Optional<Reading> read(String text) {
        if (count != null) {
            return count.parse(text).map(instant -> new Reading(instant, false, false));
        }
        try {
            return reading(formatter().parse(plain(text)));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    /** Whether the text has the form of it, whatever the day: quick to say no, for who tries many formats. */
    boolean hasFormOf(String text) {
        if (count != null) {
            return true;
        }
        String plain = plain(text);
        ParsePosition end = new ParsePosition(0);
        return formatter().parseUnresolved(plain, end) != null && end.getIndex() == plain.length();
    }

    /** Browsers and Java write a narrow blank before AM and PM. */
    private String plain(String text) {
        String plain = text.replace('\u202f', ' ').replace('\u00a0', ' ');
        return isIso() ? IsoText.strict(plain) : plain;
    }

    private Optional<Reading> reading(TemporalAccessor parsed) {
        Optional<Instant> own = query(parsed, Instant::from);
        if (own.isPresent() || clock.zone() == null) {
            return own.map(instant -> new Reading(instant, false, false));
        }
        ZoneId zone = clock.zone();
        boolean isGuess = zone.getId().equals(GUESSED_ZONE);
        return query(parsed, LocalDateTime::from)
                .map(local -> new Reading(local.atZone(zone).toInstant(), false, isGuess))
                .or(() -> query(parsed, LocalDate::from)
                        .map(day -> new Reading(day.atStartOfDay(zone).toInstant(), true, isGuess)));
    }

    private static <T> Optional<T> query(TemporalAccessor parsed, TemporalQuery<T> query) {
        try {
            return Optional.of(query.queryFrom(parsed));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    /** A pattern may hold letters that parse but say no date, or no zone: only a time that comes back proves it. */
    private boolean tellsAnInstant() {
        try {
            ZoneId zone = clock.zone() == null ? ZoneOffset.UTC : clock.zone();
            String written = formatter().format(SAMPLE.atZoneSameInstant(zone));
            Optional<Reading> back = read(written);
            LocalDate day = SAMPLE.atZoneSameInstant(zone).toLocalDate();
            return back.filter(reading -> reading.byDay()
                            ? reading.instant().equals(day.atStartOfDay(zone).toInstant())
                            : reading.instant().equals(SAMPLE.toInstant()))
                    .isPresent();
        } catch (DateTimeException | IllegalArgumentException e) {
            return false;
        }
    }

    private DateTimeFormatter formatter() {
        DateTimeFormatter ready = formatter;
        if (ready == null) {
            ready = isIso() ? isoFormat() : pattern();
            formatter = ready;
        }
        return ready;
    }

    private boolean isIso() {
        return name.equals("iso");
    }

    private DateTimeFormatter pattern() {
        return strict(new DateTimeFormatterBuilder().parseCaseInsensitive().appendPattern(name), clock.locale());
    }

    private DateTimeFormatter isoFormat() {
        DateTimeFormatterBuilder builder = new DateTimeFormatterBuilder().parseCaseInsensitive();
        return strict(
                clock.zone() == null
                        ? builder.append(DateTimeFormatter.ISO_LOCAL_DATE_TIME).appendPattern("[XXX][XX][X]")
                        : builder.append(DateTimeFormatter.ISO_LOCAL_DATE)
                                .optionalStart()
                                .appendLiteral('T')
                                .append(DateTimeFormatter.ISO_LOCAL_TIME)
                                .appendPattern("[XXX][XX][X]")
                                .optionalEnd(),
                Locale.ENGLISH);
    }

    /** Strict, so that February 30 is refused and not made the 28th; {@code yyyy} then needs its era. */
    private static DateTimeFormatter strict(DateTimeFormatterBuilder builder, Locale locale) {
        return builder.parseDefaulting(ChronoField.ERA, 1).toFormatter(locale).withResolverStyle(ResolverStyle.STRICT);
    }

    @Override
    public String toString() {
        return name;
    }
}
