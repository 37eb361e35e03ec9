package io.satisflow.local.cli.letters;

import io.satisflow.channel.ChannelMapping;
import io.satisflow.channel.record.MappedRecord;
import io.satisflow.local.letters.RawRecords;
import io.satisflow.local.letters.RefusedRecord;
import io.satisflow.local.terminal.VisibleText;
import io.satisflow.settings.ChannelSettings;
import io.satisflow.settings.Settings;
import java.io.IOException;
import java.io.PrintWriter;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code dead-letters retry}: sends once more what the mended mapping takes. */
@Command(
        mixinStandardHelpOptions = true,
        name = "retry",
        header = "Sends once more what a mended mapping now takes; each record once.",
        description = {
            "Mend the mapping, start the engine with it, then retry: each refused record that the mapping takes today"
                    + " goes",
            "into its raw topic once more, whatever happens in between and however often this is run. What it still"
                    + " refuses",
            "stays, with its reason. Parts of records that were used, such as one bad rating, cannot be retried: the"
                    + " record",
            "has been counted; a replay of the source is the way. What is no record of a channel, such as a"
                    + " notification that",
            "nobody took, is named and left."
        })
final class DeadLettersRetryCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Mixin
    private LetterOptions options;

    @Option(names = "--dry-run", description = "only say what would be sent")
    private boolean dryRun;

    private int sent;
    private int already;
    private int parts;
    private int refused;
    private int others;

    @Override
    public Integer call() throws IOException {
        Settings settings = options.settings();
        Map<String, ChannelMapping> mappings = settings.channels().stream()
                .collect(Collectors.toMap(ChannelSettings::topic, ChannelSettings::mapping));
        try (RawRecords raw = new RawRecords(options.kafka(settings))) {
            for (RefusedRecord letter : options.chosen(options.read(settings))) {
                Optional<ChannelMapping> mapping =
                        Optional.ofNullable(mappings.get(letter.letter().getTopic()));
                if (mapping.isEmpty() && letter.letter().getOffset() < 0) {
                    explain(letter);
                } else {
                    retry(letter, mapping, raw);
                }
            }
        }
        PrintWriter out = spec.commandLine().getOut();
        out.printf(
                "%d %s, %d had been sent before, %d still refused, %d are parts of records that were used.%n",
                sent, dryRun ? "would be sent" : "sent once more", already, refused, parts);
        if (others > 0) {
            out.printf("%d are no records of a channel, and nothing is sent for them.%n", others);
        }
        return refused == 0 ? ExitCode.OK : ExitCode.SOFTWARE;
    }

    /** What a job could not do, such as a notification that no receiver took, stands in no raw topic. */
    private void explain(RefusedRecord letter) {
        others++;
        spec.commandLine()
                .getErr()
                .println(
                        "%s: %s is about no record of a channel, so there is nothing to send again; a notification is repeated by its alert while that fires (repeat in alerts.routes); try the receiver with alerts send-test"
                                .formatted(
                                        letter.place(),
                                        VisibleText.of(letter.letter().getReason())));
    }

    private void retry(RefusedRecord letter, Optional<ChannelMapping> mapping, RawRecords raw) {
        if (letter.retried()) {
            already++;
        } else if (!letter.whole()) {
            parts++;
        } else {
            Optional<byte[]> payload = raw.payload(letter.letter());
            Optional<String> problem = problem(mapping, payload);
            if (problem.isPresent()) {
                refused++;
                spec.commandLine().getErr().println("%s: %s".formatted(letter.place(), VisibleText.of(problem.get())));
            } else {
                sent++;
                if (!dryRun) {
                    raw.sendAgain(letter, payload.orElseThrow());
                }
            }
        }
    }

    private static Optional<String> problem(Optional<ChannelMapping> mapping, Optional<byte[]> payload) {
        if (mapping.isEmpty()) {
            return Optional.of("no channel of the settings reads its topic");
        }
        if (payload.isEmpty()) {
            return Optional.of("the broker no longer has it");
        }
        return mapping.get().map(payload.get(), Instant.now()) instanceof MappedRecord.Refused still
                ? Optional.of("%s: %s".formatted(still.reason().wireName(), still.message()))
                : Optional.empty();
    }
}
