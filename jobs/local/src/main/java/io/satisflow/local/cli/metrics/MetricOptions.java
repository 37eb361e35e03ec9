package io.satisflow.local.cli.metrics;

import io.satisflow.config.ConfigFile;
import io.satisflow.local.cli.option.SettingsChoice;
import io.satisflow.local.cli.option.UsageException;
import io.satisflow.satisfaction.SatisfactionFile;
import io.satisflow.satisfaction.SatisfactionSettings;
import java.nio.file.Path;
import java.util.Locale;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Whose metrics, and in which language they are told. */
final class MetricOptions {

    @Mixin
    private SettingsChoice config;

    @Option(names = "--language", paramLabel = "LANGUAGE", defaultValue = "en", description = "en or zh (default: en)")
    private String language;

    SatisfactionSettings settings() {
        Path file = config.existing();
        return SatisfactionFile.read(ConfigFile.read(file));
    }

    MetricWords words() {
        return switch (language.toLowerCase(Locale.ROOT)) {
            case "en" -> MetricWords.in(Locale.ROOT);
            case "zh", "zh-cn" -> MetricWords.in(Locale.SIMPLIFIED_CHINESE);
            default -> throw new UsageException("--language %s: expected en or zh".formatted(language));
        };
    }
}
