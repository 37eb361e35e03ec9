package io.satisflow.channel.field.time;

import java.io.Serializable;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A time that is told as a number. Which unit it has cannot be seen, so only what lies between 1980 and 2100 is taken: an
 * empty time (0), milliseconds read as seconds (year 58136) and spreadsheet days read as seconds (1970) are none.
 *
 * @param units milliseconds of each unit that it may be in; the first that gives a plausible time is taken
 * @param start from which it counts; null for the days of spreadsheets, which tell local time
 */
record TimeCount(
        String name, List<BigDecimal> units, @Nullable Instant start, ZoneId zone) implements Serializable {
    static final List<String> NAMES =
            List.of("epoch_seconds", "epoch_millis", "epoch_micros", "epoch_nanos", "epoch", "excel_serial");

    private static final Pattern NUMBER = Pattern.compile("-?\\d{1,19}(?:\\.\\d{1,12})?");
    private static final Instant EARLIEST = Instant.parse("1980-01-01T00:00:00Z");
    private static final Instant LATEST = Instant.parse("2100-01-01T00:00:00Z");
    private static final LocalDate SPREADSHEET_DAY_ZERO = LocalDate.of(1899, 12, 30);
    private static final BigDecimal SECONDS_A_DAY = BigDecimal.valueOf(86_400);
    private static final BigDecimal NANOSECOND = new BigDecimal("0.000001");
    private static final BigDecimal MICROSECOND = new BigDecimal("0.001");
    private static final BigDecimal MILLISECOND = BigDecimal.ONE;
    private static final BigDecimal SECOND = BigDecimal.valueOf(1_000);

    static TimeCount secondsSince(Instant start) {
        return new TimeCount("seconds since " + start, List.of(SECOND), start, ZoneOffset.UTC);
    }

    static TimeCount epoch() {
        return sinceEpoch("epoch", SECOND, MILLISECOND, MICROSECOND, NANOSECOND);
    }

    /** @throws IllegalArgumentException for spreadsheet days without the zone whose days they are */
    static Optional<TimeCount> named(String name, @Nullable ZoneId zone) {
        return switch (name) {
            case "epoch" -> Optional.of(epoch());
            case "epoch_seconds" -> Optional.of(sinceEpoch(name, SECOND));
            case "epoch_millis" -> Optional.of(sinceEpoch(name, MILLISECOND));
            case "epoch_micros" -> Optional.of(sinceEpoch(name, MICROSECOND));
            case "epoch_nanos" -> Optional.of(sinceEpoch(name, NANOSECOND));
            case "excel_serial" -> Optional.of(spreadsheetDays(name, zone));
            default -> Optional.empty();
        };
    }

    private static TimeCount sinceEpoch(String name, BigDecimal... units) {
        return new TimeCount(name, List.of(units), Instant.EPOCH, ZoneOffset.UTC);
    }

    private static TimeCount spreadsheetDays(String name, @Nullable ZoneId zone) {
        if (zone == null) {
            throw new IllegalArgumentException(
                    "spreadsheets count days of local time; add zone: to the mapping, such as zone: Europe/Berlin");
        }
        return new TimeCount(name, List.of(SECOND.multiply(SECONDS_A_DAY)), null, zone);
    }

    /** Milliseconds are as fine as times are kept. */
    Optional<Instant> parse(String text) {
        if (!NUMBER.matcher(text).matches()) {
            return Optional.empty();
        }
        BigDecimal number = new BigDecimal(text);
        if (start == null) {
            return Optional.of(spreadsheetTime(number)).filter(TimeCount::isPlausible);
        }
        Instant from = start;
        return units.stream()
                .flatMap(unit -> after(from, number.multiply(unit)).stream())
                .filter(instant -> !from.equals(Instant.EPOCH) || isPlausible(instant))
                .findFirst();
    }

    private static Optional<Instant> after(Instant start, BigDecimal millis) {
        return millis.abs().compareTo(BigDecimal.valueOf(Long.MAX_VALUE / 2)) > 0
                ? Optional.empty()
                : Optional.of(start.plusMillis(millis.longValue()));
    }

    /** A day is kept in some fifteen digits, of which exports write fewer: whole seconds are meant. */
    private Instant spreadsheetTime(BigDecimal days) {
        long seconds = days.multiply(SECONDS_A_DAY)
                .setScale(0, RoundingMode.HALF_UP)
                .min(BigDecimal.valueOf(Integer.MAX_VALUE).multiply(SECOND))
                .longValue();
        return SPREADSHEET_DAY_ZERO
                .atStartOfDay()
                .plusSeconds(seconds)
                .atZone(zone)
                .toInstant();
    }

    static boolean isPlausible(Instant instant) {
        return !instant.isBefore(EARLIEST) && instant.isBefore(LATEST);
    }
}
