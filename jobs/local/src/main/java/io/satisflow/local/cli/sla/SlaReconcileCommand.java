package io.satisflow.local.cli.sla;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.satisflow.channel.ChannelMapping;
import io.satisflow.channel.ChannelMappingFile;
import io.satisflow.config.ConfigFile;
import io.satisflow.local.cli.option.ChannelOption;
import io.satisflow.local.cli.option.Installation;
import io.satisflow.local.cli.option.InstantText;
import io.satisflow.local.cli.option.SettingsChoice;
import io.satisflow.local.dryrun.ReconcileReport;
import io.satisflow.local.dryrun.RecordedTicketEvents;
import io.satisflow.local.dryrun.RepeatedLines;
import io.satisflow.local.replay.recording.Recording;
import io.satisflow.sla.dryrun.DryRun;
import io.satisflow.sla.reconcile.Comparison;
import io.satisflow.sla.reconcile.HelpDeskReport;
import io.satisflow.sla.reconcile.Reconciliation;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code sla reconcile}: do our clocks say what the help desk says? */
@Command(
        mixinStandardHelpOptions = true,
        name = "reconcile",
        header = "Do our clocks say what the help desk says?",
        description = {
            "Runs the clocks over a channel's records and compares promise by promise with what the help desk reported",
            "itself: Zendesk's ticket metric events, or tickets with slas; Freshdesk's tickets with stats, fr_escalated and",
            "is_escalated; Chatwoot's applied SLAs; Zammad's tickets with their escalation times.",
            "",
            "Standard output has a JSON line for each promise: ticket, clock, instance, kind, rule, ours, theirs. On standard",
            "error, the differences are sorted into kinds, each with the rule that explains it. --explain of `sla replay`",
            "then tells one ticket's story."
        },
        footer = {
            "",
            "Examples:",
            "  ./satisflow sla reconcile --channel freshdesk --events tickets.json --reported tickets.json",
            "  ./satisflow sla reconcile --channel zendesk --events tickets.jsonl --reported metric_events.jsonl > kinds.jsonl"
        })
final class SlaReconcileCommand implements Callable<Integer> {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    /** Reports come as pages of the help desk's API, too; what is no page is a record itself. */
    private static final ChannelMapping REPORTS = ChannelMappingFile.read(ConfigFile.parse("reports", """
            channel: reports
            kind: ticket
            id: /id
            occurred_at: /created_at
            records: [/ticket_metric_events, /applied_slas, /payload, /tickets, /results, /data/payload]
            """));

    @Spec
    private CommandSpec spec;

    @Mixin
    private SettingsChoice config;

    @Mixin
    private ChannelOption channel;

    @Option(
            names = "--events",
            required = true,
            paramLabel = "FILE",
            description = "what has happened: the channel's records, .jsonl or .json")
    private Path events;

    @Option(
            names = "--reported",
            required = true,
            paramLabel = "FILE",
            description = "what the help desk says of its promises, .jsonl or .json; may be the same file")
    private Path reported;

    @Option(
            names = "--until",
            paramLabel = "T",
            description = "when the report was made (default: time stops at the last event)")
    private @Nullable String until;

    @Override
    public Integer call() throws IOException {
        Path settings = config.existing();
        Installation.existing(events, "--events");
        Installation.existing(reported, "--reported");
        Path mappingFile = channel.mapping(settings);
        ChannelMapping mapping = ChannelMappingFile.read(ConfigFile.read(mappingFile));
        RepeatedLines lines = new RepeatedLines(this::note);
        RecordedTicketEvents recorded = RecordedTicketEvents.read(events, Optional.of(mapping), lines::add);
        recorded.zoneless().remark(mappingFile).map("Note: %s."::formatted).ifPresent(this::note);
        Instant end = Optional.ofNullable(until)
                .map(text -> InstantText.parse("--until", text))
                .orElseGet(recorded::lastKnown);
        DryRun run = DryRun.of(
                recorded.events(),
                SlaReplayCommand.rules(settings, Optional.of(mappingFile), Optional.of(mapping)),
                end);
        HelpDeskReport report = new HelpDeskReport();
        int unreadable = read(report, lines);
        lines.finish();
        List<Comparison> comparisons = Reconciliation.of(recorded.events(), run.said(), report.verdicts());
        comparisons.forEach(each -> spec.commandLine().getOut().println(ReconcileReport.json(each)));
        if (report.unusable() > 0) {
            note("%,d records of %s say nothing of a promise.".formatted(report.unusable(), reported));
        }
        ReconcileReport.lines(comparisons).forEach(this::note);
        boolean complete = unreadable == 0 && recorded.unreadable() == 0 && !comparisons.isEmpty();
        return complete ? ExitCode.OK : ExitCode.SOFTWARE;
    }

    private int read(HelpDeskReport report, RepeatedLines lines) throws IOException {
        int[] unreadable = {0};
        Recording.of(reported, Optional.of(REPORTS)).forEach(row -> {
            try {
                report.add(MAPPER.readTree(row.payload()));
            } catch (IOException e) {
                unreadable[0]++;
                lines.add(
                        "invalid_json",
                        "%s, row %d: invalid_json: this is no JSON object; correct the export"
                                .formatted(reported, row.row()));
            }
        });
        return unreadable[0];
    }

    private void note(String line) {
        spec.commandLine().getErr().println(line);
    }
}
