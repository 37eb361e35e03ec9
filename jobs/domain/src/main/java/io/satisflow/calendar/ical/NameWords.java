package io.satisflow.calendar.ical;

import java.util.regex.Pattern;

/** What the names of events say of themselves. */
final class NameWords {
    private static final String BEGIN = "(?:^|[\\s·・:：\\-])";
    private static final String END = "(?:$|[\\s·・:：\\-])";
    private static final String OPEN = "[(（\\[【〔]\\s*";
    private static final String CLOSE = "\\s*[)）\\]】〕]";

    /** "Non-working day" is no working day, "Workers' Day" is none either, and "停班" says the opposite of "上班". */
    private static final Pattern WORKED = pattern(
            "(?<!\\bnon[\\s\\p{Pd}]{0,2})(?<!\\bno )(?<!\\bnot (?:an? )?)\\bwork(?:ing)?[\\s\\p{Pd}]?(?:day|saturday|sunday|weekend)s?\\b|补班|補班|调班|調班|補行上班"
                    + "|(?<![停不免用])上班|(?:节|節)班$|" + OPEN + "(?:班|上班)" + CLOSE + "|" + BEGIN + "班" + END);

    private static final Pattern MADE_UP = pattern("\\bmake[\\s\\p{Pd}]?up\\b");

    /** "Make-up holiday" is the day off that makes up, not the day that is worked. */
    private static final Pattern OFF = pattern("\\bholiday|\\bday off\\b|\\bday in lieu\\b|补休|補休|补假|補假|不上班|停班");

    private static final Pattern WORKED_HOLIDAY = pattern("(?<!\\bnon[\\s\\p{Pd}]{0,2})\\bworking[\\s\\p{Pd}]holiday");

    /** A mark that calendars put on days off: 休 alone in brackets or as a word of its own, not 休 in 銀行休業日. */
    private static final Pattern MARKED_OFF =
            pattern(OPEN + "(?:休|假|放假|休假)" + CLOSE + "|放假|补休|補休|补假|補假|" + BEGIN + "(?:休|假期|休假)" + END);

    /** People work until noon, which a calendar's hours can say and a day off cannot. */
    private static final Pattern HALF =
            pattern("\\bhalf[\\s\\p{Pd}]?(?:a )?day\\b|\\bearly (?:clos(?:e|ing|ure)|dismissal|finish)\\b"
                    + "|\\bclos(?:es|ing) (?:early|at \\d)|\\bhalber (?:tag|feiertag)\\b|半天|半日");

    /** Days that no country takes off; a feed that means them otherwise says so by kind, and that goes before. */
    private static final Pattern NEVER_OFF =
            pattern("\\bdaylight saving|\\bsummer time (?:begins|ends)|\\bclocks? (?:go|change)"
                    + "|\\bfirst day of (?:spring|summer|autumn|fall|winter)\\b|\\b(?:equinox|solstice)\\b|\\b(?:new|full) moon\\b"
                    + "|\\bgroundhog day\\b|\\bvalentine|\\bapril fool|\\b(?:mother|father|grandparent)s?['’]?s? day\\b"
                    + "|\\bhalloween\\b|\\btax day\\b"
                    + "|^(?:立春|雨水|惊蛰|春分|谷雨|立夏|小满|芒种|夏至|小暑|大暑|立秋|处暑|白露|秋分|寒露|霜降|立冬|小雪|大雪|冬至|小寒|大寒)$");

    private NameWords() {}

    private static Pattern pattern(String regex) {
        return Pattern.compile(regex, Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    }

    /** Whether a weekend day is worked to make up for a day off. */
    static boolean isMakeUpDay(String name) {
        return (WORKED.matcher(name).find() || MADE_UP.matcher(name).find())
                && !OFF.matcher(name).find()
                && !isWorkedHoliday(name);
    }

    /** Whether it is a day of honour on which people work, such as the Philippines' special working holidays. */
    static boolean isWorkedHoliday(String name) {
        return WORKED_HOLIDAY.matcher(name).find();
    }

    static boolean isHalf(String name) {
        return HALF.matcher(name).find();
    }

    static boolean isMarkedOff(String name) {
        return MARKED_OFF.matcher(name).find();
    }

    static boolean isNeverOff(String name) {
        return NEVER_OFF.matcher(name).find();
    }
}
