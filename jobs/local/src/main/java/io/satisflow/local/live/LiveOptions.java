package io.satisflow.local.live;

import io.satisflow.local.engine.EmbeddedEngine;
import io.satisflow.local.live.input.LiveInput;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.OptionalInt;

/**
 * What to listen to, and where.
 *
 * @param config the settings
 * @param directory for everything that is kept
 * @param inputs beside the raw topics
 * @param wallPort of the wall, 0 for any free one; empty for no wall
 * @param keepsTrying whether a job may fail for the same cause for ever
 * @param keep how long the broker keeps what is in the topics
 * @param httpPort where records may be posted, 0 for any free one; empty for nowhere
 */
public record LiveOptions(
        Path config,
        Path directory,
        List<LiveInput> inputs,
        EmbeddedEngine.Size size,
        OptionalInt wallPort,
        OptionalInt httpPort,
        boolean keepsTrying,
        Duration keep) {
    public static final Duration KEEP = Duration.ofDays(14);
}
