package io.satisflow.local.replay;

import io.satisflow.local.engine.EmbeddedEngine;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;

/**
 * What to replay, and how.
 *
 * @param config the settings, of which policies and calendars matter here
 * @param channel the mapping file of the one channel that is replayed
 * @param file what was recorded
 * @param directory for everything the replay keeps and writes
 * @param until leave out what occurred later, and let time stop there
 * @param brokers addresses of brokers whose jobs have been submitted already; without them, an engine of its own
 * @param size of the replay's own engine
 */
public record ReplayOptions(
        Path config,
        Path channel,
        Path file,
        Path directory,
        Pace pace,
        Optional<Instant> until,
        Optional<String> brokers,
        EmbeddedEngine.Size size) {}
