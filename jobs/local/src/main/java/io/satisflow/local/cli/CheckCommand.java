package io.satisflow.local.cli;

import io.satisflow.settings.Settings;
import io.satisflow.settings.SettingsFile;
import io.satisflow.sla.SlaPolicy;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code check}: is the configuration right? */
@Command(
        mixinStandardHelpOptions = true,
        name = "check",
        header = "Is the configuration right?",
        description = {
            "Reads the settings and every file they name, and says what is wrong: file:line:column, the key,",
            "and what is allowed there. Exit code 0 when all is well, 2 when something is not."
        })
final class CheckCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Option(names = "--config", paramLabel = "FILE", description = "the settings (default: config/satisflow.yaml)")
    private @Nullable Path config;

    @Override
    public Integer call() {
        Path file = Optional.ofNullable(config).orElseGet(Installation::defaultConfig);
        Settings settings = SettingsFile.read(file, Optional.empty());
        String channels = settings.channels().stream()
                .map(channel -> channel.mapping().channel())
                .collect(Collectors.joining(", "));
        String policies = settings.sla().policies().policies().stream()
                .map(SlaPolicy::name)
                .collect(Collectors.joining(", "));
        spec.commandLine().getOut().printf("%s is fine.%n  channels: %s%n  policies: %s%n", file, channels, policies);
        settings.sla()
                .policies()
                .remarks()
                .forEach(remark -> spec.commandLine().getErr().println("note: " + remark));
        return 0;
    }
}
