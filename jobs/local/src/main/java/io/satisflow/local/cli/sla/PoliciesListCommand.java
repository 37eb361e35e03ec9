package io.satisflow.local.cli.sla;

import io.satisflow.config.ConfigException;
import io.satisflow.flink.io.KafkaConnection;
import io.satisflow.flink.io.PolicyTopic;
import io.satisflow.flink.io.Topic;
import io.satisflow.flink.io.TopicAdmin;
import io.satisflow.local.cli.option.EngineAddress;
import io.satisflow.settings.Settings;
import io.satisflow.sla.policy.AppliedPolicies;
import io.satisflow.sla.policy.SlaPolicy;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code sla policies list}: what holds from when? */
@Command(
        mixinStandardHelpOptions = true,
        name = "list",
        header = "Which policies hold from when?",
        footer = {"", "Example:", "  ./satisflow sla policies list --dir live"})
final class PoliciesListCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Mixin
    private EngineAddress engine;

    @Override
    public Integer call() throws Exception {
        Settings settings = engine.settings();
        KafkaConnection kafka = engine.kafka(settings);
        new TopicAdmin(kafka)
                .ensure(
                        List.of(Topic.SLA_POLICIES),
                        List.of(),
                        settings.topics().partitions());
        Instant now = Instant.now();
        spec.commandLine().getOut().printf("configured   until other policies are applied%n");
        new PolicyTopic(kafka)
                .read().stream()
                        .sorted(Comparator.comparing(AppliedPolicies::effectiveAt))
                        .forEach(version -> spec.commandLine().getOut().println(line(version, settings, now)));
        return 0;
    }

    private static String line(AppliedPolicies version, Settings settings, Instant now) {
        String standing = !version.effectiveAt().isAfter(version.storedAt())
                ? "refused, as it came too late"
                : version.effectiveAt().isAfter(now) ? "to come" : "since then";
        try {
            String names = version.toRules(settings.sla()).rules().policies().policies().stream()
                    .map(SlaPolicy::name)
                    .collect(Collectors.joining(", "));
            return "%s  %s: %s".formatted(version.id(), standing, names);
        } catch (ConfigException e) {
            return "%s  refused, as it cannot be read: %s".formatted(version.id(), e.getMessage());
        }
    }
}
