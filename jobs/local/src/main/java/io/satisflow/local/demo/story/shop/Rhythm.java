package io.satisflow.local.demo.story.shop;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.ZonedDateTime;

/** How busy the shop's customers are: mornings and evenings more than nights, Mondays more than Sundays. */
public final class Rhythm {
    /** Shares of a day's writing, hour by hour from midnight, in percent. */
    private static final double[] HOURS = {
        0.8, 0.4, 0.2, 0.2, 0.2, 0.5, 1.2, 2.6, 5.2, 8.6, 8.8, 6.6, 6.0, 5.4, 5.6, 5.8, 5.2, 4.8, 5.4, 7.2, 8.0, 6.2,
        3.4, 1.7
    };

    /** The autumn sale begins on the last Monday, and everybody orders. */
    private static final double SALE = 2.6;

    private Rhythm() {}

    /** What is to be expected in one minute, of something that happens so often on an ordinary day. */
    public static double perMinute(double perDay, Instant minute) {
        ZonedDateTime local = minute.atZone(ShopTime.ZONE);
        double sale = minute.isBefore(ShopTime.OPENING) ? 1 : SALE;
        return perDay * weight(local.getDayOfWeek()) * sale * HOURS[local.getHour()] / 100 / 60;
    }

    private static double weight(DayOfWeek day) {
        return switch (day) {
            case MONDAY -> 1.3;
            case TUESDAY, WEDNESDAY -> 1.05;
            case THURSDAY, FRIDAY -> 1;
            case SATURDAY -> 0.85;
            case SUNDAY -> 0.75;
        };
    }
}
