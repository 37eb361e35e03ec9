package io.satisflow.settings;

import io.satisflow.channel.ChannelMapping;

/** @param topic where the raw records arrive; unless named, {@code <prefix>.raw.<channel>.v1} */
public record ChannelSettings(ChannelMapping mapping, String topic) {

    static String defaultTopic(String prefix, ChannelMapping mapping) {
        return "%s.raw.%s.v1".formatted(prefix, mapping.channel());
    }
}
