package io.satisflow.flink.io;

import java.io.Serializable;
import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** How many partitions each topic has, counted when a job starts. */
public record TopicPartitions(Map<String, Integer> byTopic) implements Serializable {

    public TopicPartitions {
        byTopic = new TreeMap<>(byTopic);
    }

    /** @throws IllegalArgumentException when the topic has not been counted */
    public int of(String topic) {
        Integer partitions = byTopic.get(topic);
        if (partitions == null) {
            throw new IllegalArgumentException("The partitions of topic %s have not been counted".formatted(topic));
        }
        return partitions;
    }

    /** Only those of the given topics. */
    public TopicPartitions only(Collection<String> topics) {
        return new TopicPartitions(topics.stream().collect(Collectors.toMap(topic -> topic, this::of)));
    }

    int smallest() {
        return byTopic.values().stream().mapToInt(Integer::intValue).min().orElse(1);
    }
}
