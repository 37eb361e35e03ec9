package io.satisflow.channel.field.time;

import static io.satisflow.channel.record.RefusalReason.BAD_TIME;

import io.satisflow.channel.field.Field;
import io.satisflow.channel.field.SourceRecord;
import io.satisflow.channel.record.RecordRefusal;
import java.io.Serializable;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A time that a source tells as how long after another it was: {@code 95}, {@code 1:35:00}, {@code 1h 35m}, 1小时35分.
 *
 * @param start of the record, from which it counts; without it there is no time
 * @param unit of a number by itself, and of the first part of {@code 1:35}
 */
record ElapsedTime(TimeField start, Unit unit) implements Serializable {
    private static final Pattern NUMBER =
            Pattern.compile("\\d{1,12}(?:[.,]\\d{1,9})?|\\d{1,3}(?:,\\d{3}){1,3}(?:\\.\\d{1,9})?");
    private static final Pattern CLOCK = Pattern.compile("(\\d{1,6}):([0-5]?\\d)(?::([0-5]?\\d)(?:\\.\\d{1,9})?)?");
    private static final Pattern WORDS =
            Pattern.compile("(?i)(?:(\\d{1,5}) ?(?:d|days?|天|日),? ?)?(?:(\\d{1,6}) ?(?:h|hrs?|hours?|小时|时),? ?)?"
                    + "(?:(\\d{1,7}) ?(?:m|mins?|minutes?|分钟|分),? ?)?(?:(\\d{1,9}) ?(?:s|secs?|seconds?|秒))?");
    private static final int SIXTY = 60;

    /** What a number counts. */
    enum Unit {
        SECONDS(Duration.ofSeconds(1)),
        MINUTES(Duration.ofMinutes(1)),
        HOURS(Duration.ofHours(1)),
        DAYS(Duration.ofDays(1));

        private final Duration length;

        Unit(Duration length) {
            this.length = length;
        }

        /** As a mapping names it. */
        String key() {
            return name().toLowerCase(Locale.ROOT) + "_since";
        }
    }

    /** @throws RecordRefusal when there is a value, but it says no length of time */
    Optional<Instant> after(SourceRecord source, Field field, String text) {
        Duration length = parse(text.strip())
                .orElseThrow(() -> source.refusal(
                        BAD_TIME,
                        "%s holds %s, which is no length of time; write a number, 1:35:00 or 1h 35m, or correct the mapping"
                                .formatted(field.place(), RecordRefusal.quote(text))));
        return start.read(source).map(instant -> instant.plus(length));
    }

    private Optional<Duration> parse(String text) {
        if (NUMBER.matcher(text).matches()) {
            return Optional.of(times(new BigDecimal(plain(text))));
        }
        Matcher clock = CLOCK.matcher(text);
        if (clock.matches()) {
            return Optional.of(ofClock(clock));
        }
        Matcher words = WORDS.matcher(text);
        return text.isEmpty() || !words.matches()
                ? Optional.empty()
                : Optional.of(Duration.ofDays(number(words.group(1)))
                        .plusHours(number(words.group(2)))
                        .plusMinutes(number(words.group(3)))
                        .plusSeconds(number(words.group(4))));
    }

    /** A comma before three figures and a point, or before three figures twice, parts thousands. */
    private static String plain(String number) {
        boolean isOfThousands = number.indexOf(',') >= 0
                && (number.indexOf('.') >= 0 || number.indexOf(',') != number.lastIndexOf(','));
        return isOfThousands ? number.replace(",", "") : number.replace(',', '.');
    }

    private Duration times(BigDecimal number) {
        BigDecimal millis = number.multiply(BigDecimal.valueOf(unit.length.toMillis()));
        return Duration.ofMillis(millis.setScale(0, RoundingMode.HALF_UP).longValue());
    }

    private Duration ofClock(Matcher clock) {
        long first = number(clock.group(1));
        long second = number(clock.group(2));
        if (clock.group(3) != null) {
            return Duration.ofHours(first).plusMinutes(second).plusSeconds(number(clock.group(3)));
        }
        Duration part = unit == Unit.DAYS || unit == Unit.SECONDS ? Duration.ofHours(1) : unit.length;
        return part.multipliedBy(first).plus(part.dividedBy(SIXTY).multipliedBy(second));
    }

    private static long number(@Nullable String digits) {
        return digits == null ? 0 : Long.parseLong(digits);
    }
}
