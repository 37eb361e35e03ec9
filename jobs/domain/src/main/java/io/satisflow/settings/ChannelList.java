package io.satisflow.settings;

import io.satisflow.channel.ChannelMapping;
import io.satisflow.channel.ChannelMappingFile;
import io.satisflow.config.ConfigFile;
import io.satisflow.config.ConfigNode;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The {@code channels} of the settings: mapping files, and where each channel's records arrive. */
final class ChannelList {
    private final Path folder;
    private final String prefix;
    private final Map<String, ConfigNode> channelNames = new HashMap<>();
    private final Map<String, ConfigNode> topics = new HashMap<>();

    ChannelList(Path folder, String prefix) {
        this.folder = folder;
        this.prefix = prefix;
    }

    List<ChannelSettings> read(ConfigNode list) {
        return ConfigNode.readEach(list.items(), this::channel);
    }

    private ChannelSettings channel(ConfigNode node) {
        node.allowOnly("mapping", "topic");
        ConfigNode file = node.require("mapping");
        ChannelMapping mapping = ChannelMappingFile.read(ConfigFile.read(folder.resolve(file.text())));
        refuseSecond(channelNames, mapping.channel(), file, "channel");
        ConfigNode named = node.find("topic").orElse(file);
        String topic =
                node.find("topic").map(ConfigNode::text).orElseGet(() -> ChannelSettings.defaultTopic(prefix, mapping));
        refuseSecond(topics, topic, named, "topic");
        return new ChannelSettings(mapping, topic);
    }

    /** Records say nothing of their channel but by their topic, and ids are unique in a channel only. */
    private static void refuseSecond(Map<String, ConfigNode> taken, String name, ConfigNode node, String what) {
        ConfigNode first = taken.putIfAbsent(name, node);
        if (first != null) {
            throw node.problem("%s \"%s\" is taken by %s in line %d; give each channel its own %s"
                    .formatted(what, name, first.path(), first.asProblem("").line(), what));
        }
    }
}
