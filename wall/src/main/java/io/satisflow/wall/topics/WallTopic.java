package io.satisflow.wall.topics;

import io.satisflow.flink.io.TopicNames;
import java.util.Locale;

/** The topics that people write through the wall. The wall creates them when they are missing. */
public enum WallTopic {
    ALERT_CONTROLS,
    TIMELINE_MARKS,
    WALL_LINKS;

    /** Of links and marks only the last word counts; what was said to alerts is kept, since a replay reads it again. */
    boolean isCompacted() {
        return this != ALERT_CONTROLS;
    }

    public String name(TopicNames names) {
        return "%s.%s.v1"
                .formatted(names.prefix(), name().toLowerCase(Locale.ROOT).replace('_', '-'));
    }
}
