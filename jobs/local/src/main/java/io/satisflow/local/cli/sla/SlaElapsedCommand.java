package io.satisflow.local.cli.sla;

import io.satisflow.calendar.NamedCalendar;
import io.satisflow.local.cli.option.InstantText;
import io.satisflow.local.cli.option.UsageException;
import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code sla elapsed}: how much working time was that? */
@Command(
        mixinStandardHelpOptions = true,
        name = "elapsed",
        header = "How much working time was that?",
        description = "The seconds of working time between two instants on a business calendar.",
        footer = {
            "",
            "Examples:",
            "  ./satisflow sla elapsed --calendar config/calendars/berlin.yaml --from 2026-03-27T16:30+01:00"
                    + " --to 2026-03-30T09:00+02:00",
            "  ./satisflow sla elapsed --cases cases.csv  # columns id,calendar,from,to; prints id,seconds"
        })
final class SlaElapsedCommand extends CalendarQuestion {

    @Option(names = "--from", paramLabel = "T", description = "the first instant")
    private @Nullable String from;

    @Option(names = "--to", paramLabel = "T", description = "the first instant that does not count")
    private @Nullable String to;

    SlaElapsedCommand() {
        super("from", "to", "seconds");
    }

    @Override
    @Nullable
    String firstValue() {
        return from;
    }

    @Override
    @Nullable
    String secondValue() {
        return to;
    }

    @Override
    String answer(NamedCalendar calendar, Written startAt, Written endAt) {
        Instant start = InstantText.parse(startAt.place(), startAt.text());
        Instant end = InstantText.parse(endAt.place(), endAt.text());
        if (end.isBefore(start)) {
            throw new UsageException("%s %s is before %s %s; exchange them"
                    .formatted(endAt.place(), endAt.text(), startAt.place(), startAt.text()));
        }
        noteGaps(calendar, start, end);
        long millis = calendar.calendar().elapsed(start, end).toMillis();
        return BigDecimal.valueOf(millis, 3).stripTrailingZeros().toPlainString();
    }
}
