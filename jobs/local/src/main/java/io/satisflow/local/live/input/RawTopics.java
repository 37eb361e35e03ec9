package io.satisflow.local.live.input;

import io.satisflow.flink.io.TopicPartitions;
import io.satisflow.settings.ChannelSettings;
import java.util.List;
import java.util.Map;

/** Where raw records go: the broker, and the topics of the channels. */
public record RawTopics(
        Map<String, String> kafkaProperties, List<ChannelSettings> channels, TopicPartitions partitions) {

    /** @throws IllegalArgumentException when the settings have no such channel */
    String of(String channel) {
        return channels.stream()
                .filter(each -> each.mapping().channel().equals(channel))
                .map(ChannelSettings::topic)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("There is no channel \"%s\"".formatted(channel)));
    }
}
