package io.satisflow.flink.io;

import java.io.Serializable;

/**
 * What the topics are called on the broker: {@code <prefix>.<name>.v1}.
 *
 * @param prefix {@code satisflow} unless configured
 */
public record TopicNames(String prefix) implements Serializable {

    public String of(Topic topic) {
        return "%s.%s.v1".formatted(prefix, topic.shortName());
    }
}
