package io.satisflow.calendar.ical;

/**
 * What an event is taken for.
 *
 * @param why in words for whoever looks the days over before they are written
 */
record DayJudgement(DayKind kind, String why) {
    static DayJudgement off(String why, Object... arguments) {
        return new DayJudgement(DayKind.DAY_OFF, why.formatted(arguments));
    }

    static DayJudgement makeUp(String why, Object... arguments) {
        return new DayJudgement(DayKind.MAKE_UP_DAY, why.formatted(arguments));
    }

    static DayJudgement aside(String why, Object... arguments) {
        return new DayJudgement(DayKind.ASIDE, why.formatted(arguments));
    }
}
