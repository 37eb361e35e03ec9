package io.satisflow.calendar.ical;

/** What a day of a feed is. */
public enum DayKind {
    DAY_OFF("day off"),
    /** Worked to make up for a day off, although it is a weekend. */
    MAKE_UP_DAY("make-up day"),
    ASIDE("left aside");

    private final String words;

    DayKind(String words) {
        this.words = words;
    }

    /** For people. */
    public String words() {
        return words;
    }
}
