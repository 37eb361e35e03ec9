package io.satisflow.local.live.input;

import io.satisflow.flink.io.TopicPartitions;
import io.satisflow.settings.ChannelSettings;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;

/** Where raw records go: the broker, and the topics of the channels. */
public record RawTopics(
        Map<String, String> kafkaProperties, List<ChannelSettings> channels, TopicPartitions partitions) {

    private static final int LONGEST_ANSWER_MILLIS = 5_000;

    /** @throws IllegalArgumentException when the settings have no such channel */
    String of(String channel) {
        return channels.stream()
                .filter(each -> each.mapping().channel().equals(channel))
                .map(ChannelSettings::topic)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("There is no channel \"%s\"".formatted(channel)));
    }

    /** Whether the broker takes records for all of them: it takes none for some seconds after the machine slept. */
    boolean areThere() {
        Map<String, Object> client = new TreeMap<>(kafkaProperties);
        client.remove("transaction.timeout.ms");
        client.put("default.api.timeout.ms", LONGEST_ANSWER_MILLIS);
        client.put("request.timeout.ms", LONGEST_ANSWER_MILLIS);
        try (Admin admin = Admin.create(client)) {
            return admin.describeTopics(partitions.byTopic().keySet()).allTopicNames().get().values().stream()
                    .flatMap(topic -> topic.partitions().stream())
                    .allMatch(partition -> partition.leader() != null);
        } catch (ExecutionException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
