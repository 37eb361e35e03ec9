package io.satisflow.local.cli.metrics;

import io.satisflow.config.ConfigFile;
import io.satisflow.local.cli.option.LanguageOption;
import io.satisflow.local.cli.option.SettingsChoice;
import io.satisflow.satisfaction.SatisfactionFile;
import io.satisflow.satisfaction.SatisfactionSettings;
import java.nio.file.Path;
import picocli.CommandLine.Mixin;

/** Whose metrics, and in which language they are told. */
final class MetricOptions {

    @Mixin
    private SettingsChoice config;

    @Mixin
    private LanguageOption.OfOutput language;

    SatisfactionSettings settings() {
        Path file = config.existing();
        return SatisfactionFile.read(ConfigFile.read(file));
    }

    MetricWords words() {
        return MetricWords.in(language.locale());
    }
}
