package io.satisflow.calendar.ical;

/**
 * What an event is taken for.
 *
 * @param why in words for whoever looks the days over before they are written
 */
record Verdict(DayKind kind, String why) {
    static Verdict off(String why, Object... arguments) {
        return new Verdict(DayKind.DAY_OFF, why.formatted(arguments));
    }

    static Verdict makeUp(String why, Object... arguments) {
        return new Verdict(DayKind.MAKE_UP_DAY, why.formatted(arguments));
    }

    static Verdict aside(String why, Object... arguments) {
        return new Verdict(DayKind.ASIDE, why.formatted(arguments));
    }
}
