package io.satisflow.local.cli.alerts;

import io.satisflow.local.cli.option.DirectoryOption;
import io.satisflow.local.cli.option.LogFile;
import io.satisflow.local.cli.option.SeedOption;
import io.satisflow.local.cli.option.UsageException;
import io.satisflow.local.delivery.DeliveryKills;
import io.satisflow.local.delivery.KillReckoning;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.function.ToLongFunction;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code alerts chaos}: what does a crash cost receivers? */
@Command(
        mixinStandardHelpOptions = true,
        name = "chaos",
        header = "What is told twice when the process is killed between a POST and a checkpoint?",
        description = {
            "Delivers notifications to a receiver on this machine, 20 a second, with a checkpoint a second, from a process",
            "that is killed (kill -9) just when a POST has arrived, or up to a second later, and begun again behind its",
            "newest checkpoint. Exit code 0 when nothing is lost, all is in order, and each kill makes at most one message",
            "come again, as it was and under the same key. A message may hold many alerts; both are counted."
        },
        footer = {"", "Example:", "  ./satisflow alerts chaos --kills 50 --dir chaos"})
final class AlertsChaosCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Option(names = "--kills", defaultValue = "50", paramLabel = "N", description = "default: 50")
    private int kills;

    @Mixin
    private SeedOption seed;

    @Mixin
    private DirectoryOption.Fresh directory;

    @Override
    public Integer call() throws Exception {
        if (kills < 1) {
            throw new UsageException("--kills %d: expected at least 1".formatted(kills));
        }
        Path folder = directory.path();
        LogFile.in(folder);
        PrintWriter err = spec.commandLine().getErr();
        KillReckoning outcome = new DeliveryKills(kills, seed.value()).run(folder, kill -> {
            err.printf("killed %d of %d%n", kill, kills);
            err.flush();
        });
        print(outcome);
        return outcome.holds() ? 0 : 1;
    }

    private void print(KillReckoning outcome) {
        PrintWriter out = spec.commandLine().getOut();
        out.printf(
                Locale.ROOT,
                "%d kills, %,d alerts: %d lost, %d out of order.%n",
                outcome.kills().size(),
                outcome.alerts(),
                outcome.lost(),
                outcome.disordered());
        long without =
                outcome.kills().stream().filter(kill -> kill.messages() == 0).count();
        out.printf(
                Locale.ROOT,
                "Told again: %d messages, at most %d by a kill, none by %d of the kills; %d of them not as they were before.%n",
                outcome.messages(),
                most(outcome, KillReckoning.Kill::messages),
                without,
                outcome.changed());
        out.printf(
                Locale.ROOT,
                "In these messages stood %,d alerts, at most %d by a kill. The oldest was told %d ms before its kill.%n",
                outcome.repeated(),
                most(outcome, KillReckoning.Kill::repeated),
                most(outcome, KillReckoning.Kill::oldestMillis));
        if (!outcome.holds()) {
            out.println("That is more than is promised: one message a kill, as it was; none lost, and all in order.");
        }
    }

    private static long most(KillReckoning outcome, ToLongFunction<KillReckoning.Kill> count) {
        return outcome.kills().stream().mapToLong(count).max().orElse(0);
    }
}
