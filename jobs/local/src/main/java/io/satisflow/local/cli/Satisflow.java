package io.satisflow.local.cli;

import io.satisflow.config.ConfigException;
import io.satisflow.flink.io.registry.IncompatibleSchemaException;
import io.satisflow.flink.io.registry.RegistryUnavailableException;
import io.satisflow.local.broker.BrokerEnd;
import io.satisflow.local.broker.PortInUseException;
import io.satisflow.local.cli.alerts.AlertsCommand;
import io.satisflow.local.cli.bench.BenchCommand;
import io.satisflow.local.cli.calendar.CalendarCommand;
import io.satisflow.local.cli.channel.ChannelCommand;
import io.satisflow.local.cli.data.EraseCommand;
import io.satisflow.local.cli.data.ReportCommand;
import io.satisflow.local.cli.data.SqlCommand;
import io.satisflow.local.cli.data.StatusCommand;
import io.satisflow.local.cli.data.TopicsCommand;
import io.satisflow.local.cli.data.WarehouseCommand;
import io.satisflow.local.cli.drift.DriftCommand;
import io.satisflow.local.cli.help.ChineseHelp;
import io.satisflow.local.cli.help.ReferenceCommand;
import io.satisflow.local.cli.help.SpokenLanguage;
import io.satisflow.local.cli.letters.DeadLettersCommand;
import io.satisflow.local.cli.metrics.MetricsCommand;
import io.satisflow.local.cli.option.LogFile;
import io.satisflow.local.cli.option.ProblemText;
import io.satisflow.local.cli.option.UsageException;
import io.satisflow.local.cli.run.ChaosCommand;
import io.satisflow.local.cli.run.CheckCommand;
import io.satisflow.local.cli.run.DemoCommand;
import io.satisflow.local.cli.run.ReplayCommand;
import io.satisflow.local.cli.run.RunCommand;
import io.satisflow.local.cli.sla.SlaCommand;
import io.satisflow.local.cli.text.EvaluateCommand;
import io.satisflow.local.cli.text.RedactCommand;
import io.satisflow.local.cli.text.ScoreCommand;
import io.satisflow.local.cli.text.TrainAspectsCommand;
import io.satisflow.local.cli.text.TrainCommand;
import io.satisflow.local.cli.wall.MarkCommand;
import io.satisflow.local.cli.wall.WallCommand;
import io.satisflow.local.erasure.ErasureException;
import io.satisflow.local.live.input.LiveException;
import io.satisflow.local.replay.recording.ReplayException;
import io.satisflow.local.speech.Sentences;
import io.satisflow.local.speech.TranslatingWriter;
import io.satisflow.local.tables.TablesException;
import io.satisflow.local.terminal.TerminalDevice;
import io.satisflow.local.terminal.output.Terminal;
import io.satisflow.local.warehouse.WarehouseException;
import io.satisflow.scoring.ScorerUnavailableException;
import io.satisflow.wall.WallException;
import io.satisflow.wall.browser.BrowserException;
import java.io.PrintWriter;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParseResult;

/** {@code ./satisflow}: everything a person does from a terminal. */
@Command(
        name = "satisflow",
        description = "Customer satisfaction streams: rolling scores, service-level clocks and alerts.",
        version = "Satisflow 0.1.0-SNAPSHOT",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {
            DemoCommand.class,
            RunCommand.class,
            ReplayCommand.class,
            WallCommand.class,
            MarkCommand.class,
            CheckCommand.class,
            DeadLettersCommand.class,
            StatusCommand.class,
            TopicsCommand.class,
            SqlCommand.class,
            ReportCommand.class,
            WarehouseCommand.class,
            EraseCommand.class,
            MetricsCommand.class,
            SlaCommand.class,
            AlertsCommand.class,
            DriftCommand.class,
            CalendarCommand.class,
            ChannelCommand.class,
            ScoreCommand.class,
            RedactCommand.class,
            EvaluateCommand.class,
            TrainCommand.class,
            TrainAspectsCommand.class,
            ChaosCommand.class,
            BenchCommand.class,
            ReferenceCommand.class,
            CommandLine.HelpCommand.class
        },
        footer = {
            "",
            "Try it:",
            "  ./satisflow demo",
            "  ./satisflow replay --channel helpdesk --file config/samples/helpdesk.jsonl --dir out",
            "  ./satisflow sla due --calendar config/calendars/berlin.yaml --start 2026-03-27T16:30+01:00 --target 4h"
        })
public final class Satisflow {
    /** Failures whose message is written for the user; anything else is a fault of ours. */
    private static final Set<Class<? extends Exception>> EXPLAINED = Set.of(
            ReplayException.class,
            LiveException.class,
            PortInUseException.class,
            ScorerUnavailableException.class,
            TablesException.class,
            WarehouseException.class,
            RegistryUnavailableException.class,
            IncompatibleSchemaException.class,
            ErasureException.class,
            BrowserException.class,
            WallException.class);

    private static final int HELP_WIDTH = 110;

    /** Read before all else, as help texts depend on it. */
    @SuppressWarnings("unused")
    @Option(
            names = "--language",
            paramLabel = "en|zh-CN",
            description = "of help and of what is shown (default: en, or SATISFLOW_LANGUAGE)")
    private String language = "en";

    private Satisflow() {}

    public static void main(String[] args) {
        CommandLine commandLine = commandLine(SpokenLanguage.of(List.of(args), System.getenv(SpokenLanguage.VARIABLE)));
        BrokerEnd.explainBy(why -> explainEnd(why, commandLine.getErr()));
        int exitCode = commandLine.execute(args);
        commandLine.getErr().close();
        // Broker and cluster have threads of their own that would keep the process.
        Runtime.getRuntime().halt(written(exitCode));
    }

    static CommandLine commandLine() {
        return commandLine(SpokenLanguage.of(List.of(), null));
    }

    static CommandLine commandLine(SpokenLanguage language) {
        return commandLine(language, Terminal.out(), Terminal.err());
    }

    /** @param err hears everything in the user's language */
    static CommandLine commandLine(SpokenLanguage language, PrintWriter out, PrintWriter err) {
        CommandLine commandLine = new CommandLine(new Satisflow())
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setOut(out)
                .setErr(err)
                .setColorScheme(CommandLine.Help.defaultColorScheme(CommandLine.Help.Ansi.OFF))
                .setUsageHelpWidth(HELP_WIDTH)
                .setUsageHelpAutoWidth(true)
                .setExecutionExceptionHandler(Satisflow::explain)
                .setDefaultValueProvider(language);
        SpokenLanguage.askedOf(commandLine);
        if (language.isChinese()) {
            ChineseHelp.speakBy(commandLine);
            commandLine.setErr(new PrintWriter(new TranslatingWriter(err, Sentences.inChinese()), true));
        }
        return commandLine;
    }

    private static int explain(Exception failure, CommandLine command, ParseResult parsed) {
        if (failure instanceof ConfigException problems) {
            ProblemText.lines(problems).forEach(command.getErr()::println);
            return ExitCode.USAGE;
        }
        if (failure instanceof UsageException usage) {
            command.getErr().println(usage.getMessage());
            return ExitCode.USAGE;
        }
        Optional<String> ofSystem = SystemTrouble.in(failure);
        if (ofSystem.isPresent()) {
            LoggerFactory.getLogger(Satisflow.class).error("{} failed", command.getCommandName(), failure);
            command.getErr().println(ofSystem.get());
            return ExitCode.SOFTWARE;
        }
        if (EXPLAINED.contains(failure.getClass())) {
            command.getErr().println(failure.getMessage());
            return ExitCode.SOFTWARE;
        }
        Optional<String> brokers = BrokerTrouble.inWords(failure);
        if (brokers.isPresent()) {
            command.getErr().println(brokers.get());
            return ExitCode.SOFTWARE;
        }
        LoggerFactory.getLogger(Satisflow.class).error("{} failed", command.getCommandName(), failure);
        command.getErr().println(unexpected(failure));
        return ExitCode.SOFTWARE;
    }

    /** Nobody closes the screen that may be shown. */
    private static void explainEnd(Exception why, PrintWriter err) {
        TerminalDevice.showCursor();
        err.println(SystemTrouble.in(why).orElseGet(() -> String.valueOf(why.getMessage())));
    }

    private static String unexpected(Exception failure) {
        String log = System.getProperty(LogFile.PROPERTY);
        return "Unexpected failure: %s%s"
                .formatted(failure.getMessage(), log == null ? "" : "\nThe whole of it is in %s.log".formatted(log));
    }

    /** What could not be written to the end is no success, even if the command was. */
    private static int written(int exitCode) {
        Terminal.out().flush();
        Optional<String> trouble = Terminal.troubleOfOutput();
        trouble.ifPresent(Terminal.err()::println);
        return trouble.isPresent() ? Math.max(exitCode, ExitCode.SOFTWARE) : exitCode;
    }
}
