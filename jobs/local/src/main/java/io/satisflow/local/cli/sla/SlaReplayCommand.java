package io.satisflow.local.cli.sla;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.satisflow.channel.ChannelMapping;
import io.satisflow.channel.ChannelMappingFile;
import io.satisflow.channel.ticket.TicketMapping;
import io.satisflow.config.ConfigFile;
import io.satisflow.local.cli.option.Installation;
import io.satisflow.local.cli.option.InstantText;
import io.satisflow.local.cli.option.LanguageOption;
import io.satisflow.local.cli.option.SettingsChoice;
import io.satisflow.local.dryrun.DryRunReport;
import io.satisflow.local.dryrun.RecordedTicketEvents;
import io.satisflow.local.dryrun.RepeatedLines;
import io.satisflow.local.dryrun.TicketExplanation;
import io.satisflow.local.speech.Catalogue;
import io.satisflow.local.terminal.VisibleText;
import io.satisflow.settings.JudgedClocks;
import io.satisflow.settings.SlaRulesFile;
import io.satisflow.sla.dryrun.DryRun;
import io.satisflow.sla.dryrun.PromiseOutcome;
import io.satisflow.sla.dryrun.PromiseOutcomeJson;
import io.satisflow.sla.dryrun.PromiseOutcomes;
import io.satisflow.sla.dryrun.SlaEventJson;
import io.satisflow.sla.dryrun.Unjudged;
import io.satisflow.sla.policy.SlaRules;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code sla replay}: what would these policies have done? */
@Command(
        mixinStandardHelpOptions = true,
        name = "replay",
        header = "What would these policies have done?",
        description = {
            "Tries policies on ticket events that have happened, with the same clocks as the live job, and prints what",
            "the clocks say in the order of time: JSON lines with ticket, clock, instance, event, at, due, target_s,",
            "time, consumed_s, wall_s, policy and, where there is one, reason.",
            "",
            "--config may also be a file of policies with its calendars beside it in calendars/.",
            "Events are JSON, one object a line, in any order:",
            "  {\"ticket\":\"T1\",\"at\":\"2026-03-02T08:00:00Z\",\"type\":\"created\",\"priority\":\"high\"}",
            "with an id where the source has one (the same id again is a redelivery), known_at for what became known late,",
            "and any details that policies ask for. topics/ticket-events.jsonl of a `replay` can be read as well.",
            "",
            "A line that cannot be read is told on standard error with its number and the reason; the others still",
            "count, and the exit code is 1. Events that the clocks refuse, as they do live, are told too."
        },
        footer = {
            "",
            "Examples:",
            "  ./satisflow sla replay --events events.jsonl --summary",
            "  ./satisflow sla replay --config policies.yaml --events events.jsonl --until 2026-03-06T17:00Z",
            "  ./satisflow sla replay --channel freshdesk --events tickets.json --explain 4711",
            "  ./satisflow sla replay --channel helpdesk --events config/samples/helpdesk.jsonl --summary > clocks.jsonl"
        })
final class SlaReplayCommand implements Callable<Integer> {
    private static final String NOTE = "Note: %s.";

    @Spec
    private CommandSpec spec;

    @Mixin
    private SettingsChoice config;

    @Option(
            names = "--events",
            required = true,
            paramLabel = "FILE",
            description = "what has happened: .jsonl, .json (a list), or with --channel also .csv with a header")
    private Path events;

    @Option(
            names = "--channel",
            paramLabel = "PRESET|MAPPING.yaml",
            description =
                    "the file is a raw export of this channel (zendesk, freshdesk, intercom, chatwoot, zammad, jira, wecom_kf,"
                            + " helpdesk, or a"
                            + " mapping file of your own); its ticket events are taken")
    private @Nullable String channel;

    @Option(
            names = "--until",
            paramLabel = "T",
            description =
                    "let time go on, or stop, there; later events are left out (default: time stops at the last event)")
    private @Nullable String until;

    @Option(
            names = "--summary",
            description = "say at the end, for each policy and clock, what was met, missed and warned: as JSON lines"
                    + " {\"summary\": ..} behind the others, and in words on standard error")
    private boolean summary;

    @Option(
            names = "--explain",
            paramLabel = "TICKET",
            description =
                    "instead of all, tell this ticket's story in words: each event, what it did to which clock, and"
                            + " when each deadline moved")
    private @Nullable String explained;

    @Mixin
    private LanguageOption.OfOutput language;

    @Override
    public Integer call() throws IOException {
        Path settings = config.existing();
        Installation.existing(events, "--events");
        Optional<Instant> stop = Optional.ofNullable(until).map(text -> InstantText.parse("--until", text));
        Optional<Path> mappingFile = Optional.ofNullable(channel).map(name -> Installation.channel(name, settings));
        Optional<ChannelMapping> mapping = mappingFile.map(file -> ChannelMappingFile.read(ConfigFile.read(file)));
        SlaRules rules = rules(settings, mappingFile, mapping);
        RepeatedLines lines = new RepeatedLines(this::note);
        RecordedTicketEvents recorded = RecordedTicketEvents.read(events, mapping, lines::add);
        mappingFile.flatMap(recorded.zoneless()::remark).map(NOTE::formatted).ifPresent(this::note);
        Instant end = stop.orElseGet(recorded::lastKnown);
        DryRun run = DryRun.of(recorded.events(), rules, end);
        if (explained != null) {
            lines.finish();
            return explain(explained, recorded, run);
        }
        run.refused()
                .forEach(refused -> lines.add(
                        refused.reason().wireName(),
                        "%s: %s: %s"
                                .formatted(
                                        recorded.place(refused.event()),
                                        refused.reason().wireName(),
                                        refused.message())));
        lines.finish();
        print(run.said().stream().map(SlaEventJson::of));
        note(DryRunReport.books(recorded, run, end));
        if (summary) {
            DryRunReport.unclocked(recorded, run).forEach(this::note);
            PromiseOutcomes outcomes = new PromiseOutcomes();
            run.said().forEach(outcomes::add);
            summarize(outcomes.upTo(end));
            notJudged(outcomes, mapping, rules).forEach(this::note);
        }
        return recorded.unreadable() == 0 ? 0 : 1;
    }

    private int explain(String ticket, RecordedTicketEvents recorded, DryRun run) {
        List<String> story = TicketExplanation.of(ticket, recorded, run);
        if (story.isEmpty()) {
            note("--explain %s: %s holds no event of this ticket; the first ids there are %s"
                    .formatted(ticket, events, TicketExplanation.firstIds(recorded)));
            return ExitCode.SOFTWARE;
        }
        story.forEach(spec.commandLine().getOut()::println);
        return ExitCode.OK;
    }

    /** A channel says how its tickets end; settings ask it themselves. */
    static SlaRules rules(Path settings, Optional<Path> mappingFile, Optional<ChannelMapping> mapping) {
        SlaRules rules = SlaRulesFile.read(settings, mappingFile);
        return mapping.map(of -> rules.withEnds(Map.of(of.channel(), of.ticketEnd()))
                        .withoutJudging(Map.of(
                                of.channel(),
                                of.tickets().map(TicketMapping::notJudged).orElse(Map.of()))))
                .orElse(rules);
    }

    private static List<String> notJudged(PromiseOutcomes outcomes, Optional<ChannelMapping> mapping, SlaRules rules) {
        List<String> remarks = new ArrayList<>(
                outcomes.unjudged().stream().map(Unjudged::remark).toList());
        mapping.ifPresent(of -> remarks.addAll(JudgedClocks.remarks(of, rules.policies(), outcomes.policies())));
        return remarks.stream().map(VisibleText::of).map(NOTE::formatted).toList();
    }

    private void summarize(List<PromiseOutcome> kept) {
        print(kept.stream()
                .map(outcome -> JsonNodeFactory.instance
                        .objectNode()
                        .<ObjectNode>set("summary", PromiseOutcomeJson.of(outcome))));
        DryRunReport.lines(kept, Catalogue.in(language.locale())).forEach(this::note);
    }

    private void print(Stream<ObjectNode> lines) {
        PrintWriter out = spec.commandLine().getOut();
        // The writer of the command line is flushed with each line: too slow for many.
        BufferedWriter buffered = new BufferedWriter(out, 1 << 16);
        try {
            for (ObjectNode line : (Iterable<ObjectNode>) lines::iterator) {
                buffered.write(line.toString());
                buffered.write('\n');
            }
            buffered.flush();
        } catch (IOException e) {
            throw new UncheckedIOException("Standard output cannot be written", e);
        }
    }

    private void note(String line) {
        // Ids and words of a file stand in it, and must not look like a line of ours.
        spec.commandLine().getErr().println(line.replaceAll("\\R", " "));
    }
}
