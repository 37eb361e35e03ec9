package io.satisflow.channel.field;

import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
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

    private static final int MOST_SHAPES = 3;
    private static final List<String> COUNTS = List.of("epoch_seconds", "epoch_millis", "epoch_micros", "epoch_nanos");

    private static final List<String> ZONED = List.of(
            "yyyy-MM-dd HH:mm:ss[.SSSSSS][.SSS]XXX",
            "yyyy-MM-dd HH:mm:ss[.SSSSSS][.SSS] XXX",
            "yyyy-MM-dd HH:mm:ss[.SSS]X",
            "yyyy-MM-dd HH:mm:ss[.SSS] X",
            "yyyy-MM-dd HH:mm:ss Z",
            "yyyy-MM-dd HH:mm:ss VV",
            "yyyy/M/d h:mm:ss a O",
            "EEE MMM dd HH:mm:ss Z yyyy",
            "EEE MMM dd yyyy HH:mm:ss 'GMT'Z",
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
            "yyyy/M/d h:mm:ss a",
            "yyyy年M月d日 H:mm:ss",
            "yyyy年M月d日 H:mm",
            "yyyy年M月d日",
            "d.M.yyyy H:mm:ss",
            "d.M.yyyy H:mm",
            "d.M.yy H:mm",
            "M/d/yyyy H:mm:ss",
            "M/d/yyyy H:mm",
            "M/d/yyyy h:mm:ss a",
            "M/d/yyyy h:mm a",
            "M/d/yyyy, h:mm:ss a",
            "M/d/yyyy, h:mm a",
            "M/d/yy H:mm:ss",
            "M/d/yy H:mm",
            "M/d/yy h:mm a",
            "M/d/yy, h:mm a",
            "d/M/yyyy H:mm:ss",
            "d/M/yyyy H:mm",
            "d/M/yyyy, H:mm:ss",
            "d/M/yyyy, H:mm",
            "d/M/yyyy h:mm a",
            "d/M/yy H:mm:ss",
            "d/M/yy H:mm",
            "d-M-yyyy H:mm:ss",
            "d-M-yyyy H:mm",
            "M-d-yyyy H:mm:ss",
            "M-d-yyyy H:mm",
            "MMM d, yyyy h:mm:ss a",
            "MMM d, yyyy, h:mm:ss a",
            "MMM d, yyyy h:mm a",
            "MMM d, yyyy, h:mm a",
            "MMM d, yyyy",
            "MMMM d, yyyy h:mm a",
            "MMMM d, yyyy",
            "d MMM yyyy HH:mm:ss",
            "d MMM yyyy HH:mm",
            "d MMM yyyy h:mm a",
            "d MMM yyyy, h:mm a",
            "d MMM yyyy",
            "d MMMM yyyy",
            "d-MMM-yyyy HH:mm:ss",
            "d-MMM-yyyy HH:mm",
            "d-MMM-yyyy",
            "yyyy/M/d",
            "d.M.yyyy",
            "d.M.yy",
            "M/d/yyyy",
            "M/d/yy",
            "d/M/yyyy",
            "d/M/yy",
            "d-M-yyyy",
            "M-d-yyyy",
            "yyyyMMddHHmmss",
            "yyyyMMdd");

    private static final List<Known> KNOWN = known();

    /** What reads a shape; made once, since a format proves itself when it is made. */
    private record Known(TimeShape shape, TimeFormat reader) {
        private boolean reads(String text) {
            return reader.parse(text).isPresent();
        }
    }

    private static List<Known> known() {
        List<Known> known = new ArrayList<>();
        known.add(new Known(new TimeShape("iso", true), TimeFormat.ISO));
        COUNTS.forEach(name -> known.add(known(name, true)));
        ZONED.forEach(name -> known.add(known(name, true)));
        LOCAL.forEach(name -> known.add(known(name, false)));
        return List.copyOf(known);
    }

    private static Known known(String name, boolean zoned) {
        return new Known(new TimeShape(name, zoned), TimeFormat.named(name, ANY_ZONE));
    }

    /** From 1982 to 2064. */
    private static final Pattern SPREADSHEET_DAY = Pattern.compile("[3-5]\\d{4}(?:\\.\\d{1,15})?");

    /** Nothing when it looks like no time. */
    public static Optional<TimeShape> of(String text) {
        return KNOWN.stream().filter(known -> known.reads(text)).findFirst().map(Known::shape);
    }

    /** The formats, to be tried in order, that read all of these: one where one does. None when any of them looks like no time. */
    public static List<TimeShape> covering(Collection<String> texts) {
        List<TimeShape> shapes = new ArrayList<>();
        List<String> left = new ArrayList<>(texts);
        while (!left.isEmpty()) {
            Known best = null;
            long most = 0;
            for (Known known : KNOWN) {
                long read = left.stream().filter(known::reads).count();
                if (read > most) {
                    best = known;
                    most = read;
                }
            }
            if (best == null || shapes.size() == MOST_SHAPES) {
                return List.of();
            }
            shapes.add(best.shape());
            left.removeIf(best::reads);
        }
        return shapes;
    }

    /** Whether day and month may as well stand the other way round: 3/4 is the third of April or the fourth of March. */
    public boolean isAmbiguous() {
        return !turned().equals(format);
    }

    /** Whether all of these can be read with day and month the other way round. */
    public boolean isAmbiguousFor(Collection<String> texts) {
        TimeFormat other = TimeFormat.named(turned(), ANY_ZONE);
        return isAmbiguous()
                && texts.stream().allMatch(text -> other.parse(text).isPresent());
    }

    private String turned() {
        if (format.startsWith("M/d/") || format.startsWith("M-d-")) {
            return "d" + format.charAt(1) + "M" + format.substring(3);
        }
        return format.startsWith("d/M/") || format.startsWith("d-M-")
                ? "M" + format.charAt(1) + "d" + format.substring(3)
                : format;
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
