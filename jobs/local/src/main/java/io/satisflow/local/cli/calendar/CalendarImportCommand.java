package io.satisflow.local.cli.calendar;

import io.satisflow.calendar.HolidaySet;
import io.satisflow.calendar.HolidaySetText;
import io.satisflow.calendar.ical.DayWords;
import io.satisflow.calendar.ical.HolidayFeed;
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
            "Reads an .ics file and writes a set of holidays, one file a year: NAME-YEAR.yaml. A calendar uses it by its",
            "name: holidays: [NAME]. Look at it first with --dry-run: every day, what it is taken for, and why.",
            "",
            "What an event is: --ignore, --makeup and --holiday go before all. Then marks that calendar clients act on",
            "(X-APPLE-SPECIAL-DAY), then a name that says it is worked (补班, （班）, \"working day\", but not \"non-working day\"",
            "nor \"make-up holiday\"), then the kind that its category or description begins with (Federal Holiday, State",
            "Holiday, Observance). Where a feed names several kinds, only those that hold for all are days off. In feeds",
            "that mark both kinds of days, （休） and （班）, what is not marked is none. All else is a day off.",
            "",
            "Days are whole days, from midnight to midnight. Rules, single dates, exceptions and changed instances are read",
            "as the format has them."
        },
        footer = {
            "",
            "Examples:",
            "  ./satisflow calendar import china.ics --name cn --years 2027 --dry-run",
            "  ./satisflow calendar import us.ics --holiday 'Federal Holiday' --ignore Inauguration",
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
            description = "make-up days, by name, description, category or place (default: usual words in the name)")
    private @Nullable String makeUp;

    @Option(
            names = "--holiday",
            paramLabel = "REGEX",
            description = "days off, by name, description, category or place; all others are left aside")
    private @Nullable String holiday;

    @Option(
            names = "--ignore",
            paramLabel = "REGEX",
            description = "what is left aside, by name, description, category or place")
    private @Nullable String ignore;

    @Option(names = "--dry-run", description = "show the days, and write nothing")
    private boolean dryRun;

    @Option(names = "--force", description = "write over files that are there")
    private boolean force;

    @Override
    public Integer call() throws IOException {
        String set = setName();
        HolidayFeed feed = feed();
        ImportNotes notes = new ImportNotes(file.toString(), feed);
        if (dryRun) {
            notes.days().forEach(spec.commandLine().getOut()::println);
        }
        (dryRun ? notes.troubles() : notes.all()).forEach(spec.commandLine().getErr()::println);
        if (feed.byYear().isEmpty()) {
            spec.commandLine().getErr().println("%s holds no holidays; nothing is written".formatted(file));
            return ExitCode.SOFTWARE;
        }
        if (dryRun) {
            feed.byYear()
                    .forEach((year, days) -> spec.commandLine()
                            .getErr()
                            .println("%d: %s; nothing is written".formatted(year, counted(days))));
            return ExitCode.OK;
        }
        write(files(set, feed));
        return ExitCode.OK;
    }

    private HolidayFeed feed() throws IOException {
        DayWords words;
        try {
            words = DayWords.of(ignore, makeUp, holiday);
        } catch (PatternSyntaxException e) {
            throw new UsageException("--ignore, --makeup, --holiday: \"%s\" is not a regular expression: %s"
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
            spec.commandLine().getOut().println("%s: %s".formatted(each.getKey(), counted(days)));
        }
    }

    private static String counted(HolidaySet days) {
        return "%d holidays, %d make-up days"
                .formatted(days.holidays().size(), days.makeUpDays().size());
    }
}
