package io.satisflow.channel.field;

import java.io.Serializable;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.ResolverStyle;
import java.time.temporal.ChronoField;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * How a source writes its times: {@code iso}, {@code epoch_seconds}, {@code epoch_millis}, seconds since a start of its own, or a
 * pattern of java.time. A time without its zone is no instant, so a pattern must hold a zone and {@code iso} ends in an
 * offset or Z.
 */
public final class TimeFormat implements Serializable {
    public static final TimeFormat ISO = new TimeFormat("iso", null);
    public static final TimeFormat EPOCH_MILLIS = new TimeFormat("epoch_millis", new Count(Instant.EPOCH, 1));
    private static final TimeFormat EPOCH_SECONDS = countingSeconds("epoch_seconds", Instant.EPOCH);

    private static final OffsetDateTime SAMPLE = OffsetDateTime.of(2017, 10, 9, 20, 8, 0, 0, ZoneOffset.UTC);
    private static final DateTimeFormatter ISO_FORMAT = strict(new DateTimeFormatterBuilder()
            .parseCaseInsensitive()
            .append(DateTimeFormatter.ISO_LOCAL_DATE_TIME)
            .appendPattern("[XXX][XX][X]"));

    private final String name;
    private final @Nullable Count count;
    private transient @Nullable DateTimeFormatter formatter;

    private TimeFormat(String name, @Nullable Count count) {
        this.name = name;
        this.count = count;
    }

    /** A time that is told as a number, from a start on. */
    private record Count(Instant start, long unitMillis) implements Serializable {
        private static final Pattern NUMBER = Pattern.compile("-?\\d{1,15}(?:\\.\\d{1,9})?");

        /** Milliseconds are as fine as times are kept. */
        public Optional<Instant> parse(String text) {
            if (!NUMBER.matcher(text).matches()) {
                return Optional.empty();
            }
            BigDecimal millis = new BigDecimal(text).multiply(BigDecimal.valueOf(unitMillis));
            return Optional.of(start.plusMillis(millis.longValue()));
        }
    }

    /** Numbers that count from a start of the source's own: the offsets in a recording, or rows that come one a second. */
    static TimeFormat secondsSince(Instant start) {
        return countingSeconds("seconds since " + start, start);
    }

    private static TimeFormat countingSeconds(String name, Instant start) {
        return new TimeFormat(name, new Count(start, 1_000));
    }

    /** @throws IllegalArgumentException when it is neither a known name nor a pattern that tells an instant */
    static TimeFormat named(String name) {
        TimeFormat format = switch (name) {
            case "iso" -> ISO;
            case "epoch_seconds" -> EPOCH_SECONDS;
            case "epoch_millis" -> EPOCH_MILLIS;
            default -> new TimeFormat(name, null);
        };
        if (format.count == null && !format.tellsAnInstant()) {
            throw new IllegalArgumentException(
                    ("\"%s\" is not a time format; write iso, epoch_seconds, epoch_millis, or a java.time pattern with date, "
                                    + "time and zone, such as \"yyyy-MM-dd HH:mm:ssXXX\"")
                            .formatted(name));
        }
        return format;
    }

    /** The instant, or nothing when the text is not written in this format. */
    public Optional<Instant> parse(String text) {
        try {
            return count == null ? Optional.of(formatter().parse(text, Instant::from)) : count.parse(text);
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    /** A pattern may hold letters that parse but say no date, or no zone: only a time that comes back proves it. */
    private boolean tellsAnInstant() {
        try {
            String written = formatter().format(SAMPLE.atZoneSameInstant(ZoneOffset.UTC));
            return formatter().parse(written, Instant::from).equals(SAMPLE.toInstant());
        } catch (DateTimeException | IllegalArgumentException e) {
            return false;
        }
    }

    private DateTimeFormatter formatter() {
        DateTimeFormatter ready = formatter;
        if (ready == null) {
            ready = name.equals("iso")
                    ? ISO_FORMAT
                    : strict(new DateTimeFormatterBuilder()
                            .parseCaseInsensitive()
                            .appendPattern(name));
            formatter = ready;
        }
        return ready;
    }

    /** Strict, so that February 30 is refused and not made the 28th; {@code yyyy} then needs its era. */
    private static DateTimeFormatter strict(DateTimeFormatterBuilder builder) {
        return builder.parseDefaulting(ChronoField.ERA, 1)
                .toFormatter(Locale.ENGLISH)
                .withResolverStyle(ResolverStyle.STRICT);
    }

    @Override
    public String toString() {
        return name;
    }
}
