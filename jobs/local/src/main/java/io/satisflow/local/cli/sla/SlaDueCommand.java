package io.satisflow.local.cli.sla;

import io.satisflow.calendar.BusinessCalendar;
import io.satisflow.calendar.NamedCalendar;
import io.satisflow.local.cli.option.InstantText;
import io.satisflow.local.cli.option.UsageException;
import io.satisflow.local.cli.option.ZoneText;
import io.satisflow.sla.clock.Allowance;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code sla due}: when is it too late? */
@Command(
        mixinStandardHelpOptions = true,
        name = "due",
        header = "When is it too late?",
        description = {
            "When a target is used up on a business calendar: the earliest instant at which that much working",
            "time has passed since the start. A reply at exactly that instant is in time. Printed in UTC, or as --zone",
            "says; on standard error also as the clocks of the calendar's zone show it."
        },
        footer = {
            "",
            "Examples:",
            "  ./satisflow sla due --calendar config/calendars/berlin.yaml --start 2026-03-27T16:30+01:00 --target 4h",
            "  ./satisflow sla due --cases cases.csv      # columns id,calendar,start,target; prints id,due"
        })
final class SlaDueCommand extends CalendarQuestion {

    private static final DateTimeFormatter READABLE =
            DateTimeFormatter.ofPattern("EEE d MMM uuuu HH:mm:ss xxx", Locale.ENGLISH);

    @Option(names = "--start", paramLabel = "T", description = "when the clock starts")
    private @Nullable String start;

    @Option(names = "--target", paramLabel = "D", description = "working time: 4h, 90m, 3600s, PT4H, or 2 workdays")
    private @Nullable String target;

    @Option(names = "--zone", paramLabel = "ZONE", description = "in which the answer is written (default: UTC)")
    private @Nullable String zone;

    SlaDueCommand() {
        super("start", "target", "due");
    }

    @Override
    @Nullable
    String firstValue() {
        return start;
    }

    @Override
    @Nullable
    String secondValue() {
        return target;
    }

    @Override
    String answer(NamedCalendar calendar, Written startAt, Written allowed) {
        Instant from = InstantText.parse(startAt.place(), startAt.text());
        Instant due = due(calendar.calendar(), from, allowed);
        noteGaps(calendar, from, due);
        ZoneId ofCalendar = calendar.calendar().zone();
        if (zone == null && isAskedOnce()) {
            note("That is %s in %s.".formatted(READABLE.format(due.atZone(ofCalendar)), ofCalendar));
        }
        Instant millis = due.truncatedTo(ChronoUnit.MILLIS);
        return zone == null
                ? millis.toString()
                : millis.atZone(ZoneText.parse("--zone", zone))
                        .toOffsetDateTime()
                        .toString();
    }

    private static Instant due(BusinessCalendar calendar, Instant from, Written allowed) {
        try {
            Duration time = Allowance.parse(allowed.text()).from(from, calendar);
            if (time.isZero() || time.isNegative()) {
                throw new IllegalArgumentException("a target must be longer than zero");
            }
            return calendar.due(from, time);
        } catch (IllegalArgumentException e) {
            throw new UsageException("%s %s: %s".formatted(allowed.place(), allowed.text(), e.getMessage()));
        }
    }
}
