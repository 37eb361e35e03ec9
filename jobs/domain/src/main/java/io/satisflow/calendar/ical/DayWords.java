package io.satisflow.calendar.ical;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * By which words of its summary an event is a day off or a day that is worked to make up for one. A mark that calendar
 * clients act on, {@code X-APPLE-SPECIAL-DAY}, goes before words.
 *
 * @param makeUp a make-up day
 * @param holiday a day off; null for all that is not a make-up day, unless the feed marks its days off (休, 放假): then
 *     the rest are festivals and seasons on which people work
 */
public record DayWords(Pattern makeUp, @Nullable Pattern holiday) {
    public static final String USUAL_MAKE_UP = "班|\\bwork(ing)?([ -]?day)?\\b|\\bmake-?up\\b";

    private static final Pattern MARKED_OFF = Pattern.compile("休|放假");
    private static final String MARK = "X-APPLE-SPECIAL-DAY";

    /** What an event is. */
    enum Kind {
        HOLIDAY,
        MAKE_UP,
        NEITHER
    }

    public static DayWords usual() {
        return of(USUAL_MAKE_UP, null);
    }

    /** @throws java.util.regex.PatternSyntaxException when one is not a regular expression */
    public static DayWords of(String makeUp, @Nullable String holiday) {
        return new DayWords(pattern(makeUp), holiday == null ? null : pattern(holiday));
    }

    private static Pattern pattern(String regex) {
        return Pattern.compile(regex, Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    }

    /** The same words, with what a feed's own habit says about days off. */
    DayWords forFeed(List<IcalEvent> events) {
        boolean marks = events.stream()
                .anyMatch(event -> MARKED_OFF.matcher(event.summary()).find()
                        || markOf(event).isPresent());
        return holiday == null && marks ? new DayWords(makeUp, MARKED_OFF) : this;
    }

    Kind kindOf(IcalEvent event) {
        return markOf(event).orElseGet(() -> {
            if (makeUp.matcher(event.summary()).find()) {
                return Kind.MAKE_UP;
            }
            return holiday == null || holiday.matcher(event.summary()).find() ? Kind.HOLIDAY : Kind.NEITHER;
        });
    }

    private static Optional<Kind> markOf(IcalEvent event) {
        return event.find(MARK).flatMap(mark -> switch (mark.value().strip()) {
            case "WORK-HOLIDAY" -> Optional.of(Kind.HOLIDAY);
            case "ALTERNATE-WORKDAY" -> Optional.of(Kind.MAKE_UP);
            default -> Optional.<Kind>empty();
        });
    }
}
