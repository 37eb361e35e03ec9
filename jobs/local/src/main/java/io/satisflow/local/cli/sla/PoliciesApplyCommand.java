package io.satisflow.local.cli.sla;

import io.satisflow.flink.io.KafkaConnection;
import io.satisflow.flink.io.PolicyTopic;
import io.satisflow.flink.io.Topic;
import io.satisflow.flink.io.TopicAdmin;
import io.satisflow.local.cli.option.EngineAddress;
import io.satisflow.local.cli.option.InstantText;
import io.satisflow.local.cli.option.LengthText;
import io.satisflow.local.cli.option.UsageException;
import io.satisflow.settings.Settings;
import io.satisflow.sla.policy.PolicyTexts;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code sla policies apply}: from now on, or from then on, these. */
@Command(
        mixinStandardHelpOptions = true,
        name = "apply",
        header = "Lets other policies take effect in an engine that is running.",
        description = {
            "From an instant on, at least 60 s ahead, these policies hold instead of those before. Tickets that are open",
            "then follow at that very instant: due is the start plus the new target, time that was used stays used, and",
            "what has been said stays said. Calendars go along with the policies."
        },
        footer = {
            "",
            "Examples:",
            "  ./satisflow sla policies diff new.yaml --dir live      # what would change?",
            "  ./satisflow sla policies apply new.yaml --dir live --in 5m",
            "  ./satisflow sla policies apply new.yaml --config my/satisflow.yaml --at 2026-12-01T00:00+01:00"
        })
final class PoliciesApplyCommand implements Callable<Integer> {
    private static final Duration AHEAD = Duration.ofSeconds(60);

    @Spec
    private CommandSpec spec;

    @Mixin
    private EngineAddress engine;

    @Parameters(paramLabel = "FILE", description = "the policies; calendars lie beside it in calendars/, or are yours")
    private Path file;

    @ArgGroup
    private @Nullable When when;

    private static final class When {
        @Option(names = "--at", paramLabel = "T", description = "from when they hold, such as 2026-12-01T00:00+01:00")
        private @Nullable String at;

        @Option(names = "--in", paramLabel = "D", description = "after what time they hold, such as 5m (default: 60s)")
        private @Nullable String in;
    }

    @Override
    public Integer call() throws Exception {
        PolicyTexts texts = PolicyArgument.read(file, engine.config());
        Instant from = effectiveAt(Instant.now());
        Settings settings = engine.settings();
        KafkaConnection kafka = engine.kafka(settings);
        new TopicAdmin(kafka)
                .ensure(
                        List.of(Topic.SLA_POLICIES),
                        List.of(),
                        settings.topics().partitions());
        new PolicyTopic(kafka).write(from.toString(), from, texts);
        PrintWriter out = spec.commandLine().getOut();
        out.printf(
                "%s: %d policies hold from %s on.%n",
                file, texts.read(file.toString()).policies().size(), from);
        spec.commandLine()
                .getErr()
                .printf(
                        "Open tickets follow at that instant. For engines that are set up anew, put them into the"
                                + " policies of %s as well.%n",
                        engine.config());
        return 0;
    }

    private Instant effectiveAt(Instant now) {
        Instant earliest = now.plus(AHEAD);
        Instant wholeSecond = earliest.truncatedTo(ChronoUnit.SECONDS).plusSeconds(1);
        if (when == null) {
            return wholeSecond;
        }
        String option = when.at == null ? "--in " + when.in : "--at " + when.at;
        Instant from = when.at == null
                ? now.plus(LengthText.parse("--in", String.valueOf(when.in)))
                : InstantText.parse("--at", when.at);
        // A minute is a minute, although some of it has passed since the command was typed.
        if (when.at == null && from.equals(earliest)) {
            return wholeSecond;
        }
        if (from.isBefore(earliest)) {
            throw new UsageException(
                    "%s: policies are applied at least 60 s ahead, so that every open ticket hears of them in time; the earliest is %s"
                            .formatted(option, wholeSecond));
        }
        return from.truncatedTo(ChronoUnit.MILLIS);
    }
}
