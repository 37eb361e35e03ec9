package io.satisflow.local.cli.alerts;

import io.satisflow.local.cli.option.DirectoryOption;
import io.satisflow.local.cli.option.LogFile;
import io.satisflow.local.cli.option.SeedOption;
import io.satisflow.local.cli.option.UsageException;
import io.satisflow.local.delivery.DeliveryKills;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Callable;
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
            "newest checkpoint. Exit code 0 when nothing is lost, all is in order, and what is told twice has the same key."
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
        DeliveryKills.Outcome outcome = new DeliveryKills(kills, seed.value()).run(folder, kill -> {
            err.printf("killed %d of %d%n", kill, kills);
            err.flush();
        });
        print(outcome);
        return outcome.holds() ? 0 : 1;
    }

    private void print(DeliveryKills.Outcome outcome) {
        PrintWriter out = spec.commandLine().getOut();
        int most = outcome.kills().stream()
                .mapToInt(DeliveryKills.Kill::repeated)
                .max()
                .orElse(0);
        long oldest = outcome.kills().stream()
                .mapToLong(DeliveryKills.Kill::oldestMillis)
                .max()
                .orElse(0);
        long without =
                outcome.kills().stream().filter(kill -> kill.repeated() == 0).count();
        out.printf(
                Locale.ROOT,
                "%d kills, %,d alerts: %d lost, %d out of order, %d told again under another key.%n",
                outcome.kills().size(),
                outcome.alerts(),
                outcome.lost(),
                outcome.disordered(),
                outcome.renamed());
        out.printf(
                Locale.ROOT,
                "Told twice: %d, which is %.1f a kill, at most %d; none by %d of the kills. The oldest was told %d ms before"
                        + " the kill.%n",
                outcome.repeated(),
                (double) outcome.repeated() / outcome.kills().size(),
                most,
                without,
                oldest);
    }
}
