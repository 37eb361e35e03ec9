package io.satisflow.channel.field.time;

import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

/**
 * What a time looks like, to name the format that would read it. A guess for people to look at; nothing is read by it.
 *
 * @param format as a mapping declares it
 * @param zoned whether it tells its zone
 * @param language of the names of months, and of morning and afternoon, in it
 */
public record TimeShape(String format, boolean zoned, String language) {
    static final String ENGLISH = "en";

    private static final int MOST_SHAPES = 3;
    private static final int LONGEST = 80;
    private static final int LEAST_DIGITS = 3;
    /** What reads a shape; made once, since a format proves itself when it is made. */
    private static final Map<TimeShape, TimeFormat> READERS = new ConcurrentHashMap<>();

    private static final List<TimeShape> KNOWN = TimeFormats.all();

    /** In English, or without words. */
    public TimeShape(String format, boolean zoned) {
        this(format, zoned, ENGLISH);
    }

    private TimeFormat reader() {
        return READERS.computeIfAbsent(
                this,
                shape -> shape.format.equals("iso") && shape.zoned
                        ? TimeFormat.ISO
                        : TimeFormat.named(
                                shape.format,
                                new TimeFormat.Clock(ZoneOffset.UTC, Locale.forLanguageTag(shape.language))));
    }

    /** Whether this is written so. */
    public boolean reads(String text) {
        TimeFormat reader = reader();
        return reader.hasFormOf(text) && reader.parse(text).isPresent();
    }

    /** From 1982 to 2064. */
    private static final Pattern SPREADSHEET_DAY = Pattern.compile("[3-5]\\d{4}(?:\\.\\d{1,15})?");

    /** Nothing when it looks like no time. */
    public static Optional<TimeShape> of(String text) {
        return mayBeTime(text)
                ? KNOWN.stream().filter(shape -> shape.reads(text)).findFirst()
                : Optional.empty();
    }

    /** The formats, to be tried in order, that read all of these: one where one does. None when any of them looks like no time. */
    public static List<TimeShape> covering(Collection<String> texts) {
        if (!texts.stream().allMatch(TimeShape::mayBeTime)) {
            return List.of();
        }
        if (texts.stream().limit(1).anyMatch(text -> of(text).isEmpty())) {
            return List.of();
        }
        List<TimeShape> shapes = new ArrayList<>();
        List<String> left = new ArrayList<>(texts);
        while (!left.isEmpty()) {
            TimeShape best = null;
            long most = 0;
            for (TimeShape known : KNOWN) {
                long read = left.stream().filter(known::reads).count();
                if (read > most) {
                    best = known;
                    most = read;
                }
            }
            if (best == null || shapes.size() == MOST_SHAPES) {
                return List.of();
            }
            shapes.add(best);
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
        return isAmbiguous() && texts.stream().allMatch(otherWayRound()::reads);
    }

    public boolean isInEnglish() {
        return language.equals(ENGLISH);
    }

    /** With day and month the other way round; the same where only one way is possible. */
    public TimeShape otherWayRound() {
        return new TimeShape(turned(), zoned, language);
    }

    /** Whether the day stands before the month, all in figures. */
    public boolean isDayFirst() {
        return isAmbiguous() && format.charAt(0) == 'd';
    }

    private static boolean mayBeTime(String text) {
        return text.length() <= LONGEST
                && text.chars().filter(Character::isDigit).limit(LEAST_DIGITS).count() == LEAST_DIGITS;
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
        if (!isInEnglish()) {
            ofFormat += ", locale: " + language;
        }
        if (isAmbiguous()) {
            ofFormat += " (or with day and month the other way round)";
        }
        return zoned ? ofFormat : ofFormat + " with zone: in the mapping, or --zone for one file";
    }
}
