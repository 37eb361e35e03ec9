package io.satisflow.local.cli.option;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** Where the files stand that come with Satisflow. */
public final class Installation {
    private Installation() {}

    /** The launcher says where it stands; without it, the working directory is taken. */
    private static Path home() {
        return Path.of(System.getProperty("satisflow.home", ""));
    }

    public static Path defaultConfig() {
        return home().resolve("config/satisflow.yaml");
    }

    /** Where holiday sets are kept for all calendars. */
    public static Path holidays() {
        return home().resolve("config/calendars/holidays");
    }

    public static Path sentimentSample() {
        return existing(home().resolve("config/samples/feedback.csv"), "--data");
    }

    /** What happened at a help desk, made up. */
    public static Path helpdeskSample() {
        return existing(home().resolve("config/samples/helpdesk.jsonl"), "the help desk's sample");
    }

    /** The mappings that come with Satisflow. */
    public static Path presets() {
        return home().resolve("config/channels");
    }

    /** A payload for each of them. */
    public static Path presetSamples() {
        return existing(home().resolve("config/samples/presets.jsonl"), "samples");
    }

    public static Path demoConfig() {
        return home().resolve("config/demo/satisflow.yaml");
    }

    /** The aspects beside the default settings; empty where they are missing, and the shipped ones hold. */
    public static Optional<Path> aspects() {
        return Optional.of(home().resolve("config/aspects.yaml")).filter(Files::isRegularFile);
    }

    /**
     * A channel as users name it: a mapping file, or the name of one beside the settings or among the presets.
     *
     * @throws UsageException when there is none
     */
    public static Path channel(String nameOrFile, Path config) {
        if (nameOrFile.endsWith(".yaml") || nameOrFile.endsWith(".yml")) {
            return existing(Path.of(nameOrFile), "--channel");
        }
        Path besideSettings = config.resolveSibling("channels").resolve(nameOrFile + ".yaml");
        Path preset = home().resolve("config/channels").resolve(nameOrFile + ".yaml");
        return Optional.of(besideSettings)
                .filter(Files::isRegularFile)
                .or(() -> Optional.of(preset).filter(Files::isRegularFile))
                .orElseThrow(() -> new UsageException(
                        "--channel %s: there is neither %s nor a preset of that name; give the path of a mapping file"
                                .formatted(nameOrFile, besideSettings)));
    }

    /** @throws UsageException when it is not there or cannot be read */
    public static Path existing(Path file, String option) {
        if (!Files.isRegularFile(file)) {
            throw new UsageException("%s %s: there is no such file".formatted(option, file));
        }
        if (!Files.isReadable(file)) {
            throw new UsageException("%s %s: this file cannot be read; check its permissions".formatted(option, file));
        }
        return file;
    }
}
