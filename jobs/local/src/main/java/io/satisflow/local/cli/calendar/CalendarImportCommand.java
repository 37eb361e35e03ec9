package io.satisflow.local.cli.calendar;

import io.satisflow.calendar.HolidaySet;
import io.satisflow.calendar.HolidaySetText;
import io.satisflow.calendar.ical.DayWords;
import io.satisflow.calendar.ical.HolidayFeed;
import io.satisflow.calendar.ical.HolidayFeed.Skipped;
import io.satisflow.calendar.ical.HolidayFeed.Years;
import io.satisflow.calendar.ical.IcalException;
import io.satisflow.local.cli.option.Installation;
import io.satisflow.local.cli.option.UsageException;
import java.io.IOException;
import java.nio.charset.MalformedInputException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code calendar import}: holidays out of an iCal feed. */
@Command(
        mixinStandardHelpOptions = true,
        name = "import",
        header = "Holidays out of an iCal feed.",
        description = {
            "Reads the all-day events of an .ics file and writes a set of holidays, one file a year: NAME-YEAR.yaml.",
            "A calendar uses it by its name: holidays: [NAME]. Says what it found, and why it left anything aside.",
            "",
            "An event is a make-up day (a weekend day that is worked) when its summary says so, such as 班, 补班 or",
            "\"working day\"; else it is a holiday. In feeds that mark their days off (休, 放假), only those are holidays."
        },
        footer = {
            "",
            "Examples:",
            "  ./satisflow calendar import china.ics --name cn --years 2027",
            "  ./satisflow calendar import school.ics --holiday 'closed|holiday' --out my/calendars/holidays"
        })
final class CalendarImportCommand implements Callable<Integer> {
    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9_-]*");
    private static final Pattern YEARS = Pattern.compile("(\\d{4})(?:-(\\d{4}))?");

    @Spec
    private CommandSpec spec;

    @Parameters(index = "0", paramLabel = "FILE.ics", description = "the feed, in UTF-8")
    private Path file;

    @Option(names = "--name", paramLabel = "NAME", description = "of the set, such as cn (default: the file's)")
    private @Nullable String name;

    @Option(
            names = "--out",
            paramLabel = "DIR",
            description = "where the files are written (default: config/calendars/holidays)")
    private @Nullable Path out;

    @Option(
            names = "--years",
            paramLabel = "Y[-Y]",
            description = "only these, such as 2026-2028 (default: all that the feed has)")
    private @Nullable String years;

    @Option(
            names = "--makeup",
            paramLabel = "REGEX",
            defaultValue = DayWords.USUAL_MAKE_UP,
            description = "what in a summary makes an event a make-up day (default: ${DEFAULT-VALUE})")
    private String makeUp;

    @Option(
            names = "--holiday",
            paramLabel = "REGEX",
            description = "what in a summary makes an event a holiday; all others are left aside")
    private @Nullable String holiday;

    @Option(names = "--force", description = "write over files that are there")
    private boolean force;

    @Override
    public Integer call() throws IOException {
        String set = setName();
        HolidayFeed feed = feed();
        feed.skipped().forEach(this::noteSkipped);
        if (feed.byYear().isEmpty()) {
            spec.commandLine().getErr().println("%s holds no holidays; nothing is written".formatted(file));
            return ExitCode.SOFTWARE;
        }
        write(files(set, feed));
        return 0;
    }

    private void noteSkipped(Skipped skipped) {
        spec.commandLine()
                .getErr()
                .println("%s:%d: \"%s\" left aside: %s"
                        .formatted(file, skipped.line(), skipped.summary(), skipped.reason()));
    }

    private HolidayFeed feed() throws IOException {
        DayWords words;
        try {
            words = DayWords.of(makeUp, holiday);
        } catch (PatternSyntaxException e) {
            throw new UsageException("--makeup, --holiday: \"%s\" is not a regular expression: %s"
                    .formatted(e.getPattern(), e.getDescription()));
        }
        try {
            return HolidayFeed.read(Files.readString(Installation.existing(file, "FILE.ics")), words, years());
        } catch (IcalException e) {
            throw new UsageException("%s:%d: %s".formatted(file, e.line(), e.getMessage()));
        } catch (MalformedInputException e) {
            throw new UsageException("%s is not UTF-8; save it so and try again".formatted(file));
        }
    }

    private String setName() {
        String ofFile = String.valueOf(file.getFileName()).replaceFirst("\\.[^.]*$", "");
        String set = Optional.ofNullable(name).orElse(ofFile.toLowerCase(Locale.ROOT));
        if (!NAME.matcher(set).matches()) {
            throw new UsageException(
                    "--name %s: a set is named by small letters, digits, _ and -, a letter first, such as cn"
                            .formatted(set));
        }
        return set;
    }

    private @Nullable Years years() {
        if (years == null) {
            return null;
        }
        Matcher parts = YEARS.matcher(years);
        if (!parts.matches()) {
            throw new UsageException("--years %s: write a year or two, such as 2026-2028".formatted(years));
        }
        int first = Integer.parseInt(parts.group(1));
        int last = parts.group(2) == null ? first : Integer.parseInt(parts.group(2));
        if (last < first) {
            throw new UsageException("--years %s: the first is after the last; exchange them".formatted(years));
        }
        return new Years(first, last);
    }

    /** All or nothing: an import that stops in the middle would mix years of two feeds. */
    private Map<Path, HolidaySet> files(String set, HolidayFeed feed) {
        Path folder = Optional.ofNullable(out).orElseGet(Installation::holidays);
        Map<Path, HolidaySet> files = new TreeMap<>();
        feed.byYear().forEach((year, days) -> files.put(folder.resolve("%s-%d.yaml".formatted(set, year)), days));
        files.keySet().stream().filter(Files::exists).findFirst().ifPresent(there -> {
            if (!force) {
                throw new UsageException(
                        "%s is there already; nothing is written. Write over it with --force, choose --years, or write elsewhere with --out"
                                .formatted(there));
            }
        });
        return files;
    }

    private void write(Map<Path, HolidaySet> files) throws IOException {
        for (Map.Entry<Path, HolidaySet> each : files.entrySet()) {
            HolidaySet days = each.getValue();
            Files.createDirectories(each.getKey().toAbsolutePath().getParent());
            Files.writeString(each.getKey(), HolidaySetText.of(days, "Imported from " + file.getFileName() + "."));
            spec.commandLine()
                    .getOut()
                    .println("%s: %d holidays, %d make-up days"
                            .formatted(
                                    each.getKey(),
                                    days.holidays().size(),
                                    days.makeUpDays().size()));
        }
    }
}
