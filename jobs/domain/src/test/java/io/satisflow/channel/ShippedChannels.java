package io.satisflow.channel;

import io.satisflow.config.ConfigFile;
import java.nio.file.Path;

/** The mappings of config/channels, as they are shipped. */
public final class ShippedChannels {
    private ShippedChannels() {}

    public static ChannelMapping read(String name) {
        Path channels = Path.of(System.getProperty("satisflow.root", "../.."), "config", "channels");
        return ChannelMappingFile.read(ConfigFile.read(channels.resolve(name + ".yaml")));
    }
}
