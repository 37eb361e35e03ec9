package io.satisflow.local.cli.option;

import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Where the settings are. */
public final class SettingsChoice {

    @Option(names = "--config", paramLabel = "FILE", description = "the settings (default: config/satisflow.yaml)")
    private @Nullable Path config;

    public Path path() {
        return Optional.ofNullable(config).orElseGet(Installation::defaultConfig);
    }

    public boolean isGiven() {
        return config != null;
    }

    /** @throws UsageException when there is no such file */
    public Path existing() {
        return Installation.existing(path(), "--config");
    }
}
