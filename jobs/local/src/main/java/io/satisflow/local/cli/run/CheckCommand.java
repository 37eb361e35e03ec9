package io.satisflow.local.cli.run;

import io.satisflow.alerts.AlertSettingsNode;
import io.satisflow.alerts.receiver.Language;
import io.satisflow.calendar.CalendarFolder;
import io.satisflow.calendar.NamedCalendar;
import io.satisflow.config.ConfigException;
import io.satisflow.config.ConfigFile;
import io.satisflow.config.ConfigNode;
import io.satisflow.flink.courier.ReceiverCheck;
import io.satisflow.flink.scoring.ScoringOptions;
import io.satisflow.hook.HookReceiver;
import io.satisflow.hook.action.LinkKey;
import io.satisflow.local.cli.calendar.CalendarFiles;
import io.satisflow.local.cli.option.LanguageOption;
import io.satisflow.local.cli.option.ProblemText;
import io.satisflow.local.cli.option.SettingsChoice;
import io.satisflow.local.cli.option.UsageException;
import io.satisflow.local.speech.Catalogue;
import io.satisflow.local.terminal.VisibleText;
import io.satisflow.local.topics.KafkaProperties;
import io.satisflow.scoring.ScorerUnavailableException;
import io.satisflow.settings.Coverage;
import io.satisflow.settings.Settings;
import io.satisflow.settings.SettingsFile;
import io.satisflow.sla.policy.SlaPolicy;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Year;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code check}: is the configuration right? */
@Command(
        mixinStandardHelpOptions = true,
        name = "check",
        header = "Is the configuration right?",
        description = {
            "Reads the settings and every file they name, and says all that is wrong: file:line:column, the key,",
            "and what is allowed there; secrets that are not set; and, as notes, what is allowed and cannot be meant.",
            "Exit code 0 when all is well, 2 when something is not."
        },
        footer = {"", "Examples:", "  ./satisflow check", "  ./satisflow check --config my/satisflow.yaml --connect"})
public final class CheckCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Mixin
    private SettingsChoice config;

    @Mixin
    private LanguageOption.OfOutput language;

    @Option(
            names = "--connect",
            description = "try the brokers and the schema registry of kafka.properties as well (up to 10 s)")
    private boolean connect;

    @Override
    public Integer call() {
        Path file = config.path();
        List<String> problems = new ArrayList<>();
        Optional<Settings> read = read(file, problems);
        problems.addAll(ReceiverCheck.problems(receivers(file), System::getenv));
        check(CustomerSecret::keys, problems);
        read.ifPresent(settings -> {
            check(() -> checkScoring(settings), problems);
            problems.addAll(new KafkaProperties(settings.topics().kafkaProperties()).problems());
            if (connect) {
                BrokerCheck.problem(settings).ifPresent(problems::add);
                BrokerCheck.registryProblem(settings).ifPresent(problems::add);
            }
        });
        if (read.isEmpty() || !problems.isEmpty()) {
            problems.forEach(spec.commandLine().getErr()::println);
            return ExitCode.USAGE;
        }
        tell(file, read.get());
        return ExitCode.OK;
    }

    private static Optional<Settings> read(Path file, List<String> problems) {
        try {
            return Optional.of(SettingsFile.read(file, Optional.empty()));
        } catch (ConfigException e) {
            problems.addAll(ProblemText.lines(e));
            return Optional.empty();
        }
    }

    /** Whatever else is wrong, whether they can be reached is told as well; what is wrong in them is told already. */
    private static List<HookReceiver> receivers(Path file) {
        try {
            return ConfigFile.read(file)
                    .find("alerts")
                    .map(alerts ->
                            AlertSettingsNode.read(alerts, Language.ENGLISH).hookReceivers())
                    .orElse(List.of());
        } catch (ConfigException e) {
            return List.of();
        }
    }

    private static void check(Runnable each, List<String> problems) {
        try {
            each.run();
        } catch (UsageException e) {
            problems.add(String.valueOf(e.getMessage()));
        }
    }

    private void tell(Path file, Settings settings) {
        String channels = settings.channels().stream()
                .map(channel -> channel.mapping().channel())
                .collect(Collectors.joining(", "));
        String policies = settings.sla().policies().policies().stream()
                .map(SlaPolicy::name)
                .collect(Collectors.joining(", "));
        SortedMap<String, NamedCalendar> calendars = calendars(file);
        Catalogue words = Catalogue.in(language.locale());
        PrintWriter out = spec.commandLine().getOut();
        out.println(words.say("check.fine", ProblemText.typed(file.toString())));
        out.println(words.say("check.channels", VisibleText.of(channels)));
        out.println(words.say("check.calendars", described(calendars, words)));
        out.println(words.say("check.policies", VisibleText.of(policies)));
        notes(file, settings, calendars).forEach(spec.commandLine().getErr()::println);
    }

    /** What is allowed, and yet may not be meant. */
    private static Stream<String> notes(Path file, Settings settings, SortedMap<String, NamedCalendar> calendars) {
        int year = Year.now(ZoneOffset.UTC).getValue();
        Stream<String> gaps = calendars.values().stream()
                .flatMap(calendar -> CalendarFiles.gaps(calendar, year, year).stream())
                .distinct();
        ConfigNode root = ConfigFile.read(file);
        boolean metricsAreNamed = root.find("metrics").isPresent();
        boolean segmentsAreNamed = root.find("segments").isPresent();
        Stream<String> remarks = Stream.concat(
                settings.sla().policies().remarks().stream(),
                new Coverage(settings).remarks(metricsAreNamed, segmentsAreNamed).stream());
        return Stream.concat(gaps, Stream.concat(remarks, links(settings)).map(remark -> "Note: " + remark));
    }

    /** Messages link to the wall, yet nobody could acknowledge by a click. */
    private static Stream<String> links(Settings settings) {
        boolean isPossible = !settings.alerts().externalUrl().isEmpty()
                && !settings.alerts().hookReceivers().isEmpty();
        return isPossible && LinkKey.in(System::getenv) == null
                ? Stream.of(
                        ("%s is not set, so messages lead to the wall's login; set it where the jobs and the wall run, and"
                                        + " alerts can be acknowledged and silenced by a click (docs/chat-tools.md)")
                                .formatted(LinkKey.VARIABLE))
                : Stream.empty();
    }

    /** Receivers that nothing would ever reach: a secret that is not set, an address that is none. */
    static void requireReachable(Settings settings) {
        List<String> problems = ReceiverCheck.problems(settings.alerts().hookReceivers(), System::getenv);
        if (!problems.isEmpty()) {
            throw new UsageException(String.join("\n", problems));
        }
    }

    private static void checkScoring(Settings settings) {
        try {
            ScoringOptions.of(settings.scoring());
        } catch (ScorerUnavailableException e) {
            throw new UsageException("scoring.scorer: " + e.getMessage());
        }
    }

    private static SortedMap<String, NamedCalendar> calendars(Path settings) {
        return ConfigFile.read(settings)
                .find("calendars")
                .map(folder -> CalendarFolder.readWithNames(settings.resolveSibling(folder.text())))
                .orElseGet(TreeMap::new);
    }

    /** Each with the holidays it uses and the years that are known of them. */
    private static String described(SortedMap<String, NamedCalendar> calendars, Catalogue words) {
        return calendars.entrySet().stream()
                .map(entry -> Stream.concat(
                                Stream.of(entry.getKey()),
                                entry.getValue().holidaySets().entrySet().stream()
                                        .map(set -> "(%s %s)".formatted(set.getKey(), years(set.getValue(), words))))
                        .collect(Collectors.joining(" ")))
                .collect(Collectors.joining(", "));
    }

    private static String years(SortedSet<Integer> years, Catalogue words) {
        String first = years.first().toString();
        String last = years.last().toString();
        return first.equals(last) ? first : words.say("check.years", first, last);
    }
}
