package io.satisflow.local.cli.option;

import java.nio.file.Path;
import picocli.CommandLine.Option;

/** {@code --channel}: how a record is to be read. */
public final class ChannelOption {
    @Option(
            names = "--channel",
            required = true,
            paramLabel = "PRESET|MAPPING.yaml",
            description =
                    "how to read a record: the name of a preset (see config/channels) or a mapping file of your own")
    private String channel;

    /**
     * The file of its mapping.
     *
     * @param settings whose channels it may be one of
     * @throws UsageException when there is no such channel
     */
    public Path mapping(Path settings) {
        return Installation.channel(channel, settings);
    }
}
