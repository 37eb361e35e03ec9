package io.satisflow.channel.field;

import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What a time looks like, to name the format that would read it. A guess for people to look at; nothing is read by it.
 *
 * @param format as a mapping declares it
 * @param zoned whether it tells its zone
 */
public record TimeShape(String format, boolean zoned) {
    private static final TimeFormat.Clock ANY_ZONE = new TimeFormat.Clock(ZoneOffset.UTC, Locale.ENGLISH);

    private static final List<String> ZONED = List.of(
            "yyyy-MM-dd HH:mm:ss[.SSSSSS][.SSS]XXX",
            "yyyy-MM-dd HH:mm:ss[.SSSSSS][.SSS] XXX",
            "yyyy-MM-dd HH:mm:ss[.SSS]X",
            "yyyy-MM-dd HH:mm:ss[.SSS] X",
            "yyyy-MM-dd HH:mm:ss Z",
            "yyyy-MM-dd HH:mm:ss VV",
            "EEE MMM dd HH:mm:ss Z yyyy",
            "EEE, dd MMM yyyy HH:mm:ss Z",
            "EEE, d MMM yyyy HH:mm:ss zzz",
            "MMM d, yyyy h:mm a z",
            "dd/MMM/yyyy:HH:mm:ss Z");

    /** Days before months only where a slash does not hide which is which; see {@link #isAmbiguous}. */
    private static final List<String> LOCAL = List.of(
            "yyyy-MM-dd HH:mm:ss",
            "yyyy-MM-dd HH:mm:ss.SSS",
            "yyyy-MM-dd HH:mm",
            "iso",
            "yyyy/M/d H:mm:ss",
            "yyyy/M/d H:mm",
            "yyyy年M月d日 H:mm:ss",
            "yyyy年M月d日",
            "d.M.yyyy H:mm:ss",
            "d.M.yyyy H:mm",
            "M/d/yyyy H:mm:ss",
            "M/d/yyyy H:mm",
            "M/d/yyyy h:mm:ss a",
            "M/d/yyyy h:mm a",
            "d/M/yyyy H:mm:ss",
            "d/M/yyyy H:mm",
            "MMM d, yyyy h:mm a",
            "MMM d, yyyy",
            "d MMM yyyy HH:mm",
            "d MMM yyyy",
            "yyyy/M/d",
            "d.M.yyyy",
            "M/d/yyyy",
            "d/M/yyyy",
            "yyyyMMddHHmmss",
            "yyyyMMdd");

    /** From 1982 to 2064. */
    private static final Pattern SPREADSHEET_DAY = Pattern.compile("[3-5]\\d{4}(?:\\.\\d{1,15})?");

    /** Nothing when it looks like no time. */
    public static Optional<TimeShape> of(String text) {
        if (TimeFormat.ISO.parse(text).isPresent()) {
            return Optional.of(new TimeShape("iso", true));
        }
        Optional<TimeShape> count = List.of("epoch_seconds", "epoch_millis", "epoch_micros", "epoch_nanos").stream()
                .filter(name -> TimeFormat.named(name, ANY_ZONE).parse(text).isPresent())
                .findFirst()
                .map(name -> new TimeShape(name, true));
        return count.or(() -> first(ZONED, text, true)).or(() -> first(LOCAL, text, false));
    }

    private static Optional<TimeShape> first(List<String> formats, String text, boolean zoned) {
        return formats.stream()
                .filter(format -> TimeFormat.named(format, ANY_ZONE).parse(text).isPresent())
                .findFirst()
                .map(format -> new TimeShape(format, zoned));
    }

    /** Whether 3/4 may be the third of April as well as the fourth of March. */
    public boolean isAmbiguous() {
        return format.startsWith("M/d/") || format.startsWith("d/M/");
    }

    static String remedy(String text) {
        return of(text).map(TimeShape::remedy)
                .orElse(
                        SPREADSHEET_DAY.matcher(text).matches()
                                ? "if it is the day of a spreadsheet, write format: excel_serial with zone: in the"
                                        + " mapping"
                                : "correct the source, or the format in the mapping");
    }

    private String remedy() {
        String ofFormat = "it looks like format: \"%s\"".formatted(format);
        if (isAmbiguous()) {
            ofFormat += " (or with day and month the other way round)";
        }
        return zoned ? ofFormat : ofFormat + " with zone: in the mapping, or --zone for one file";
    }
}
