package io.satisflow.settings;

import io.satisflow.sla.SlaRules;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * What {@code satisflow.yaml} and the files it names say.
 *
 * @param topicPrefix topics are called {@code <prefix>.<name>.v1}
 * @param partitions of each topic that has to be created
 * @param kafkaProperties of every Kafka client
 * @param channels no two on one topic, no two of one name
 * @param disorder how far behind the newest of its partition a record may stand without counting as late
 * @param sla policies with their calendars, and what channels say of silence
 */
public record Settings(
        String topicPrefix,
        int partitions,
        Map<String, String> kafkaProperties,
        List<ChannelSettings> channels,
        Duration disorder,
        SlaRules sla) {}
