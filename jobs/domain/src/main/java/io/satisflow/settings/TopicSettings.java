package io.satisflow.settings;

import java.time.Duration;
import java.util.Map;

/**
 * Where topics are and how they are read.
 *
 * @param prefix topics are called {@code <prefix>.<name>.v1}
 * @param partitions of each topic that has to be created
 * @param kafkaProperties of every Kafka client
 * @param disorder how far behind the newest of its partition a record may stand without counting as late
 */
public record TopicSettings(String prefix, int partitions, Map<String, String> kafkaProperties, Duration disorder) {}
