package io.satisflow.local.cli.sla;

import io.satisflow.config.ConfigFile;
import io.satisflow.config.ConfigNode;
import io.satisflow.local.cli.option.Installation;
import io.satisflow.sla.policy.PolicyTexts;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** A file of policies on the command line. */
final class PolicyArgument {
    private PolicyArgument() {}

    /** Its calendars lie beside it in {@code calendars/}, or else where the settings have theirs. */
    static PolicyTexts read(Path file, Path config) {
        Path beside = file.resolveSibling("calendars");
        Optional<Path> calendars = Files.isDirectory(beside)
                ? Optional.of(beside)
                : ConfigFile.read(config)
                        .find("calendars")
                        .map(ConfigNode::text)
                        .map(config.toAbsolutePath()::resolveSibling);
        return PolicyTexts.of(Installation.existing(file, "FILE"), calendars);
    }
}
