package io.satisflow.local.cli.sla;

import io.satisflow.flink.io.KafkaConnection;
import io.satisflow.flink.io.PolicyTopic;
import io.satisflow.flink.io.Topic;
import io.satisflow.flink.io.TopicAdmin;
import io.satisflow.flink.io.wire.TicketEventRecords;
import io.satisflow.flink.sla.LoggedEvent;
import io.satisflow.local.cli.option.EngineAddress;
import io.satisflow.local.cli.option.Installation;
import io.satisflow.local.cli.option.InstantText;
import io.satisflow.local.dryrun.RecordedTicketEvents;
import io.satisflow.local.dryrun.RepeatedLines;
import io.satisflow.local.policies.PolicyDiffReport;
import io.satisflow.local.topics.CommittedRecords;
import io.satisflow.settings.Settings;
import io.satisflow.sla.dryrun.PolicyDiff;
import io.satisflow.sla.policy.AppliedPolicies;
import io.satisflow.sla.policy.RuleBook;
import io.satisflow.sla.policy.RuleVersion;
import io.satisflow.sla.policy.SlaPolicies;
import io.satisflow.ticket.TicketEvent;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code sla policies diff}: what would these policies change? */
@Command(
        mixinStandardHelpOptions = true,
        name = "diff",
        header = "What would these policies change for tickets that are open?",
        description = {
            "Counts, for each policy and clock, the open tickets that would be due earlier or later, would be too late",
            "the moment the policies take effect, would get a promise or lose theirs. Nothing is applied."
        },
        footer = {
            "",
            "Examples:",
            "  ./satisflow sla policies diff new.yaml --dir live",
            "  ./satisflow sla policies diff new.yaml --events out/topics/ticket-events.jsonl"
        })
final class PoliciesDiffCommand implements Callable<Integer> {
    private static final String NEW = "~ new";

    @Spec
    private CommandSpec spec;

    @Mixin
    private EngineAddress engine;

    @Parameters(paramLabel = "FILE", description = "the policies; calendars lie beside it in calendars/, or are yours")
    private Path file;

    @Option(
            names = "--events",
            paramLabel = "F.jsonl",
            description = "ticket events of a file, as `sla replay` reads them, rather than those of a running engine")
    private @Nullable Path events;

    @Option(
            names = "--at",
            paramLabel = "T",
            description = "when they would take effect (default: now; with --events, right after the last of them)")
    private @Nullable String at;

    @Override
    public Integer call() throws Exception {
        SlaPolicies policies = PolicyArgument.read(file, engine.config()).read(file.toString());
        Settings settings = engine.settings();
        Optional<Instant> wanted = Optional.ofNullable(at).map(text -> InstantText.parse("--at", text));
        List<TicketEvent> happened = new ArrayList<>();
        RuleBook book = RuleBook.of(engine.rules(settings));
        Instant last;
        if (events == null) {
            KafkaConnection kafka = engine.kafka(settings);
            book = asApplied(book, kafka, settings);
            readTopic(kafka, happened);
            last = Instant.now();
        } else {
            RepeatedLines lines = new RepeatedLines(this::note);
            RecordedTicketEvents recorded =
                    RecordedTicketEvents.read(Installation.existing(events, "--events"), Optional.empty(), lines::add);
            lines.finish();
            happened.addAll(recorded.events());
            last = recorded.lastKnown();
        }
        Instant from = wanted.orElse(last.truncatedTo(ChronoUnit.MILLIS).plusMillis(1));
        RuleVersion next = new RuleVersion(NEW, from, book.rulesAt(from).withPolicies(policies));
        spec.commandLine().getOut().print(PolicyDiffReport.of(PolicyDiff.of(happened, book, next), from));
        spec.commandLine().getOut().flush();
        return 0;
    }

    /** With what has been applied since the engine was set up, as far as the engine has taken it. */
    private static RuleBook asApplied(RuleBook configured, KafkaConnection kafka, Settings settings) {
        new TopicAdmin(kafka)
                .ensure(
                        List.of(Topic.SLA_POLICIES, Topic.TICKET_EVENTS),
                        List.of(),
                        settings.topics().partitions());
        RuleBook book = configured;
        for (AppliedPolicies version : new PolicyTopic(kafka).read()) {
            if (version.effectiveAt().isAfter(version.storedAt())) {
                book = book.with(version.toRules(settings.sla()));
            }
        }
        return book;
    }

    private static void readTopic(KafkaConnection kafka, List<TicketEvent> events) throws IOException {
        new CommittedRecords(kafka.properties())
                .forEach(
                        kafka.names().of(Topic.TICKET_EVENTS),
                        io.satisflow.wire.TicketEvent.class,
                        (ticket, event) -> events.add(LoggedEvent.of(TicketEventRecords.toDomain(event))
                                .toDomain(ticket)));
    }

    private void note(String line) {
        spec.commandLine().getErr().println(line);
    }
}
